"""The roll of one day: who is expected, what is written, and what a tap means."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mwalimu.people.engine.names import words
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Attendance, Session, SessionDay
from mwalimu.programmes.queries.sessions.attendance import (
    Grid,
    attendance_grid,
    today_at,
)
from mwalimu.programmes.queries.sessions.expected import Participant

Presence = Attendance.Presence
THERE = frozenset({Presence.PRESENT, Presence.PART, Presence.ONLINE})
OTHERS = (Presence.PART, Presence.ONLINE, Presence.EXCUSED, Presence.ABSENT)


@dataclass(frozen=True)
class Line:
    """A person on the roll of a day."""

    participant: Participant
    mark: Attendance | None

    @property
    def uuid(self) -> UUID:
        """The public id of the person."""
        uuid: UUID = self.participant.person.uuid
        return uuid

    @property
    def presence(self) -> str:
        """What is written, or nothing."""
        return self.mark.presence if self.mark else ""


@dataclass(frozen=True)
class Roll:
    """Everybody on one day, and the days beside it."""

    day: SessionDay
    number: int  # of the day among the days, from 0
    grid: Grid
    lines: tuple[Line, ...]

    @property
    def there(self) -> int:
        """How many were there, for a part of the day at least."""
        return sum(line.presence in THERE for line in self.lines)

    @property
    def unmarked(self) -> int:
        """For how many nothing is written."""
        return sum(not line.presence for line in self.lines)

    def line(self, uuid: UUID) -> Line | None:
        """The line of a person."""
        return next((line for line in self.lines if line.uuid == uuid), None)

    def named(self, text: str) -> tuple[Line, ...]:
        """Those whose name has all these words, in any order and spelling."""
        wanted = words(text)
        return tuple(
            line
            for line in self.lines
            if all(word in line.participant.person.key for word in wanted)
        )


def day_to_show(grid: Grid, asked: str, today: date) -> SessionDay | None:
    """The day that was asked for; else today, the last day that came, or the first."""
    by_text = {row.day.isoformat(): row for row in grid.days}
    if asked in by_text:
        return by_text[asked]
    come = [row for row in grid.days if row.day <= today]
    return come[-1] if come else next(iter(grid.days), None)


def roll_of(
    viewer: Viewer, session: Session, asked: str, at: datetime
) -> tuple[Grid, Roll | None]:
    """What is written of a session, and the roll of the day to show, if it has days."""
    grid = attendance_grid(viewer, session)
    day = day_to_show(grid, asked, today_at(session, at))
    if day is None:
        return grid, None
    number = grid.days.index(day)
    lines = tuple(Line(row.participant, row.marks[number]) for row in grid.rows)
    return grid, Roll(day, number, grid, lines)


def read_mark(text: str) -> tuple[UUID, str] | None:
    """A tap, sent as `person:presence`; None where it is neither."""
    person, colon, presence = text.partition(":")
    if not colon or presence not in ("", *Presence.values):
        return None
    try:
        return UUID(person), presence
    except ValueError:
        return None
