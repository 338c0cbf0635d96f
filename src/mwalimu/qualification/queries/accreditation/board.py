"""The pipeline board: who is in which phase, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from mwalimu.people.models import PersonLanguage
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.engine.accreditation import Phase, Waiting
from mwalimu.qualification.models import Accreditation
from mwalimu.qualification.permissions import accreditations_visible_to
from mwalimu.qualification.queries.accreditation.paths import waiting_of
from mwalimu.qualification.queries.accreditation.waiting import (
    ASKS_SOMEBODY,
    waits_since,
)
from mwalimu.qualification.querysets import AccreditationQuerySet, waiting_q
from mwalimu.reference.models import Member

MOST_CARDS = 50  # in a column; the list shows the others
WITH = ("person", "type", "field", "member")


@dataclass(frozen=True)
class PathsWanted:
    """What is looked for: codes, or nothing for all."""

    type: str = ""
    field: str = ""
    member: str = ""
    language: str = ""
    waiting: str = ""
    phase: str = ""
    closed: bool = False


@dataclass(frozen=True)
class Card:
    """A path on the board, with what it waits for and since when."""

    row: Accreditation
    waiting: Waiting
    since: date


@dataclass(frozen=True)
class Column:
    """A phase with its cards, the longest there first; `total`: also those not shown."""

    phase: Phase
    cards: Sequence[Card]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.cards)


@dataclass(frozen=True)
class Board:
    """Every phase, and how many paths wait for what."""

    columns: Sequence[Column]
    waiting: Sequence[tuple[Waiting, int]]

    @property
    def total(self) -> int:
        """How many paths there are."""
        return sum(column.total for column in self.columns)


def shown_paths(viewer: Viewer) -> AccreditationQuerySet:
    """Paths that a viewer may find on a list, but for those of erased people."""
    return accreditations_visible_to(viewer).filter(person__erased_at=None)


def narrowed(
    rows: AccreditationQuerySet, wanted: PathsWanted, on: date
) -> AccreditationQuerySet:
    """Those of the paths that fit."""
    plain = {
        "type__code": wanted.type,
        "field__code": wanted.field,
        "member__code": wanted.member,
        "phase": wanted.phase,
    }
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    rows = rows.exclude(closed_on=None) if wanted.closed else rows.running()
    if wanted.language:
        spoken = PersonLanguage.objects.filter(language=wanted.language)
        rows = rows.filter(person__in=spoken.values("person"))
    if wanted.waiting:
        rows = rows.waiting_for(Waiting(wanted.waiting), on)
    return rows


def board_of(viewer: Viewer, wanted: PathsWanted, on: date) -> Board:
    """The board as a viewer may see it (two queries)."""
    rows = narrowed(shown_paths(viewer), wanted, on)
    asked = waiting_q(on)
    counts = rows.aggregate(
        **{f"in_{phase}": Count("pk", filter=Q(phase=phase)) for phase in Phase},
        **{f"for_{what}": Count("pk", filter=asked[what]) for what in ASKS_SOMEBODY},
    )
    place = Window(
        RowNumber(), partition_by=F("phase"), order_by=[F("phase_since"), F("pk")]
    )
    found: Any = rows.annotate(place=place).filter(place__lte=MOST_CARDS)
    cards: dict[str, list[Card]] = {phase: [] for phase in Phase}
    for row in found.select_related(*WITH).order_by("phase_since", "pk"):
        cards[row.phase].append(card_of(row, on))
    return Board(
        [Column(phase, cards[phase], counts[f"in_{phase}"]) for phase in Phase],
        [(what, n) for what in Waiting if (n := counts.get(f"for_{what}", 0))],
    )


def card_of(row: Accreditation, on: date) -> Card:
    """A path with what it waits for."""
    what = waiting_of(row, on)
    return Card(row, what, waits_since(row, what))


def members_on_paths(viewer: Viewer) -> list[Member]:
    """Members of which somebody is or was on a path that a viewer may see."""
    keys = accreditations_visible_to(viewer).order_by().values("member")
    return list(Member.objects.filter(pk__in=keys))
