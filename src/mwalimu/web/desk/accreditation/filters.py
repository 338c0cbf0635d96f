"""What one can look for on the board, and the list of paths."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import pgettext_lazy

from mwalimu.people.permissions import Viewer
from mwalimu.qualification.engine.accreditation import Waiting
from mwalimu.qualification.queries.accreditation.board import (
    WITH,
    PathsWanted,
    members_on_paths,
    narrowed,
    shown_paths,
)
from mwalimu.qualification.queries.accreditation.wording import WAITS
from mwalimu.qualification.queries.pool.choices import pool_choices
from mwalimu.reference.queries import sort_key
from mwalimu.web.desk.accreditation.forms import PHASES, offer, reading
from mwalimu.web.desk.pool.filters import any_of, languages
from mwalimu.web.kit.lists import Column, FilterForm, Listing
from mwalimu.web.kit.requests import Request

ANY = ("", pgettext_lazy("filter", "any"))
RUNNING = ("", pgettext_lazy("filter", "running"))
WAITING = [ANY, *((k.value, v) for k, v in WAITS.items() if k != Waiting.NOTHING)]


class PathFilter(FilterForm):
    """Type, field, Member, language, and what is waited for."""

    type = forms.ChoiceField(label=pgettext_lazy("filter", "Type"))
    field = forms.ChoiceField(label=pgettext_lazy("filter", "Field"))
    member = forms.ChoiceField(label=pgettext_lazy("filter", "Member"))
    language = forms.ChoiceField(label=pgettext_lazy("filter", "Language"))
    waiting = forms.ChoiceField(
        label=pgettext_lazy("filter", "Waits for"), choices=WAITING
    )


class ListFilter(PathFilter):
    """On the list also the phase, and paths that are closed."""

    phase = forms.ChoiceField(label=pgettext_lazy("filter", "Phase"), choices=PHASES)
    closed = forms.ChoiceField(
        label=pgettext_lazy("filter", "Paths"),
        choices=[RUNNING, ("1", pgettext_lazy("filter", "closed"))],
    )


def fill(form: FilterForm, viewer: Viewer) -> FilterForm:
    """Let the filters choose among types, fields, Members and languages (two queries)."""
    chosen, language = pool_choices(reading()), reading()
    members = [(m.code, str(m.name(language))) for m in members_on_paths(viewer)]
    members.sort(key=lambda pair: sort_key(pair[1]))
    for name, choices in (
        ("type", chosen.types),
        ("field", chosen.fields),
        ("member", members),
        ("language", languages(language)),
    ):
        offer(form, name, any_of(choices))
    return form


def wanted_of(data: dict[str, Any]) -> PathsWanted:
    """What a filled-in filter asks for."""
    names = ("type", "field", "member", "language", "waiting", "phase")
    plain = {name: data.get(name) or "" for name in names}
    return PathsWanted(**plain, closed=bool(data.get("closed")))


class PathList(Listing):
    """Paths by name, for a phone and for long lists."""

    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", pgettext_lazy("column", "Name"), ("person__name",)),
        Column(
            "type",
            pgettext_lazy("column", "Type and field"),
            ("type__position", "field__position"),
        ),
        Column("member", pgettext_lazy("column", "Member"), ("member__code",)),
        Column("state", pgettext_lazy("column", "State")),
        Column("waits", pgettext_lazy("column", "Waits for")),
        Column(
            "since", pgettext_lazy("column", "Since"), ("phase_since",), falling=True
        ),
    )
    default_sort = "name"
    filters = ListFilter
    rows_template = "desk/accreditation/rows.html"
    caption = pgettext_lazy("caption", "Accreditations")
    empty_title = pgettext_lazy("list", "Nobody is on the path to an accreditation")
    empty_text = pgettext_lazy(
        "list", "The project team proposes Master Trainers and other officers."
    )

    def __init__(self, request: Request) -> None:
        self.viewer, self.today = request.viewer, request.at.date()
        super().__init__(request, shown_paths(request.viewer))

    @cached_property
    def _filled(self) -> FilterForm:
        return fill(super().filter_form(), self.viewer)

    def filter_form(self) -> FilterForm:
        """With types, fields, Members and languages in the reader's language."""
        return self._filled

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """By each filter that is filled in."""
        paths: Any = rows
        found: QuerySet[Any] = narrowed(paths, wanted_of(wanted), self.today)
        return found

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the person, type, field and Member."""
        return rows.select_related(*WITH)
