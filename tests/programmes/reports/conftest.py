"""The report of a working group of March 2024 in Nairobi, on the day after it."""

import io
from datetime import UTC, date, datetime, time

import pytest
from docx import Document

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.operations.reports import (
    Party,
    make_version,
    send_for_clearance,
    upload_version,
)
from mwalimu.programmes.operations.sessions import (
    Item,
    Mark,
    add_expert,
    add_paper,
    put_on_agenda,
    take_attendance,
)
from mwalimu.qualification.queries import all_grants
from mwalimu.reference.models import Partner
from mwalimu.shared.files import opened
from tests.cast import AT
from tests.programmes.sessions.conftest import (  # noqa: F401
    AFTER,
    cohort,
    days,
    organiser,
    session,
    togo_organiser,
)

LATER = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
SENT = date(2024, 3, 11)
NOW = datetime(2024, 3, 11, 9, 0, tzinfo=UTC)


def viewer_of(somebody) -> Viewer:
    grants = all_grants(somebody.person, AT.date())
    return Viewer(somebody.account.pk, somebody.person.pk, grants)


@pytest.fixture
def jica(db):
    """A partner that clears reports."""
    return Partner.objects.get_or_create(code="JICA", names={"en": "JICA"})[0]


@pytest.fixture
def held(session, days, wg_member, togo_wg_member, system, team):  # noqa: F811
    """An agenda, an expert, papers, and attendance: Kenya's on two days, Togo's on one."""
    by = {"by": team.actor, "at": AT}
    line = Item(
        day=days[0],
        starts_at=time(9),
        ends_at=time(10),
        title="Opening",
        kind="ceremony",
        speaker="Head of Customs",
    )
    put_on_agenda(session, line, **by)
    add_expert(session, name="Ms X", organisation="WCO", part="case studies", **by)
    for seen_by, title in (("participants", "Handbook"), ("team", "Budget")):
        content = io.BytesIO(f"%PDF-{title}".encode())
        name = f"{title}.pdf"
        add_paper(session, content, name=name, title=title, seen_by=seen_by, **by)
    kenya, togo = wg_member.person, togo_wg_member.person
    first = [Mark(kenya, "present"), Mark(togo, "online")]
    take_attendance(days[0], marks=first, by=team.actor, at=AFTER)
    second = [Mark(kenya, "part"), Mark(togo, "absent")]
    take_attendance(days[1], marks=second, by=team.actor, at=AFTER)
    return session


def document_of(row):
    """The Word file of a version."""
    with opened(row.file) as stream:
        return Document(io.BytesIO(stream.read()))


def tables(document) -> list[list[list[str]]]:
    """Every table as rows of texts."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    ]


def paragraphs(document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def everything(document) -> str:
    cells = [cell for table in tables(document) for row in table for cell in row]
    return "\n".join([*paragraphs(document), *cells])


def make(session, team, language="en", at=NOW, **options):  # noqa: F811
    return make_version(session, language=language, by=team.actor, at=at, **options)


def word(text: str) -> io.BytesIO:
    """A Word file that says something."""
    document, target = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(target)
    target.seek(0)
    return target


def upload(session, team, text="edited", **options):  # noqa: F811
    said = {"name": "report.docx", "language": "en"} | options
    return upload_version(session, word(text), **said, by=team.actor, at=NOW)


def send(row, team, *parties, sent_on=SENT, at=LATER):
    to = [
        Party(member=each) if hasattr(each, "time_zone") else Party(partner=each)
        for each in parties
    ]
    return send_for_clearance(row, parties=to, sent_on=sent_on, by=team.actor, at=at)
