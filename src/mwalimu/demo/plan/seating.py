"""What the way of a cohort is made of: seats, holdings, meetings, marks."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class PlannedSeat:
    """A place of a Member in a cohort and topic."""

    cohort: str
    topic: str
    member: str
    number: int

    @property
    def code(self) -> str:
        """What the tables call it: `EA-PCA PCA KE 2`."""
        return f"{self.cohort} {self.topic} {self.member} {self.number}"


@dataclass(frozen=True)
class PlannedHolding:
    """A person holds a seat from a day to a last day; the words are the domain's codes.

    `note` says why it began, `why` why it ended.
    """

    seat: PlannedSeat
    person: str
    since: date
    began: str = "nominated"
    note: str = ""
    until: date | None = None
    ended: str = ""
    why: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the person holds the seat on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class PlannedMark:
    """What is written of a person on a day of a session."""

    person: str
    day: date
    presence: str


@dataclass(frozen=True)
class PlannedMeeting:
    """A session of the real history of which days and head-count are known.

    `reported` people were there, as the source has it; the marks say the same.
    """

    key: str
    cohorts: tuple[str, ...]
    days: tuple[date, ...]
    reported: int
    marks: tuple[PlannedMark, ...] = ()

    @property
    def there(self) -> set[str]:
        """Everybody who was there on a day at least."""
        return {mark.person for mark in self.marks if mark.presence in THERE}


THERE = frozenset({"present", "online", "part"})


@dataclass(frozen=True)
class Journey:
    """The way of one cohort: its seats and who held them, in order of time."""

    cohort: str
    since: date
    seats: tuple[PlannedSeat, ...]
    holdings: tuple[PlannedHolding, ...] = field(default_factory=tuple)

    def on(self, day: date) -> list[PlannedHolding]:
        """Who holds which seat on a day, by seat."""
        return [row for row in self.holdings if row.holds_on(day)]


@dataclass(frozen=True)
class PlannedVersion:
    """A version that somebody hands in, and what was said of it; nothing: it waits."""

    person: str
    on: date
    decision: str = ""
    settled_on: date | None = None


@dataclass(frozen=True)
class PlannedTask:
    """Work that a cohort is asked to do between working groups, and what came in."""

    cohort: str
    code: str
    stage: str
    opened: date
    due: date
    late_until: date
    closes: bool
    versions: tuple[PlannedVersion, ...] = ()


@dataclass(frozen=True)
class PlannedDemo:
    """A slot in which somebody teaches: what two assessors give, what the panel agrees.

    Three scores each: training skill, technical expertise, content of the materials.
    """

    person: str
    topic: str
    given: tuple[tuple[int, int, int], tuple[int, int, int]]
    agreed: tuple[int, int, int]


@dataclass(frozen=True)
class PlannedPanel:
    """The demo slots of a session, on these days, and the panel that sat over them."""

    key: str
    days: tuple[date, ...]
    closed_on: date
    demos: tuple[PlannedDemo, ...]
