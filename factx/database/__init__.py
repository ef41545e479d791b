"""Records in SQLite: the schema, how files of it are opened, and how a document is put in and read back."""
