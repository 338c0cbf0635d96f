"""What the report of a session would be filled with, counted; what is missing of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Func, IntegerField, OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.models import (
    AgendaItem,
    Attendance,
    Mode,
    Paper,
    Session,
    SessionDay,
    SessionExpert,
    SessionIssue,
    TrainingNeed,
    WorkItem,
)
from mwalimu.programmes.queries.sessions.expected import participants_at

Text = str | Promise
AGENDA = pgettext_lazy("report", "Agenda")
EXPERTS = pgettext_lazy("report", "Experts")
FACTS = pgettext_lazy("report", "Session")
ISSUES = pgettext_lazy("report", "Issues of the administrations")
NEEDS = pgettext_lazy("report", "Training needs")
NOTHING = pgettext_lazy("report", "nothing is recorded")
PAPERS = pgettext_lazy("report", "Papers")
PARTICIPANTS = pgettext_lazy("report", "Participants")
PLAN = pgettext_lazy("report", "Collective work plan")


@dataclass(frozen=True)
class Part:
    """A part of the report: how many rows fill it, and the page on which they are.

    `lacks` says what is missing; empty where nothing is.
    """

    label: Text
    count: int
    page: str
    lacks: Text = ""


@dataclass(frozen=True)
class Contents:
    """The parts of a report in their order."""

    parts: tuple[Part, ...]

    @property
    def lacking(self) -> tuple[Part, ...]:
        """The parts of which something is missing."""
        return tuple(part for part in self.parts if part.lacks)


def contents_of(session: Session, today: date) -> Contents:
    """What fills the report, for the project team. Three queries."""
    found = _counts(session)
    expected = len(participants_at(session))
    return Contents(
        (
            _facts(session),
            _part(AGENDA, found["agenda"], "desk:session_agenda", NOTHING),
            _part(EXPERTS, found["experts"], "desk:session_people", NOTHING),
            _attendance(session, found, expected, today),
            _part(PAPERS, found["papers"], "desk:session_agenda", ""),
            _part(ISSUES, found["issues"], "desk:session_outputs", ""),
            _part(NEEDS, found["needs"], "desk:session_outputs", ""),
            _part(PLAN, found["tasks"], "desk:session_outputs", ""),
        )
    )


def _part(label: Text, count: int, page: str, lacks: Text) -> Part:
    return Part(label, count, page, "" if count else lacks)


def _facts(session: Session) -> Part:
    """The facts of the session, and those that are not known."""
    known = [
        bool(session.starts),
        bool(session.city) or session.mode == Mode.ONLINE,
        session.mode != Mode.NOT_RECORDED,
        bool(session.language),
        session.host_id is not None,
    ]
    lacks: Text = ""
    if not all(known):
        lacks = pgettext_lazy(
            "report", "not all of dates, place, mode, language and host are recorded"
        )
    return Part(FACTS, sum(known), "desk:session_edit", lacks)


def _attendance(
    session: Session, found: dict[str, int], expected: int, today: date
) -> Part:
    """Who is expected, and whether attendance was written for everybody on every day."""
    label, page = PARTICIPANTS, "desk:session_attendance"
    if not expected:
        return Part(label, 0, page, pgettext_lazy("report", "nobody is expected"))
    last = session.ends_on or session.starts_on
    if last is None or last >= today:
        return Part(
            label, expected, page, pgettext_lazy("report", "the session is not over")
        )
    if not found["days"] or not found["marks"]:
        return Part(
            label, expected, page, pgettext_lazy("report", "no attendance is recorded")
        )
    if found["marks"] < found["days"] * expected:
        lacks = pgettext_lazy("report", "attendance is not recorded for all")
        return Part(label, expected, page, lacks)
    return Part(label, expected, page)


def _counts(session: Session) -> dict[str, int]:
    """How many rows there are of each kind, in one query."""
    relations: dict[str, QuerySet[Any]] = {
        "agenda": AgendaItem.objects.filter(day__session=OuterRef("pk")),
        "experts": SessionExpert.objects.filter(session=OuterRef("pk")),
        "papers": Paper.objects.filter(session=OuterRef("pk"), seen_by="participants"),
        "days": SessionDay.objects.filter(session=OuterRef("pk")),
        "marks": Attendance.objects.filter(day__session=OuterRef("pk")),
        "issues": SessionIssue.objects.filter(session=OuterRef("pk")),
        "needs": TrainingNeed.objects.filter(session=OuterRef("pk")),
        "tasks": WorkItem.objects.filter(session=OuterRef("pk")),
    }
    counted = {f"n_{name}": _number(rows) for name, rows in relations.items()}
    found = Session.objects.filter(pk=session.pk).values(**counted).get()
    return {name: found[f"n_{name}"] for name in relations}


def _number(rows: QuerySet[Any]) -> Subquery:
    """The number of rows as a value of the row outside."""
    counted = rows.order_by().annotate(n=Func(F("pk"), function="COUNT"))
    return Subquery(counted.values("n"), output_field=IntegerField())
