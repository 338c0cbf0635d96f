"""Standards, decisions, awards and the pool."""

from mwalimu.qualification.models.awards import (
    Award,
    AwardEvent,
    AwardSeries,
    Suspension,
)
from mwalimu.qualification.models.decisions import Decision
from mwalimu.qualification.models.pool import (
    Availability,
    FieldConsent,
    Floor,
    PoolRow,
    Profile,
    ProfileField,
)
from mwalimu.qualification.models.standards import (
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
    WaiverRow,
)

__all__ = [
    "Availability",
    "Award",
    "AwardEvent",
    "AwardSeries",
    "Decision",
    "FieldConsent",
    "Floor",
    "FollowedStandard",
    "PoolRow",
    "Profile",
    "ProfileField",
    "RequirementLine",
    "Standard",
    "StandardEdition",
    "Suspension",
    "WaiverRow",
]
