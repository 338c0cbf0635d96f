"""Lists of letters: all, of a cohort, of a session."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import LetterKind
from mwalimu.programmes.permissions import may_edit
from mwalimu.programmes.queries.letters import (
    cohort_at,
    letters_of,
    listed,
    members_with_letters,
    overdue,
    session_at,
)
from mwalimu.programmes.querysets import LetterQuerySet
from mwalimu.web.desk.letters.forms import by_name
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM, open_to
from mwalimu.web.kit.lists import Column, FilterForm, Listing
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import cohort_tabs, session_tabs

ANY = ("", pgettext_lazy("filter", "any"))
STATES = (
    ANY,
    ("draft", pgettext_lazy("filter", "drafts")),
    ("waiting", pgettext_lazy("filter", "waiting for an answer")),
    ("out", pgettext_lazy("filter", "issued")),
    ("in", pgettext_lazy("filter", "received")),
)


class LetterFilters(FilterForm):
    """State, kind and Member."""

    state = forms.ChoiceField(label=pgettext_lazy("filter", "State"), choices=STATES)
    kind = forms.ChoiceField(
        label=pgettext_lazy("filter", "About"), choices=[ANY, *LetterKind.choices]
    )
    member = forms.ChoiceField(label=pgettext_lazy("filter", "Member"))


class LetterList(Listing):
    """Letters, the newest first."""

    columns = (
        Column(
            "created", pgettext_lazy("column", "Letter"), ("created_at",), falling=True
        ),
        Column("member", pgettext_lazy("column", "Member"), ("member__code",)),
        Column("about", pgettext_lazy("column", "About")),
        Column("dated", pgettext_lazy("column", "Dated"), ("dated_on",), falling=True),
        Column("state", pgettext_lazy("column", "State")),
    )
    default_sort = "-created"
    filters = LetterFilters
    rows_template = "desk/letters/rows.html"
    caption = pgettext_lazy("list", "Letters")
    empty_title = pgettext_lazy("list", "No letter is on record yet")
    empty_text = pgettext_lazy(
        "list", "Letters out are written here; letters in are kept with their scan."
    )

    def __init__(self, request: Request, rows: LetterQuerySet) -> None:
        super().__init__(request, rows)
        self.members = members_with_letters(rows)

    def filter_form(self) -> FilterForm:
        """The filters, with the Members that have letters."""
        form = super().filter_form()
        field = form.fields["member"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [ANY, *by_name(self.members)]
        return form

    def narrow(self, rows: Any, wanted: dict[str, Any]) -> Any:
        """The letters that the filters want."""
        state = wanted.pop("state", "")
        if "member" in wanted:
            wanted["member__code"] = wanted.pop("member")
        rows = rows.filter(**wanted)
        if state == "draft":
            return rows.filter(direction="out", issued_at=None)
        if state == "waiting":
            return rows.unanswered()
        return rows.filter(direction=state) if state else rows

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what a row shows."""
        return rows.select_related("member", "cohort", "session", "person")


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def letters(request: Request) -> HttpResponse:
    """Every letter that the viewer may read."""
    page = LetterList(request, listed(request.viewer)).page()
    context = {
        "page": page,
        "may_write": may_edit(request.viewer),
        "overdue": overdue(request.viewer, request.at.date()).count(),
        "today": request.at.date(),
    }
    template = "desk/letters/list.html"
    if getattr(request, "htmx", False):
        template = "kit/list_body.html"
    return render(request, template, context)


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def of_cohort(request: Request, code: str) -> HttpResponse:
    """Letters about a cohort."""
    cohort = cohort_at(request.viewer, code)
    if cohort is None:
        raise Http404
    context = {
        "title": cohort,
        "rows": letters_of(request.viewer, cohort=cohort)[:200],
        "tabs": cohort_tabs(request, code),
        "about": f"cohort={cohort.code}",
        "may_write": may_edit(request.viewer),
        "today": request.at.date(),
    }
    return render(request, "desk/letters/about.html", context)


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def of_session(request: Request, uuid: UUID) -> HttpResponse:
    """Letters about a session."""
    session = session_at(request.viewer, uuid)
    if session is None:
        raise Http404
    context = {
        "title": session,
        "session": session,
        "rows": letters_of(request.viewer, session=session)[:200],
        "tabs": session_tabs(request, uuid),
        "about": f"session={session.uuid}",
        "may_write": may_edit(request.viewer),
        "today": request.at.date(),
    }
    return render(request, "desk/letters/about.html", context)
