"""What a plan is made of: persons, awards and trainings, all synthetic, no database."""

from dataclasses import dataclass, field
from datetime import date

from mwalimu.demo.plan.seating import (
    Journey,
    PlannedMeeting,
    PlannedPanel,
    PlannedTask,
)


@dataclass(frozen=True)
class PlannedPerson:
    """A synthetic person; `key` stands for the row until it exists."""

    key: str
    name: str
    sex: str
    birth_year: int | None
    member: str
    sector: str
    post: str = ""
    languages: tuple[str, ...] = ()
    email: str = ""


@dataclass(frozen=True)
class PlannedAward:
    """That person is a Master Trainer of the topic from that day; `seat` is its code."""

    seat: str
    person: str
    topic: str
    member: str
    cohort: str
    valid_from: date
    ended_on: date | None = None


@dataclass(frozen=True)
class PlannedTrainer:
    """Who teaches, as what, for which Member."""

    person: str
    role: str
    member: str
    days: int


@dataclass(frozen=True)
class PlannedName:
    """A named participation; scores in per cent."""

    person: str
    member: str
    sector: str
    sex: str
    days: int
    pre_score: float | None
    post_score: float | None
    certificate: bool


@dataclass(frozen=True)
class PlannedCount:
    """People without names; `member` is empty where it was not recorded."""

    member: str
    sector: str
    sex: str
    count: int


@dataclass(frozen=True)
class PlannedTraining:
    """One training. `holders`: its lead trainer holds, held or will hold an award in it."""

    key: str
    block: str
    seat: str  # code of the seat whose share it is; empty: of no seat
    holders: bool
    host: str
    topics: tuple[str, ...]
    title: str
    place: str
    starts: date
    ends: date
    precision: str
    hours: float | None
    mode: str
    language: str
    initiative: str
    trainers: tuple[PlannedTrainer, ...]
    names: tuple[PlannedName, ...] = ()
    counts: tuple[PlannedCount, ...] = ()

    @property
    def people(self) -> int:
        """Named people and head-counts together."""
        return len(self.names) + sum(group.count for group in self.counts)

    @property
    def recorded_on(self) -> date:
        """The day on which its quarter was put on record: mid of the second month after."""
        month = (self.starts.month - 1) // 3 * 3 + 5
        year = self.starts.year + (month > 12)
        return date(year, (month - 1) % 12 + 1, 15)


@dataclass(frozen=True)
class Plan:
    """All that the demo invents, in the order in which it is recorded."""

    people: list[PlannedPerson]
    awards: list[PlannedAward]
    trainings: list[PlannedTraining] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)
    meetings: list[PlannedMeeting] = field(default_factory=list)
    tasks: list[PlannedTask] = field(default_factory=list)
    panels: list[PlannedPanel] = field(default_factory=list)

    def participations(self, block: str, first: int, last: int) -> int:
        """People in the trainings of a block that began in these years."""
        return sum(
            training.people
            for training in self.trainings
            if training.block == block and first <= training.starts.year <= last
        )
