"""What two versions of an article, or two runs over it, claim differently."""

from __future__ import annotations

from factx.comparison.change import Change, ClaimDiff, Comparison, Field, Specific, Status
from factx.comparison.compare import compared
from factx.comparison.pair import paired

__all__ = ["Change", "ClaimDiff", "Comparison", "Field", "Specific", "Status", "compared", "paired"]
