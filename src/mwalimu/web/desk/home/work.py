"""What needs somebody now: piles of trainings, and Members that fell silent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.figures.queries import FigureTable, figure
from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, KEEPS_RECORDS, Viewer
from mwalimu.programmes.queries.overview import participating_members
from mwalimu.reference.models import Member
from mwalimu.trainings import queries
from mwalimu.trainings.models import Status, Training

SHOWN = 5
MOST = 60
YEAR = timedelta(days=365)
OPEN = (Status.RETURNED, Status.DRAFT, Status.SUBMITTED)


@dataclass(frozen=True)
class Pile:
    """Trainings that wait for the same thing. `count`: all of them, not only the rows."""

    key: str
    title: str | Promise
    text: str | Promise
    rows: Sequence[Training]
    count: int
    status: str = ""

    @property
    def more(self) -> bool:
        """There are more than are shown."""
        return self.count > len(self.rows)


@dataclass(frozen=True)
class Work:
    """The desk of one viewer."""

    piles: list[Pile] = field(default_factory=list)
    silent: list[Member] = field(default_factory=list)
    watches_members: bool = False
    figures: list[FigureTable] = field(default_factory=list)
    latest: list[Training] = field(default_factory=list)


def work_of(viewer: Viewer, on: date, language: str) -> Work:
    """What waits for a viewer on a day, most urgent first."""
    if viewer.is_project_team:
        return Work(
            piles=[*_to_verify(viewer), *_own(viewer)],
            silent=_silent(viewer, on, language),
            watches_members=True,
        )
    if viewer.roles & KEEPS_RECORDS:
        return Work(piles=[*_to_verify(viewer), *_of_the_administration(viewer)])
    if viewer.roles & {Role.READER, Role.REGIONAL_OFFICE}:
        codes = ("participations", "trainings")
        return Work(
            figures=[figure(code, viewer=viewer) for code in codes],
            latest=list(_newest(queries.listed(viewer))[:SHOWN]),
        )
    return Work(piles=_own(viewer))


def _newest(rows: Any) -> Any:
    return rows.select_related("host").order_by("-starts_on", "-pk")


def _pile(key: str, rows: Any, status: str = "") -> Pile:
    shown = list(_newest(rows)[: SHOWN + 1])
    count = rows.count() if len(shown) > SHOWN else len(shown)
    return Pile(key, *WORDS[key], shown[:SHOWN], count, status)


def _to_verify(viewer: Viewer) -> list[Pile]:
    if not viewer.is_project_team and not viewer.roles & COORDINATES:
        return []
    return [_pile("to_verify", queries.waiting_for(viewer), Status.SUBMITTED)]


def _own(viewer: Viewer) -> list[Pile]:
    return [_pile("unfinished", queries.to_finish(viewer))]


def _of_the_administration(viewer: Viewer) -> Iterable[Pile]:
    """Returned, drafts and handed in, of all trainings that the viewer follows."""
    rows = queries.listed(viewer).filter(status__in=OPEN)
    if viewer.roles & COORDINATES:
        mine = queries.waiting_for(viewer).values("pk")
        rows = rows.exclude(pk__in=mine)
    counts = dict(rows.order_by().values_list("status").annotate(Count("pk")))
    grouped = defaultdict(list)
    for training in _newest(rows)[:MOST]:
        grouped[training.status].append(training)
    for status in OPEN:
        shown = grouped[status][:SHOWN]
        yield Pile(status, *WORDS[status], shown, counts.get(status, 0), status)


def _silent(viewer: Viewer, on: date, language: str) -> list[Member]:
    """Members of the programmes that hosted no counted training in twelve months."""
    since = on - YEAR
    period = f"{since:%Y-%m}..{on:%Y-%m}"
    table = figure("trainings", ("host",), {"month": period}, viewer=viewer)
    heard = {row.key[0] for row in table.rows if row.amount.value}
    members = participating_members(viewer)
    silent = [member for member in members if member.code not in heard]
    return sorted(silent, key=lambda member: str(member.name(language)))


WORDS: dict[str, tuple[Promise, Promise]] = {
    "to_verify": (
        pgettext_lazy("pile of trainings", "Waiting for you to verify"),
        pgettext_lazy(
            "pile of trainings",
            "Handed in by somebody else. They count once you verify them.",
        ),
    ),
    "unfinished": (
        pgettext_lazy("pile of trainings", "Yours to finish"),
        pgettext_lazy("pile of trainings", "Drafts and returned records of yours."),
    ),
    "returned": (
        pgettext_lazy("pile of trainings", "Returned to you"),
        pgettext_lazy(
            "pile of trainings",
            "Each says what to change before it is handed in again.",
        ),
    ),
    "draft": (
        pgettext_lazy("pile of trainings", "Drafts"),
        pgettext_lazy("pile of trainings", "Not handed in yet: nobody checks them."),
    ),
    "submitted": (
        pgettext_lazy("pile of trainings", "Handed in, waiting for somebody else"),
        pgettext_lazy(
            "pile of trainings",
            "Whoever entered or edited a training cannot verify it.",
        ),
    ),
}
