"""The list of Master Trainers."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import F, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import PersonLanguage
from mwalimu.people.permissions import KEEPS_RECORDS, Viewer
from mwalimu.qualification.models import PoolRow
from mwalimu.qualification.permissions import pool_visible_to
from mwalimu.qualification.queries.pool import search_pool, stated
from mwalimu.qualification.queries.pool.atlas import Atlas
from mwalimu.qualification.queries.pool.choices import PoolChoices, pool_choices
from mwalimu.qualification.queries.pool.searching import (
    EVERYTHING,
    SHOWN,
    with_distance,
    with_people,
    within,
)
from mwalimu.qualification.queries.pool.wording import STATES, pool_sentence
from mwalimu.web.desk.pool.filters import (
    USUAL,
    PoolFilter,
    any_of,
    languages,
    wanted_of,
)
from mwalimu.web.kit.lists import Column, FilterForm, Listing
from mwalimu.web.kit.path.showing import Hand
from mwalimu.web.kit.requests import Request


@dataclass(frozen=True)
class Found:
    """A row as the viewer may read it: what they may not know is None."""

    state: str | None
    code: str | None
    reason: str
    delivered_on: date | None
    languages: list[PersonLanguage] | None
    experts: str = ""


class PoolList(Listing):
    """Master Trainers by name; by distance where a place is given."""

    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", pgettext_lazy("column", "Name"), ("key",)),
        Column("topic", pgettext_lazy("column", "Topic")),
        Column("member", pgettext_lazy("column", "Member")),
        Column("languages", pgettext_lazy("column", "Languages")),
        Column("state", pgettext_lazy("column", "State")),
        Column(
            "delivered",
            pgettext_lazy("column", "Last training"),
            ("delivered_on",),
            falling=True,
        ),
        Column("distance", pgettext_lazy("column", "Distance"), ("distance",), True),
    )
    default_sort = "name"
    filters = PoolFilter
    search_kind = EVERYTHING
    rows_template = "desk/pool/rows.html"
    caption = pgettext_lazy("caption", "Master Trainers")
    empty_title = pgettext_lazy("list", "Nobody is in the pool yet")
    empty_text = pgettext_lazy("list", "Master Trainers appear here with their award.")

    def __init__(self, request: Request) -> None:
        self.viewer, self.today = request.viewer, request.at.date()
        rows = pool_visible_to(request.viewer).in_pool(self.today)
        super().__init__(request, rows)
        self.reading = get_language() or "en"
        self.atlas = Atlas(self.reading)
        if not self.near:
            self.columns = self.columns[:-1]  # type: ignore[misc]

    @cached_property
    def choices(self) -> PoolChoices:
        """Topics, types and fields of expertise."""
        return pool_choices(self.reading)

    @cached_property
    def near(self) -> dict[int, float]:
        """How far each Member is from the place that is asked for, if one is."""
        return self.atlas.distances(self.request.GET.get("near", "")[:2])

    def filter_form(self) -> FilterForm:
        """With Members, regions, topics and languages in the reader's language."""
        form = super().filter_form()
        for name, choices in (
            ("member", self.atlas.members),
            ("near", self.atlas.members),
            ("region", self.atlas.regions),
            ("topic", self.choices.topics),
            ("expert", self.choices.types),
            ("expertise", self.choices.fields),
            ("language", languages(self.reading)),
        ):
            field = form.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = any_of(choices)
        return form

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """By each filter that is filled in."""
        pool: Any = rows
        pool = search_pool(pool, wanted_of(wanted), self.viewer, self.today)
        if self.near and wanted.get("near"):
            most = wanted.get("within") or USUAL
            reach = {pk: km for pk, km in self.near.items() if km <= most}
            pool = within(pool, reach)
        found: QuerySet[Any] = pool
        return found

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the person and their languages."""
        pool: Any = with_people(rows)
        found: QuerySet[Any] = with_distance(pool, self.near) if self.near else pool
        return found

    def _sort(self) -> str:
        asked = super()._sort()
        chosen = "sort" in self.request.GET
        return "distance" if self.near and not chosen else asked

    def _order(self, sort: str) -> list[Any]:
        """Who never gave a training comes last, whichever way it is sorted."""
        fields = super()._order(sort)
        return [_nulls_last(name) if "delivered" in name else name for name in fields]


def _nulls_last(name: str) -> Any:
    field = F(name.removeprefix("-"))
    if name.startswith("-"):
        return field.desc(nulls_last=True)
    return field.asc(nulls_last=True)


class OwnPoolList(PoolList):
    """The list of an administration: words find only what it may read.

    Nor does an order tell when somebody taught who does not show it.
    """

    columns: ClassVar[tuple[Column, ...]] = tuple(
        Column(column.key, column.label) if column.key == "delivered" else column
        for column in PoolList.columns
    )
    search_kind = SHOWN


def pool_list(request: Request) -> PoolList:
    """The list for whoever asks."""
    return (PoolList if request.viewer.is_project_team else OwnPoolList)(request)


def found(row: PoolRow, viewer: Viewer, request: Request, reading: str) -> Found:
    """What the viewer may read of a row."""
    own = viewer.is_project_team or row.member_id in viewer.members_as(*KEEPS_RECORDS)
    spoken = list(row.person.languages.all())
    shown = spoken if own or row.languages_to else None
    experts = row.experts if own or row.accredited_to else ""
    if not own and not row.experience_to:
        return Found(None, None, "", None, shown, experts)
    state = stated(row, request.at.date())
    text = pool_sentence(state.reason, Hand(reading).day)
    word = str(STATES[state.state])
    return Found(word, state.state.value, text, row.delivered_on, shown, experts)
