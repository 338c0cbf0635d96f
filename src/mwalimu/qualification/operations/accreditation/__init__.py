"""The only way to write accreditations, their workshops and missions, types and fields."""

from mwalimu.qualification.operations.accreditation.ledger import Paper
from mwalimu.qualification.operations.accreditation.missions import (
    MissionFacts,
    assess_mission,
    call_off_mission,
    conclude_mission,
    plan_mission,
)
from mwalimu.qualification.operations.accreditation.opening import (
    Candidate,
    Expertise,
    propose,
    take_over,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
)
from mwalimu.qualification.operations.accreditation.screening import screen
from mwalimu.qualification.operations.accreditation.terms import (
    change_terms,
    convert,
    take_back,
)
from mwalimu.qualification.operations.accreditation.types import (
    FieldFacts,
    TypeFacts,
    write_field,
    write_type,
)
from mwalimu.qualification.operations.accreditation.workshops import (
    Entry,
    WorkshopFacts,
    enter,
    hold_workshop,
)

__all__ = [
    "AccreditationRefused",
    "Candidate",
    "Entry",
    "Expertise",
    "FieldFacts",
    "MissionFacts",
    "Paper",
    "TypeFacts",
    "WorkshopFacts",
    "assess_mission",
    "call_off_mission",
    "change_terms",
    "conclude_mission",
    "convert",
    "enter",
    "hold_workshop",
    "plan_mission",
    "propose",
    "screen",
    "take_back",
    "take_over",
    "write_field",
    "write_type",
]
