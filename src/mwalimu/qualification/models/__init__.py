"""Standards, decisions, awards, accreditations and the pool."""

from mwalimu.qualification.models.accreditation import (
    Accreditation,
    AccreditationEvent,
    AcePhase,
    AceStep,
    AssessedMission,
    EvidenceFile,
    MissionAssessment,
)
from mwalimu.qualification.models.awards import (
    Award,
    AwardEvent,
    AwardSeries,
    Suspension,
)
from mwalimu.qualification.models.decisions import Decision
from mwalimu.qualification.models.experts import (
    Certainty,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
)
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
    "Accreditation",
    "AccreditationEvent",
    "AcePhase",
    "AceStep",
    "AssessedMission",
    "Availability",
    "Award",
    "AwardEvent",
    "AwardSeries",
    "Certainty",
    "Decision",
    "EvidenceFile",
    "ExpertField",
    "ExpertType",
    "ExpertWorkshop",
    "FieldConsent",
    "Floor",
    "FollowedStandard",
    "MissionAssessment",
    "PoolRow",
    "Profile",
    "ProfileField",
    "RequirementLine",
    "Standard",
    "StandardEdition",
    "Suspension",
    "WaiverRow",
]
