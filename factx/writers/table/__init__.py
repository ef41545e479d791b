"""The view for people: who claims what, in the article's own words."""

from factx.writers.table.table import Table

__all__ = ["Table"]
