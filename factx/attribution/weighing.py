"""Every word that may head a cue, what was made of it, and why it was or was not reported."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factx.attribution.spans import Roles


class Verdict(enum.Enum):
    """What became of a candidate."""

    REPORTED = "reported"
    UNLIKELY = "less likely right than the threshold"
    NO_CONTENT = "nothing in reach is its content"
    SAME_CUE = "its cue is part of a likelier one's"
    IN_SOURCE = "its cue is part of a likelier one's source, and says the same"
    CITING = "it says from whom the source has it, not what was said"
    CAPTION = "it stands in the caption of a picture"
    NOBODY = "it stands within a reported content and names no source"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate.

    ``head``: the token that heads the cue. ``cue``: the probability that it does. ``labels``: the probability of all
    labels of its context together. ``speech``: the probability of speech against attitude. ``confidence``: that
    source, cue and content are right. ``threshold``: what that must reach. ``roles``: None where no content was found.
    """

    head: int
    cue: float
    labels: float
    speech: float
    confidence: float
    threshold: float
    roles: Roles | None
    verdict: Verdict
