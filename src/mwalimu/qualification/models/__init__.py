"""Standards, decisions and awards."""

from mwalimu.qualification.models.awards import (
    Award,
    AwardEvent,
    AwardSeries,
    Suspension,
)
from mwalimu.qualification.models.decisions import Decision
from mwalimu.qualification.models.standards import (
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
    WaiverRow,
)

__all__ = [
    "Award",
    "AwardEvent",
    "AwardSeries",
    "Decision",
    "FollowedStandard",
    "RequirementLine",
    "Standard",
    "StandardEdition",
    "Suspension",
    "WaiverRow",
]
