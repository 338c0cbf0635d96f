"""Rows of the access matrix: assignments, what was handed in, and its reviews."""

import io
from datetime import date

from mwalimu.people.models import Person
from mwalimu.programmes.models import (
    Assignment,
    Cohort,
    Programme,
    Submission,
    SubmissionFile,
)
from mwalimu.shared.files import WORK, store
from tests.cast import AT, hold, make_person, seat_of
from tests.web.matrix import SIGNED_IN, Row
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
FOLLOW = TEAM | {"kenya_coordinator", "kenya_deputy", "head"}
NOBODY = frozenset()
ASKED = {
    "code": "NEW",
    "title_en": "New",
    "due_on": "2024-03-10",
    "assessors_wanted": "1",
}
WORDS = {"text": "Work", "reason": "By mail"}
VERDICT = {"decision": "accept", "remarks": "Good", "reason": "Because"}


def holder(world) -> Person:
    """The WG member of the cast, or somebody of Kenya."""
    found = Person.objects.filter(name="Kenya Candidate").first()
    return found or make_person("Kenya Holder", world.system, world.kenya)


def cohort(world):
    programme = Programme.objects.get(code=running(world)["slug"])
    row, new = Cohort.objects.get_or_create(code="C-A", programme=programme)
    if new:
        row.topics.add(world.topics["HS"])
        row.members.add(world.kenya)
        hold(seat_of(row, world.kenya), holder(world), world.system)
    return row


def code(world):
    return {"code": cohort(world).code}


def an_assignment(world) -> Assignment:
    row, _ = Assignment.objects.get_or_create(
        cohort=cohort(world),
        code="IS1",
        defaults={
            "titles": {"en": "Case"},
            "due_on": date(2100, 1, 1),
            "state": "open",
            "created_at": AT,
            "created_by": world.system,
        },
    )
    return row


def assignment(world):
    return {"uuid": an_assignment(world).uuid}


def person(world):
    row = an_assignment(world)
    held = row.cohort.seats.get().holdings.get()
    return {"uuid": row.uuid, "person": held.person.uuid}


def a_submission(world) -> Submission:
    asked = an_assignment(world)
    row, _ = Submission.objects.get_or_create(
        assignment=asked,
        person=asked.cohort.seats.get().holdings.get().person,
        version=1,
        defaults={
            "text": "Work",
            "handed_in_at": AT,
            "handed_in_by": world.system,
        },
    )
    return row


def submission(world):
    return {"uuid": a_submission(world).uuid}


def file(world):
    kept = store(io.BytesIO(b"%PDF-1"), name="a.pdf", kinds=WORK, most=99, at=AT)
    row, _ = SubmissionFile.objects.get_or_create(
        submission=a_submission(world), file=kept, name="a.pdf"
    )
    return {"uuid": row.uuid}


ROWS: dict[str, Row] = {
    "desk:assignments": Row(FOLLOW, code, writes=NOBODY),
    "desk:assignment_new": Row(TEAM, code, form=ASKED),
    "desk:assignment": Row(FOLLOW, assignment, writes=NOBODY),
    "desk:assignment_edit": Row(TEAM, assignment, form=ASKED),
    "desk:assignment_open": Row(TEAM, assignment),
    "desk:assignment_close": Row(TEAM, assignment),
    "desk:assignment_drop": Row(TEAM, assignment),
    "desk:hand_in": Row(TEAM, person, form=WORDS),
    "desk:submission": Row(TEAM, submission, writes=NOBODY),
    "desk:review": Row(TEAM, submission, form=VERDICT),
    "desk:submission_decide": Row(TEAM, submission, form=VERDICT),
    "desk:submission_more": Row(TEAM, submission),
    "field:assignments": Row(SIGNED_IN, writes=NOBODY),
    "field:assignment": Row(frozenset({"wg_member"}), assignment, form=WORDS),
    "field:review": Row(frozenset({"assessor"}), submission, form=VERDICT),
    "submission_file": Row(TEAM | {"assessor", "wg_member"}, file, writes=NOBODY),
}
