"""Who took part: counts by Member and day; names for the host alone."""

from collections.abc import Iterable

from django.utils.translation import npgettext, pgettext

from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.engine.meeting_days import worth
from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.reports.wording import (
    name_in_force,
    nothing,
    or_unknown,
    short_day,
)
from mwalimu.programmes.queries.sessions.attendance import (
    Grid,
    GridRow,
    attendance_grid,
)
from mwalimu.reference.queries import sort_key
from mwalimu.typesetting.content import Table
from mwalimu.typesetting.word import Section


def participants(session: Session, with_names: bool) -> list[Section]:
    """Counts by Member and day, Members by name; where nothing was written for a day,
    the day says so. `with_names` adds who it was.
    """
    grid = attendance_grid(OPERATOR, session)
    heading = pgettext("report", "Participants")
    if not grid.rows:
        return [Section(heading, [nothing()])]
    found = [Section(heading, _summary(grid), [_by_member(grid)])]
    if with_names:
        names = pgettext("report", "Participants by name, for the host only")
        found.append(Section(names, [], [_by_name(grid)]))
    return found


def _summary(grid: Grid) -> list[str]:
    expected = npgettext(
        "report", "%(count)d person was expected.", "%(count)d people were expected.",
        len(grid.rows),
    )  # fmt: skip
    lines = [expected % {"count": len(grid.rows)}]
    if not grid.written:
        lines.append(pgettext("report", "Attendance is not recorded."))
        return lines
    there = npgettext(
        "report",
        "%(count)d of %(written)d for whom attendance was taken was there.",
        "%(count)d of %(written)d for whom attendance was taken were there.",
        grid.there,
    )
    lines.append(there % {"count": grid.there, "written": grid.written})
    return lines


def _by_member(grid: Grid) -> Table:
    groups: dict[str, list[GridRow]] = {}
    for row in grid.rows:
        groups.setdefault(name_in_force(row.participant.member), []).append(row)
    names = sorted(groups, key=lambda name: (not name, sort_key(name)))
    lines = [
        [name or pgettext("report", "of no Member"), *_counts(grid, groups[name])]
        for name in names
    ]
    total = [pgettext("report", "Together"), *_counts(grid, grid.rows)]
    return Table(
        pgettext("report", "Expected, and present on each day, by Member"),
        [
            pgettext("column", "Member"),
            pgettext("column", "Expected"),
            *(short_day(day.day) for day in grid.days),
        ],
        [*lines, total],
    )


def _counts(grid: Grid, rows: Iterable[GridRow]) -> list[str]:
    """How many were expected, and on each day how many of them were there."""
    people = list(rows)
    found = [str(len(people))]
    for number in range(len(grid.days)):
        marks = [row.marks[number] for row in people]
        written = [mark.presence for mark in marks if mark]
        there = sum(worth([presence]) > 0 for presence in written)
        found.append(str(there) if written else or_unknown(""))
    return found


def _by_name(grid: Grid) -> Table:
    return Table(
        pgettext("report", "Who was there on which day"),
        [
            pgettext("column", "Name"),
            pgettext("column", "Member"),
            *(short_day(day.day) for day in grid.days),
        ],
        [
            [
                row.participant.person.name,
                name_in_force(row.participant.member),
                *(
                    str(mark.get_presence_display()) if mark else or_unknown("")
                    for mark in row.marks
                ),
            ]
            for row in grid.rows
        ],
    )
