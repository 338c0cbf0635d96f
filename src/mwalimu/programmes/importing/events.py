"""Importing dated events: good rows go in together, wrong rows are named."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import StringIO
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.importing.codes import (
    Belonging,
    Codes,
    UnknownCode,
    shipped_text,
)
from mwalimu.programmes.importing.parsing import Event, Known, parse_event
from mwalimu.programmes.importing.rows import Problem, Row, read_rows
from mwalimu.programmes.models import Activity, Session
from mwalimu.programmes.operations import (
    ActivityFacts,
    ProgrammeRefused,
    SessionFacts,
    activity_facts,
    put_activity,
    put_session,
    session_facts,
)
from mwalimu.reference.queries import members_by_code, partners, topics_by_code

COLUMN_OF = {
    "starts": "start",
    "starts_on": "start",
    "starts_precision": "start",
    "ends": "end",
    "ends_on": "end",
    "ends_precision": "end",
    "host": "country",
    "place_note": "city",
    "topics": "topic",
    "code": "cohort",
    "cohorts": "cohort",
    "programme": "cohort",
    "project": "cohort",
    "group": "cohort",
    "stages": "stage_codes",
    "demo_trainees_unknown": "demo_trainees",
    "source_stage": "stage",
    "kind": "stage",
    "meetings": "stage",
    "launch": "stage",
    "certificates": "stage",
}


@dataclass
class Report:
    """What an import did, or would do. `changed` lists the columns that differ."""

    rows: int = 0
    new: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    created: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    dry_run: bool = False

    @property
    def wrong_rows(self) -> int:
        """How many rows were left out."""
        return len({problem.row for problem in self.problems})


def import_events(
    lines: Iterable[str],
    *,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    create_programmes: bool = False,
) -> Report:
    """Store every good row of a table of events, in one transaction.

    A row is known by its `id`: importing it again changes only what differs. A row whose
    cohort is unknown is left out, unless `create_programmes` says to make one. Raises
    UnreadableFile, and stores nothing, where the lines are no such table.
    """
    report = Report(dry_run=dry_run)
    with transaction.atomic():
        codes = Codes(by=by, at=at, creates=create_programmes)
        _store_all(list(_events(lines, report)), report, codes)
        if dry_run:
            transaction.set_rollback(True)
    report.problems.sort(key=lambda problem: problem.row)
    return report


def import_shipped_events(*, by: Actor, at: datetime) -> Report:
    """The real history that comes with the product, 2016 to 2025."""
    return import_events(StringIO(shipped_text("events")), by=by, at=at)


def _events(lines: Iterable[str], report: Report) -> Iterable[Event]:
    """The rows that can be understood; what cannot goes to the report."""
    known = Known(
        members=members_by_code(),
        topics=topics_by_code(),
        partners={partner.code: partner for partner in partners()},
    )
    seen: dict[str, int] = {}
    for row in read_rows(lines):
        report.rows += 1
        if isinstance(row, Problem):
            report.problems.append(row)
            continue
        event = parse_event(row, known)
        if isinstance(event, list):
            report.problems += event
        elif row.id in seen:
            text = pgettext(
                "import", "Row %(row)s has this id already: give each event its own."
            )
            report.problems.append(row.problem("id", text % {"row": seen[row.id]}))
        else:
            yield event
        if row.id:
            seen.setdefault(row.id, row.number)


def _store_all(events: list[Event], report: Report, codes: Codes) -> None:
    keys = [event.row.id for event in events]
    relations = ("topics", "members", "partners")
    sessions = Session.objects.filter(source_key__in=keys)
    activities = Activity.objects.filter(source_key__in=keys)
    present: dict[str | None, Session | Activity] = {
        **{row.source_key: row for row in activities.prefetch_related(*relations)},
        **{
            row.source_key: row
            for row in sessions.prefetch_related(*relations, "cohorts", "stages")
        },
    }
    for event in events:
        try:
            with codes.undone_with_the_row(), transaction.atomic():
                _store(event, present.get(event.row.id), codes, report)
        except UnknownCode as unknown:
            report.problems.append(event.row.problem("cohort", str(unknown)))
        except ProgrammeRefused as refused:
            for problem in refused.problems:
                column = COLUMN_OF.get(problem.field, problem.field)
                report.problems.append(event.row.problem(column, problem.message))
    report.created = codes.created


def _store(
    event: Event, present: Session | Activity | None, codes: Codes, report: Report
) -> None:
    kind = Session if event.reading.is_session else Activity
    if present is not None and not isinstance(present, kind):
        report.problems.append(_changed_nature(event.row, present))
        return
    starts = event.values["starts"].first
    members = event.values.get("members", ())
    belonging = codes.belonging(event.codes, members, starts)
    if event.reading.is_session and belonging.programme is None:
        message = pgettext(
            "import",
            "A working group belongs to a programme, and this code is a project.",
        )
        report.problems.append(event.row.problem("cohort", message))
        return
    if isinstance(present, Session) or (present is None and kind is Session):
        session = present or Session()
        changed = put_session(
            session,
            _session(event, belonging, present),
            by=codes.by,
            at=codes.at,
        )
    else:
        activity = present or Activity()
        changed = put_activity(
            activity,
            _activity(event, belonging, present),
            by=codes.by,
            at=codes.at,
        )
    _count(event, present is None, changed, report)


def _count(event: Event, new: bool, changed: tuple[str, ...], report: Report) -> None:
    if new:
        report.new.append(event.row.id)
    elif changed:
        columns = {COLUMN_OF.get(name, name) for name in changed}
        report.changed[event.row.id] = sorted(columns)
    else:
        report.same.append(event.row.id)
    if not event.reading.understood:
        stage = event.row.cells["stage"]
        text = pgettext(
            "import", "Row %(row)s: stage %(stage)r is kept as an other activity."
        )
        report.notices.append(text % {"row": event.row.number, "stage": stage})


def _session(
    event: Event, belonging: Belonging, present: Session | None
) -> SessionFacts:
    """What the row says, on top of what is recorded."""
    assert belonging.programme is not None
    reading = event.reading
    values: dict[str, Any] = {
        **event.values,
        "kind": reading.kind,
        "programme": belonging.programme,
        "cohorts": belonging.cohorts,
        "group": belonging.group,
        "meetings": reading.meetings,
        "launch": reading.launch,
        "certificates": reading.certificates,
    }
    codes = event.stage_codes or ((reading.code,) if reading.code else ())
    if codes or present is None:
        values["stages"] = belonging.stages(codes)
    if present is None:
        return SessionFacts(**values)
    return replace(session_facts(present), **values)


def _activity(
    event: Event, belonging: Belonging, present: Activity | None
) -> ActivityFacts:
    """What the row says, on top of what is recorded."""
    values: dict[str, Any] = {
        **event.values,
        "kind": event.reading.kind,
        "project": belonging.project,
        "programme": belonging.programme,
        "group": belonging.group,
    }
    if present is None:
        return ActivityFacts(**values)
    return replace(activity_facts(present), **values)


def _changed_nature(row: Row, present: Session | Activity) -> Problem:
    if isinstance(present, Session):
        text = pgettext(
            "import",
            "%(id)s is recorded as a session (%(stage)s), and this stage reads as"
            " something else: give the new event an id of its own.",
        )
    else:
        text = pgettext(
            "import",
            "%(id)s is recorded as an activity (%(stage)s), and this stage reads as"
            " something else: give the new event an id of its own.",
        )
    return row.problem("stage", text % {"id": row.id, "stage": present.source_stage})
