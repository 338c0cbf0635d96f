"""Attendance as people read it: a grid, shares, counts; and as facts for judgements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.meeting_days import (
    day_in,
    meeting_days,
    span,
    worth,
)
from mwalimu.programmes.models import Attendance, Session, SessionDay
from mwalimu.programmes.queries.sessions.expected import (
    Participant,
    formerly_at,
    participants_at,
    visible,
)
from mwalimu.shared.dates import Precision


@dataclass(frozen=True)
class Attended:
    """What one person attended of one session, as plain facts.

    `days` of the session, on `written` of them something is written, and they are worth
    `amount` days together. `rows` are the public ids of what it stands on.
    """

    days: int
    written: int
    amount: Fraction
    rows: tuple[UUID, ...] = ()
    last: date | None = None

    @property
    def share(self) -> Fraction | None:
        """The share of the days, 0 to 1; None while nothing is written: not known."""
        return self.amount / self.days if self.days and self.written else None

    @property
    def complete(self) -> bool:
        """Something is written for every day."""
        return 0 < self.days == self.written


NOTHING = Attended(0, 0, Fraction(0))


def attended(person: Person, session: Session) -> Attended:
    """What a person attended of a session."""
    found = attended_by([person.pk], [session.pk])
    return found.get((person.pk, session.pk), NOTHING)


def attended_by(
    people: Iterable[int], sessions: Iterable[int]
) -> dict[tuple[int, int], Attended]:
    """By (person, session), primary keys: whoever has anything written. Two queries."""
    keys = list(sessions)
    days = days_of(keys)
    rows = Attendance.objects.filter(day__session__in=keys, person__in=list(people))
    written: defaultdict[tuple[int, int], list[tuple[date, str, UUID]]]
    written = defaultdict(list)
    for person, session, day, presence, uuid in rows.order_by("day__day").values_list(
        "person", "day__session", "day__day", "presence", "uuid"
    ):
        written[person, session].append((day, presence, uuid))
    return {key: _facts(found, len(days[key[1]])) for key, found in written.items()}


def days_of(sessions: Iterable[int]) -> defaultdict[int, list[date]]:
    """The days of each session, in order."""
    found: defaultdict[int, list[date]] = defaultdict(list)
    rows = SessionDay.objects.filter(session__in=list(sessions)).order_by("day")
    for session, day in rows.values_list("session", "day"):
        found[session].append(day)
    return found


def _facts(written: list[tuple[date, str, UUID]], days: int) -> Attended:
    return Attended(
        days=days,
        written=len(written),
        amount=worth(presence for _, presence, _ in written),
        rows=tuple(uuid for _, _, uuid in written),
        last=written[-1][0] if written else None,
    )


@dataclass(frozen=True)
class Headcount:
    """How many people were at a session, as far as attendance was written.

    Of `written` people something is written; `attended` were there on one day at least.
    """

    days: int
    written: int
    attended: int


def headcounts(sessions: Iterable[int]) -> dict[int, Headcount]:
    """For each session (primary key) that has days: its counts. Two queries."""
    keys = list(sessions)
    days = days_of(keys)
    rows = Attendance.objects.filter(day__session__in=keys)
    written: defaultdict[int, set[int]] = defaultdict(set)
    there: defaultdict[int, set[int]] = defaultdict(set)
    for session, person, presence in rows.values_list(
        "day__session", "person", "presence"
    ):
        written[session].add(person)
        if worth([presence]):
            there[session].add(person)
    return {
        key: Headcount(len(found), len(written[key]), len(there[key]))
        for key, found in days.items()
    }


@dataclass(frozen=True)
class GridRow:
    """A person, and what is written for each day; None where nothing is."""

    participant: Participant
    marks: tuple[Attendance | None, ...]
    attended: Attended


@dataclass(frozen=True)
class Grid:
    """Days across, people down."""

    days: tuple[SessionDay, ...]
    rows: tuple[GridRow, ...]

    @property
    def written(self) -> int:
        """Of how many people something is written."""
        return sum(row.attended.written > 0 for row in self.rows)

    @property
    def there(self) -> int:
        """How many of them were there, for a part of one day at least."""
        return sum(row.attended.amount > 0 for row in self.rows)

    def lacking(self, today: date) -> int:
        """How many entries are missing on the days that have come."""
        come = [number for number, row in enumerate(self.days) if row.day <= today]
        return sum(row.marks[number] is None for row in self.rows for number in come)


def attendance_grid(viewer: Viewer, session: Session) -> Grid:
    """What is written of the people whom the viewer may see, nobody else.

    Whoever was written down and is expected no longer, because the seat changed hands,
    stays in the grid.
    """
    days = tuple(session.days.all())
    marks = marks_of(days)
    people = participants_at(session)
    gone = {person for _, person in marks} - {each.person.pk for each in people}
    people += formerly_at(session, gone)
    shown = visible(viewer, session, people)
    return Grid(days, tuple(_row(each, days, marks) for each in shown))


Marks = Mapping[tuple[int, int], Attendance]


def marks_of(days: Iterable[SessionDay]) -> Marks:
    """What is written for these days, by (day, person) as primary keys."""
    rows = Attendance.objects.filter(day__in=list(days))
    return {(row.day_id, row.person_id): row for row in rows}


def _row(
    participant: Participant, days: tuple[SessionDay, ...], marks: Marks
) -> GridRow:
    found = tuple(marks.get((day.pk, participant.person.pk)) for day in days)
    written = [
        (day.day, mark.presence, mark.uuid)
        for day, mark in zip(days, found, strict=True)
        if mark
    ]
    return GridRow(participant, found, _facts(written, len(days)))


def days_within(session: Session) -> list[date]:
    """Every day from the first to the last; none unless both are known to the day."""
    starts, ends = session.starts, session.ends or session.starts
    if starts is None or ends is None:
        return []
    if {starts.precision, ends.precision} != {Precision.DAY}:
        return []
    return span(starts.first, ends.first)


def proposed_days(session: Session) -> list[date]:
    """Those of them on which it is supposed to meet."""
    days = days_within(session)
    return meeting_days(days[0], days[-1]) if days else []


def today_at(session: Session, at: datetime) -> date:
    """The civil day where the session is held; of UTC where no Member hosts it."""
    return day_in(session.host.time_zone if session.host else "", at)


def over(session: Session, at: datetime) -> bool:
    """Whether its last day is past where it is held; also where no day is known."""
    last = session.ends_on or session.starts_on
    return last is None or last < today_at(session, at)


def days_attended_by(viewer: Viewer, session: Session) -> list[Attendance]:
    """What is written about the viewer, day by day: their own data."""
    rows = Attendance.objects.filter(day__session=session, person=viewer.person_id)
    return list(rows.select_related("day").order_by("day__day"))
