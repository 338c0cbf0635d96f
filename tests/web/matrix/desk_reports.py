"""Rows of the access matrix: the report of a session that Kenya hosts."""

import io

from docx import Document

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.reports import (
    Party,
    send_for_clearance,
    upload_version,
)
from tests.cast import AT
from tests.web.matrix import Row
from tests.web.matrix.desk_sessions import session

TEAM = frozenset({"team"})
NOBODY = frozenset()
READERS = TEAM | {"kenya_organiser"}


def version(world):
    """A draft of the team's own."""
    found = session(world)
    document, target = Document(), io.BytesIO()
    document.add_paragraph(str(found["uuid"]))
    document.save(target)
    row = upload_version(
        Session.objects.get(uuid=found["uuid"]),
        target,
        name="report.docx",
        language="en",
        by=world.system,
        at=AT,
    )
    return {**found, "version": row.uuid}


def sent(world):
    """The same, sent to the host."""
    found = version(world)
    row = Session.objects.get(uuid=found["uuid"]).reports.get()
    to = [Party(member=world.kenya)]
    send_for_clearance(row, parties=to, sent_on=AT.date(), by=world.system, at=AT)
    return found


def asked(world):
    found = sent(world)
    row = Session.objects.get(uuid=found["uuid"]).reports.get().clearances.get()
    return {"uuid": found["uuid"], "clearance": row.uuid}


def cleared(world):
    found = sent(world)
    report = Session.objects.get(uuid=found["uuid"]).reports.get()
    report.clearances.update(answer="cleared", answered_on=AT.date())
    return found


ROWS: dict[str, Row] = {
    "desk:session_report": Row(READERS, session, writes=NOBODY),
    "desk:report_draft": Row(TEAM, session, form={"language": "en"}),
    "desk:report_upload": Row(TEAM, session, form={"language": "en"}),
    "desk:report_file": Row(READERS, sent, writes=NOBODY),
    "desk:report_drop": Row(TEAM, version),
    "desk:report_send": Row(
        TEAM, version, form={"parties": "host:KE", "sent_on": "2024-03-01"}
    ),
    "desk:report_final": Row(TEAM, cleared),
    "desk:report_answer": Row(
        READERS, asked, form={"answer": "cleared", "answered_on": "2024-03-01"}
    ),
}
