"""The outputs of a session as parts of a Word file, in the language in force."""

from collections.abc import Iterable, Sequence
from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, pgettext

from mwalimu.programmes.models import SessionIssue, TrainingNeed
from mwalimu.programmes.queries.outputs.page import Outputs, TaskLine
from mwalimu.typesetting.content import Table
from mwalimu.typesetting.word import Section

LOCALES = {"en": "en_GB", "fr": "fr"}


def output_sections(outputs: Outputs) -> list[Section]:
    """Issues, needs, the work plan, and what earlier sessions left open.

    A part without a row says that nothing is recorded. Issues that their administration
    did not share are left out where the viewer may not read them.
    """
    return [
        Section(
            pgettext("report", "Issues of the administrations"),
            _or_nothing(outputs.issues),
            [_issues(outputs.issues)] if outputs.issues else [],
        ),
        Section(
            pgettext("report", "Training needs"),
            _or_nothing(outputs.needs),
            [_needs(outputs.needs)] if outputs.needs else [],
        ),
        Section(
            pgettext("report", "Collective work plan"),
            _or_nothing(outputs.plan),
            [_plan(outputs.plan)] if outputs.plan else [],
        ),
        *_carried(outputs),
    ]


def _carried(outputs: Outputs) -> list[Section]:
    if not outputs.carried:
        return []
    heading = pgettext("report", "Still open from earlier sessions")
    return [Section(heading, [], [_plan(outputs.carried)])]


def _or_nothing(rows: Sequence[object]) -> list[str]:
    return [] if rows else [pgettext("report", "Nothing is recorded.")]


def _issues(rows: Iterable[SessionIssue]) -> Table:
    return Table(
        pgettext("report", "As the administrations put them"),
        [pgettext("column", "Member"), pgettext("column", "Issue")],
        [[_name(row.member), row.text] for row in rows],
    )


def _needs(rows: Iterable[TrainingNeed]) -> Table:
    return Table(
        pgettext("report", "Needs that the group identified"),
        [
            pgettext("column", "Training need"),
            pgettext("column", "Topic"),
            pgettext("column", "Members"),
        ],
        [
            [
                row.text,
                _name(row.topic),
                ", ".join(_name(member) for member in row.members.all()),
            ]
            for row in rows
        ],
    )


def _plan(lines: Iterable[TaskLine]) -> Table:
    return Table(
        pgettext("report", "Tasks, the first due first"),
        [
            pgettext("column", "Task"),
            pgettext("column", "Who"),
            pgettext("column", "Due"),
            pgettext("column", "State"),
        ],
        [
            [
                line.item.text,
                owner_of(line),
                day_text(line.item.due_on),
                str(line.item.get_state_display()),
            ]
            for line in lines
        ],
    )


def owner_of(line: TaskLine) -> str:
    """The Member that owns a task, and who of it where that may be read."""
    parts = [line.name, _name(line.item.member)]
    known = ", ".join(part for part in parts if part)
    return known or pgettext("report", "not recorded")


def day_text(day: date | None) -> str:
    """A day in the language in force; what is not known says so."""
    if day is None:
        return pgettext("report", "not recorded")
    return format_date(day, "d MMMM y", LOCALES.get(get_language() or "", "en_GB"))


def _name(row: object) -> str:
    naming = getattr(row, "name", None)
    return str(naming(get_language() or "en")) if naming else ""
