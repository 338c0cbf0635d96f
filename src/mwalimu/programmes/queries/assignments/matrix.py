"""A cohort's people x its assignments, as those who follow them see it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.progress import Progress
from mwalimu.programmes.models import Assignment, Cohort, Holding, Submission
from mwalimu.programmes.permissions.assignments import (
    SEES_PROGRESS,
    may_run_assignments,
)
from mwalimu.programmes.queries.assignments.found import assignments_of
from mwalimu.programmes.queries.assignments.tasks import (
    Task,
    holds,
    latest_of,
    make_task,
    seat_for,
)
from mwalimu.reference.models import Member

HERE = (Progress.HANDED_IN, Progress.DIFFER, Progress.REPEAT, Progress.ACCEPTED)


@dataclass(frozen=True)
class Cell:
    """Where a person stands with one assignment; without a task it is not theirs."""

    assignment: Assignment
    task: Task | None

    @property
    def late(self) -> bool:
        """The newest version came late."""
        return bool(self.task and self.task.latest and self.task.latest.late)


@dataclass(frozen=True)
class MatrixRow:
    """A person, whose they are, whether they still hold a seat, and their cells."""

    person: Person
    member: Member
    current: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """An assignment, and how many people stand where with it."""

    assignment: Assignment
    asked: int
    counts: Counter[str]
    late: int

    @property
    def here(self) -> int:
        """How many have handed something in."""
        return sum(self.counts[state] for state in (*HERE, Progress.REJECTED))

    @property
    def accepted(self) -> int:
        """How many are through."""
        return self.counts[Progress.ACCEPTED]

    @property
    def waiting(self) -> int:
        """How many versions wait for reviews, or for a decision of the team."""
        return self.counts[Progress.HANDED_IN] + self.counts[Progress.DIFFER]


@dataclass(frozen=True)
class Matrix:
    """The columns, and a row for each person."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]


def matrix_of(cohort: Cohort, viewer: Viewer, at: datetime) -> Matrix:
    """Who of the cohort stands where, of those whom the viewer follows.

    The project team all; an administration its own people. Whoever left the seat is
    shown where they had handed something in. Four queries.
    """
    assignments = assignments_of(cohort, viewer)
    seats: dict[int, list[Holding]] = {}
    for held in followed(cohort, viewer).order_by("seat__member__code", "person__name"):
        seats.setdefault(held.person_id, []).append(held)
    latest = latest_of(assignments, seats)
    rows = [
        row
        for person, near in seats.items()
        if (row := _row(person, near, assignments, latest, at))
    ]
    rows.sort(key=lambda row: not row.current)
    columns = [_column(number, each, rows) for number, each in enumerate(assignments)]
    return Matrix(tuple(columns), tuple(rows))


def followed(cohort: Cohort, viewer: Viewer) -> QuerySet[Holding]:
    """The holdings of a cohort whose progress a viewer follows."""
    rows: QuerySet[Holding] = Holding.objects.filter(seat__cohort=cohort)
    rows = rows.select_related("person", "seat__member", "seat__topic")
    if may_run_assignments(viewer):
        return rows
    return rows.filter(seat__member__in=viewer.members_as(*SEES_PROGRESS))


def _row(
    person: int,
    held: list[Holding],
    assignments: Iterable[Assignment],
    latest: dict[tuple[int, int], Submission],
    at: datetime,
) -> MatrixRow | None:
    cells = []
    for assignment in assignments:
        seat = seat_for(assignment, held, at)
        version = latest.get((assignment.pk, person))
        shown = seat is not None and (version is not None or holds(seat, at))
        task = make_task(assignment, seat, version, at) if seat and shown else None
        cells.append(Cell(assignment, task))
    current = any(holds(row, at) for row in held)
    if not current and not any(cell.task for cell in cells):
        return None
    return MatrixRow(held[-1].person, held[-1].seat.member, current, tuple(cells))


def _column(number: int, assignment: Assignment, rows: list[MatrixRow]) -> Column:
    cells = [row.cells[number] for row in rows if row.cells[number].task]
    states = [cell.task.progress for cell in cells if cell.task]
    return Column(
        assignment, len(cells), Counter(states), sum(cell.late for cell in cells)
    )
