"""Lists of time expressions that others test with."""
