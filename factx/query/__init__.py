"""Who said what about what, when, and where it was published: questions to a database of records."""
