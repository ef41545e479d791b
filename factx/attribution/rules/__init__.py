"""One idea a file: each reads a page and proposes candidates."""
