"""Whether a record is what it says: every slice, hash and reference checked, and every problem told, not the first."""

from __future__ import annotations

from factx.verification.problem import Checked, Code, Problem
from factx.verification.verify import verified

__all__ = ["Checked", "Code", "Problem", "verified"]
