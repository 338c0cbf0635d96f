"""What the desk shows beside reminders: what others check, and who fell silent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

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
YEAR = timedelta(days=365)


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
    """What a viewer follows on a day. What they are to do stands in their reminders."""
    if viewer.is_project_team:
        return Work(silent=_silent(viewer, on, language), watches_members=True)
    if viewer.roles & KEEPS_RECORDS:
        return Work(piles=[_handed_in(viewer)])
    if viewer.roles & {Role.READER, Role.REGIONAL_OFFICE}:
        codes = ("participations", "trainings")
        return Work(
            figures=[figure(code, viewer=viewer) for code in codes],
            latest=list(_newest(queries.listed(viewer))[:SHOWN]),
        )
    return Work()


def _newest(rows: Any) -> Any:
    return rows.select_related("host").order_by("-starts_on", "-pk")


def _handed_in(viewer: Viewer) -> Pile:
    """Trainings that somebody else is to verify."""
    rows = queries.listed(viewer).filter(status=Status.SUBMITTED)
    if viewer.roles & COORDINATES:
        mine = queries.waiting_for(viewer).values("pk")
        rows = rows.exclude(pk__in=mine)
    shown = list(_newest(rows)[: SHOWN + 1])
    count = rows.count() if len(shown) > SHOWN else len(shown)
    return Pile("submitted", *SUBMITTED, shown[:SHOWN], count, Status.SUBMITTED)


def _silent(viewer: Viewer, on: date, language: str) -> list[Member]:
    """Members of the programmes that hosted no counted training in twelve months."""
    since = on - YEAR
    period = f"{since:%Y-%m}..{on:%Y-%m}"
    table = figure("trainings", ("host",), {"month": period}, viewer=viewer)
    heard = {row.key[0] for row in table.rows if row.amount.value}
    members = participating_members(viewer)
    silent = [member for member in members if member.code not in heard]
    return sorted(silent, key=lambda member: str(member.name(language)))


SUBMITTED = (
    pgettext_lazy("pile of trainings", "Handed in, waiting for somebody else"),
    pgettext_lazy(
        "pile of trainings",
        "Whoever entered or edited a training cannot verify it.",
    ),
)
