"""The page to look at: the article with its claims, their sources, dates and numbers."""

from factx.writers.html.writer import Html

__all__ = ["Html"]
