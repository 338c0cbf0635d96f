"""The list of sessions."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions import may_edit, workspaces_visible_to
from mwalimu.programmes.queries.codes import codes_and_names
from mwalimu.programmes.queries.sessions.listing import at_time, by_date, for_list
from mwalimu.web.desk.programmes.fields import named, offer
from mwalimu.web.desk.sessions.loaders import WORKERS
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.lists import Column, FilterForm, Listing
from mwalimu.web.kit.requests import Request

ANY = [("", pgettext_lazy("filter", "any"))]


class SessionFilters(FilterForm):
    """When, programme, cohort and kind."""

    when = forms.ChoiceField(
        label=pgettext_lazy("filter", "When"),
        choices=[
            *ANY,
            ("coming", pgettext_lazy("filter", "to come")),
            ("past", pgettext_lazy("filter", "past")),
            ("cancelled", pgettext_lazy("filter", "cancelled")),
        ],
    )
    programme = forms.ChoiceField(label=pgettext_lazy("filter", "Programme"))
    cohort = forms.ChoiceField(label=pgettext_lazy("filter", "Cohort"))
    kind = forms.ChoiceField(
        label=pgettext_lazy("filter", "Kind"), choices=[*ANY, *Session.Kind.choices]
    )


class SessionList(Listing):
    """Sessions, the latest first."""

    columns = (
        Column("session", pgettext_lazy("column", "Session")),
        Column(
            "starts", pgettext_lazy("column", "Dates"), ("sorted_on",), falling=True
        ),
        Column("place", pgettext_lazy("column", "Place")),
        Column("cohort", pgettext_lazy("column", "Cohorts")),
        Column("kind", pgettext_lazy("column", "Kind"), ("kind",)),
    )
    default_sort = "-starts"
    filters = SessionFilters
    rows_template = "desk/sessions/list_rows.html"
    caption = pgettext_lazy("list", "Sessions")
    empty_title = pgettext_lazy("list", "No session is planned yet")
    empty_text = pgettext_lazy("list", "A session is added on the page of a programme.")

    def __init__(self, request: Request, rows: QuerySet[Any]) -> None:
        super().__init__(request, by_date(rows))
        self.today = request.at.date()

    def filter_form(self) -> FilterForm:
        """The filters, with programmes and cohorts in the reader's language."""
        form = super().filter_form()
        programmes, cohorts = codes_and_names(self.rows)
        offer(form, "programme", [*ANY, *named(programmes)])
        offer(form, "cohort", [*ANY, *((row.code, row.code) for row in cohorts)])
        return form

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """By time, programme, cohort and kind."""
        if when := wanted.get("when"):
            rows = at_time(rows, when, self.today)
        if programme := wanted.get("programme"):
            rows = rows.filter(programme__code=programme)
        if cohort := wanted.get("cohort"):
            rows = rows.filter(cohorts__code=cohort)
        if kind := wanted.get("kind"):
            rows = rows.filter(kind=kind)
        return rows

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what the rows show."""
        return for_list(rows)


@open_to(WORKERS)
@require_safe
def sessions(request: Request) -> HttpResponse:
    """The sessions on which the viewer works."""
    page = SessionList(request, workspaces_visible_to(request.viewer)).page()
    context = {"page": page, "may_run": may_edit(request.viewer)}
    part = request.headers.get("HX-Request") and not request.headers.get("HX-Boosted")
    template = "kit/list_body.html" if part else "desk/sessions/list.html"
    return render(request, template, context)
