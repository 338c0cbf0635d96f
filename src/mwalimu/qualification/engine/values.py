"""What a standard asks, what a person shows, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of evidence a requirement accepts, and what its amount means."""

    ATTENDANCE = "attendance"  # share of the days of a stage, 0 to 1
    ASSIGNMENT = "assignment"  # 1 when a submission was accepted
    DEMO = "demo"  # the panel's agreed score on one criterion
    TEST = "test"  # score in percent
    MATERIAL = "material"  # contributions, counted
    TRAINING = "training"  # trainings delivered, counted


COUNTED = frozenset({Kind.MATERIAL, Kind.TRAINING})


class State(StrEnum):
    """Where a person stands on one requirement."""

    MET = "met"
    OPEN = "open"
    MISSED = "missed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of a standard: this kind of evidence, on this subject, at least so much.

    `subjects` names stages, assignments or criteria; all of them must reach `amount`,
    except for counted kinds, where they are added up (no subject: any counts).
    `amount` is in the unit of the kind. `assumed` marks a threshold no source states.
    """

    code: str
    kind: Kind
    amount: Fraction
    subjects: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row that shows something: what, about which subject, how much, when.

    `row` is the public id of the row it stands on. `stands_for` are further subjects
    that the same evidence serves: a supplementary session stands for missed stages.
    `said` is what the row says of itself, as a code: work that was handed in.
    """

    kind: Kind
    subject: str
    amount: Fraction
    on: date
    row: str
    stands_for: tuple[str, ...] = ()
    said: str = ""

    def serves(self, subject: str) -> bool:
        """Whether it is evidence on that subject."""
        return subject == self.subject or subject in self.stands_for


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody with the right to do so let a person off a requirement, and said why."""

    requirement: str
    reason: str
    row: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code with parameters; the caller says it in the reader's language."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of one requirement, why, on which rows, and since when it is so."""

    requirement: Requirement
    state: State
    reasons: tuple[Reason, ...]
    rows: tuple[str, ...]
    since: date | None = None

    @property
    def settled(self) -> bool:
        """Nothing more is asked of the person."""
        return self.state in (State.MET, State.WAIVED)


@dataclass(frozen=True, slots=True)
class Standing:
    """A person under a standard: one verdict a requirement, in the standard's order."""

    verdicts: tuple[Verdict, ...]

    @property
    def complete(self) -> bool:
        """Every requirement is met or waived: the evidence supports the award."""
        return all(verdict.settled for verdict in self.verdicts)

    @property
    def missing(self) -> tuple[Verdict, ...]:
        """What is open or missed."""
        return tuple(v for v in self.verdicts if not v.settled)

    @property
    def behind_since(self) -> date | None:
        """The earliest day on which a requirement was missed."""
        days = [v.since for v in self.verdicts if v.state == State.MISSED and v.since]
        return min(days, default=None)
