"""Rows of the access matrix: the evaluation of a session that Kenya hosts."""

from datetime import UTC, date, datetime

from mwalimu.forms.models import SetEdition
from mwalimu.programmes.models import Session, SessionDecision
from mwalimu.programmes.operations.evaluations import (
    DecisionFacts,
    decide,
    open_evaluation,
    settle_decision,
)
from tests.web.matrix import Row
from tests.web.matrix.desk_questions import in_use
from tests.web.matrix.desk_sessions import TEAM, WORKERS, session

NOBODY = frozenset()
SAID = {"what": "A webinar", "why": "It was too short"}
DAYS = {"opens_on": "2024-03-08", "closes_on": "2090-03-22"}
AFTER = datetime(2024, 3, 4, 12, 0, tzinfo=UTC)


def evaluated(world):
    found = session(world)
    edition = SetEdition.objects.get(question_set__code=in_use(world)["code"], number=1)
    open_evaluation(
        Session.objects.get(uuid=found["uuid"]),
        edition=edition,
        opens_on=date(2024, 3, 4),
        closes_on=date(2024, 3, 22),
        by=world.system,
        at=AFTER,
    )
    return found


def decided(world):
    found = session(world)
    row = decide(
        Session.objects.get(uuid=found["uuid"]),
        facts=DecisionFacts("A webinar", "It was too short"),
        by=world.system,
        at=AFTER,
    )
    return {**found, "decision": row.uuid}


def settled(world):
    found = decided(world)
    row = SessionDecision.objects.get(uuid=found["decision"])
    settle_decision(row, state="done", outcome="", by=world.system, at=AFTER)
    return found


ROWS: dict[str, Row] = {
    "desk:session_evaluation": Row(WORKERS, evaluated, writes=NOBODY),
    "desk:evaluation_open": Row(TEAM, session, form=DAYS),
    "desk:evaluation_days": Row(TEAM, evaluated, form=DAYS),
    "desk:evaluation_close": Row(TEAM, evaluated),
    "desk:evaluation_take_back": Row(TEAM, evaluated),
    "desk:session_decision_new": Row(TEAM, session, form=SAID),
    "desk:session_decision_edit": Row(TEAM, decided, form=SAID),
    "desk:session_decision_settle": Row(TEAM, decided, form={"state": "done"}),
    "desk:session_decision_reopen": Row(TEAM, settled),
    "desk:decision_activity": Row(TEAM, decided, form={"kind": "workshop"}),
    "desk:decision_session": Row(TEAM, decided, form={"kind": "catch_up"}),
    "field:evaluation": Row(NOBODY, evaluated, writes=NOBODY),
}
