"""Who speaks how often, and how much of it is quoted, second-hand or nameless: records counted.

``summarize`` counts one record, ``total`` several summaries.
"""

from factx.summary.counts import Counts, SourceCounts, Summary
from factx.summary.summarize import summarize
from factx.summary.total import total

__all__ = ["Counts", "SourceCounts", "Summary", "summarize", "total"]
