"""Rows of the access matrix: letters of the team and of the administrations."""

from datetime import date

from django.core.files.base import ContentFile

from mwalimu.programmes.models import Cohort, Letter, Programme, Session
from mwalimu.shared.files import SCANS, store
from tests.cast import AT
from tests.web.matrix import Row
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
OWN = frozenset({"kenya_coordinator", "kenya_deputy", "head"})
ASKERS = TEAM | OWN | {"togo_coordinator"}
WORDS = {"subject": "Changed", "body": "Changed", "language": "en"}


def draft(world):
    row = Letter.objects.create(
        direction="out",
        kind="other",
        member=world.kenya,
        language="en",
        subject="Draft",
        body="Draft",
        created_at=AT,
        created_by=world.system,
    )
    return {"uuid": row.uuid}


def received(world):
    scan = ContentFile(b"%PDF-1.7")
    row = Letter.objects.create(
        direction="in",
        kind="other",
        decision="informs",
        member=world.kenya,
        language="en",
        received_on=date(2024, 1, 2),
        file=store(scan, name="letter.pdf", kinds=SCANS, most=1000, at=AT),
        created_at=AT,
        created_by=world.system,
    )
    return {"uuid": row.uuid}


def cohort(world):
    running(world)
    programme = Programme.objects.get(code="RUN")
    row, _ = Cohort.objects.get_or_create(code="C-L", programme=programme)
    row.members.add(world.kenya)
    return {"code": row.code}


def session(world):
    running(world)
    row = Session.objects.create(
        programme=Programme.objects.get(code="RUN"), kind="working_group"
    )
    row.members.add(world.kenya)
    return {"uuid": row.uuid}


ROWS: dict[str, Row] = {
    "desk:letters": Row(ASKERS, writes=frozenset()),
    "desk:letters_write": Row(TEAM, form={"kind": "other", "members": "KE"}),
    "desk:letters_issue": Row(TEAM, form={"dated_on": "2024-03-01"}),
    "desk:letter_receive": Row(ASKERS, form={"member": "KE", "kind": "other"}),
    "desk:letter_texts": Row(TEAM, writes=frozenset()),
    "desk:letter_text": Row(
        TEAM, lambda _world: {"kind": "call", "language": "en"}, form=WORDS
    ),
    "desk:letter_layout": Row(TEAM),
    "desk:letter_layout_file": Row(TEAM, writes=frozenset()),
    "desk:letter": Row(TEAM | OWN, received, writes=frozenset()),
    "desk:letter_edit": Row(TEAM, draft, form=WORDS),
    "desk:letter_drop": Row(TEAM, draft),
    "desk:letter_withdraw": Row(TEAM, received, form={"reason": "A mistake"}),
    "desk:letter_file": Row(TEAM | OWN, received, writes=frozenset()),
    "desk:cohort_letters": Row(TEAM | OWN, cohort, writes=frozenset()),
    "desk:session_letters": Row(TEAM | OWN, session, writes=frozenset()),
}
