"""Programmes and their journey: what is planned, held, attended, handed in, shown."""

from mwalimu.programmes.models.assignments import (
    Assignment,
    Criterion,
    Review,
    ReviewScore,
    Submission,
    SubmissionFile,
)
from mwalimu.programmes.models.attendance import Attendance, SessionDay, SessionGuest
from mwalimu.programmes.models.calls import (
    Call,
    CallCriterion,
    Invited,
    NameRequest,
    Nomination,
    NominationFile,
    NominationScore,
)
from mwalimu.programmes.models.demos import (
    DemoAssessor,
    DemoCriterion,
    DemoScore,
    DemoSlot,
    PanelMember,
    PanelMinutes,
    PanelResult,
)
from mwalimu.programmes.models.evaluations import (
    Evaluation,
    ExtraEvent,
    SessionDecision,
)
from mwalimu.programmes.models.events import (
    Activity,
    Confidence,
    DatedEvent,
    Mode,
    Session,
)
from mwalimu.programmes.models.invitations import Invitation
from mwalimu.programmes.models.letters import (
    Letter,
    LetterBook,
    LetterKind,
    LetterLayout,
    LetterText,
)
from mwalimu.programmes.models.logistics import Arrangement, StepDeadline
from mwalimu.programmes.models.meetings import AgendaItem, Paper, SessionExpert
from mwalimu.programmes.models.outputs import (
    SessionIssue,
    TrainingNeed,
    WorkItem,
    WorkNote,
)
from mwalimu.programmes.models.programmes import (
    Cohort,
    Membership,
    Programme,
    Project,
    SessionGroup,
    Stage,
)
from mwalimu.programmes.models.reports import ReportClearance, SessionReport
from mwalimu.programmes.models.seats import CAME_AFTER_OTHERS, Holding, Seat

__all__ = [
    "CAME_AFTER_OTHERS",
    "Activity",
    "AgendaItem",
    "Arrangement",
    "Assignment",
    "Attendance",
    "Call",
    "CallCriterion",
    "Cohort",
    "Confidence",
    "Criterion",
    "DatedEvent",
    "DemoAssessor",
    "DemoCriterion",
    "DemoScore",
    "DemoSlot",
    "Evaluation",
    "ExtraEvent",
    "Holding",
    "Invitation",
    "Invited",
    "Letter",
    "LetterBook",
    "LetterKind",
    "LetterLayout",
    "LetterText",
    "Membership",
    "Mode",
    "NameRequest",
    "Nomination",
    "NominationFile",
    "NominationScore",
    "PanelMember",
    "PanelMinutes",
    "PanelResult",
    "Paper",
    "Programme",
    "Project",
    "ReportClearance",
    "Review",
    "ReviewScore",
    "Seat",
    "Session",
    "SessionDay",
    "SessionDecision",
    "SessionExpert",
    "SessionGroup",
    "SessionGuest",
    "SessionIssue",
    "SessionReport",
    "Stage",
    "StepDeadline",
    "Submission",
    "SubmissionFile",
    "TrainingNeed",
    "WorkItem",
    "WorkNote",
]
