"""Rows of the access matrix: calls are run by the team, names are given by Kenya."""

from datetime import date
from io import BytesIO

from mwalimu.programmes.models import (
    Call,
    CallCriterion,
    Invited,
    Nomination,
    NominationFile,
)
from mwalimu.shared.files import SCANS, store
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.desk_cohorts import cohort, seat_of_kenya

TEAM = frozenset({"team"})
OWN = frozenset({"kenya_coordinator", "kenya_deputy", "head"})
WRITERS = TEAM | {"kenya_coordinator", "kenya_deputy"}
ASK = WRITERS | {"togo_coordinator"}  # answered with 405: only a POST does anything
LISTS = OWN | {"togo_coordinator"}
CALL = {
    "topic": "HS",
    "opens_on": "2024-01-01",
    "closes_on": "2024-06-01",
    "profile_en": "Classifiers",
    "seats_KE": "1",
    "criterion_1_en": "Topic",
}


def call_of_kenya(world):
    seat = seat_of_kenya(world)
    call, new = Call.objects.get_or_create(
        cohort=seat.cohort,
        topic=seat.topic,
        defaults={
            "opens_on": date(2024, 1, 1),
            "closes_on": date(2124, 1, 1),
            "state": "open",
            "created_at": AT,
            "created_by": world.system,
        },
    )
    if new:
        Invited.objects.create(call=call, member=world.kenya, seats=1)
        CallCriterion.objects.create(call=call, position=1, names={"en": "Topic"})
    return call


def call(world):
    return {"uuid": call_of_kenya(world).uuid}


def of_kenya(world):
    return call(world) | {"member": "KE"}


def nomination_of_kenya(world):
    """Submitted: the project team reads it too."""
    found = Nomination.objects.filter(call=call_of_kenya(world)).first()
    return found or Nomination.objects.create(
        call=call_of_kenya(world),
        member=world.kenya,
        person=make_person("Njeri Kamau", world.system, world.kenya),
        motivation="Ten years",
        state="submitted",
        submitted_at=AT,
        created_at=AT,
        created_by=world.system,
    )


def nomination(world):
    return {"uuid": nomination_of_kenya(world).uuid}


def file(world):
    row = nomination_of_kenya(world)
    found = row.files.first()
    if found is None:
        stored = store(BytesIO(b"%PDF-1.7"), name="a.pdf", kinds=SCANS, most=99, at=AT)
        found = NominationFile.objects.create(nomination=row, file=stored, name="a.pdf")
    return {"uuid": found.uuid}


ROWS: dict[str, Row] = {
    "desk:calls": Row(TEAM, cohort),
    "desk:call_new": Row(TEAM, cohort, form=CALL),
    "desk:call": Row(TEAM, call),
    "desk:call_edit": Row(TEAM, call, form=CALL),
    "desk:call_open": Row(TEAM, call),
    "desk:call_conclude": Row(TEAM, call),
    "desk:call_reopen": Row(TEAM, of_kenya, form={"until": "2124-06-01"}),
    "desk:nominations": Row(LISTS),
    "desk:nomination": Row(TEAM | OWN, nomination),
    "desk:nomination_new": Row(
        WRITERS, of_kenya, form={"name": "X Y", "new": "on", "motivation": "Good"}
    ),
    "desk:nomination_edit": Row(WRITERS, nomination, form={"motivation": "Good"}),
    "desk:nomination_submit": Row(ASK, nomination, WRITERS),
    "desk:nomination_withdraw": Row(ASK, nomination, WRITERS),
    "desk:nomination_attach": Row(ASK, nomination, WRITERS),
    "desk:nomination_file": Row(TEAM | OWN, file),
    "desk:nomination_detach": Row(ASK, file, WRITERS),
    "desk:nomination_score": Row(TEAM, nomination, form={"score_1": "3"}),
    "desk:nomination_accept": Row(TEAM, nomination, form={"since": "2024-04-01"}),
    "desk:nomination_another": Row(
        TEAM,
        nomination,
        form={"language": "en", "text": "Please", "answer_by": "2124-01-01"},
    ),
}
