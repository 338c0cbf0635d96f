"""Letting WG members off a requirement, with a reason."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, pgettext

from mwalimu.qualification.operations import give_waiver, withdraw_waiver
from mwalimu.qualification.queries.deciding import (
    holders_to_decide,
    waiver_at,
    waivers_in,
)
from mwalimu.qualification.queries.standards import edition_of
from mwalimu.shared.languages import in_language
from mwalimu.web.desk.board.views import cohort_or_404
from mwalimu.web.desk.decisions.forms import WaiverForm, WithdrawForm
from mwalimu.web.desk.programmes.fields import offer
from mwalimu.web.desk.standards.loaders import answer
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.tabs import cohort_tabs


@open_to(TEAM)
def waivers(request: Request, code: str) -> HttpResponse:
    """The waivers of a cohort, and a form for one more."""
    cohort, today = cohort_or_404(request, code), request.at.date()
    reading = get_language() or "en"
    people = {
        str(row.person.uuid): row.person for row in holders_to_decide(cohort, today)
    }
    edition = edition_of(cohort, today)
    lines = {row.code: row for row in edition.requirements.all()} if edition else {}
    form = WaiverForm(request.POST or None)
    offer(form, "person", [(key, row.name) for key, row in people.items()])
    named = [
        (key, f"{key} · {in_language(row.names, (reading,))}")
        for key, row in lines.items()
    ]
    offer(form, "requirement", named)

    def do(data: dict[str, Any]) -> None:
        give_waiver(
            cohort,
            person=people[data["person"]],
            requirement=lines[data["requirement"]],
            reason=data["reason"],
            by=acting(request),
            at=request.at,
        )

    return answer(
        request,
        form,
        do,
        lambda: reverse("desk:waivers", kwargs={"code": cohort.code}),
        template="desk/decisions/waivers.html",
        cohort=cohort,
        tabs=cohort_tabs(request, cohort.code),
        waivers=waivers_in(cohort),
    )


@open_to(TEAM)
def withdraw(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Ask the requirement again."""
    cohort = cohort_or_404(request, code)
    row = waiver_at(cohort, uuid)
    if row is None:
        raise Http404
    form = WithdrawForm(request.POST or None)

    def do(data: dict[str, Any]) -> None:
        withdraw_waiver(row, **data, by=acting(request), at=request.at)

    return answer(
        request,
        form,
        do,
        lambda: reverse("desk:waivers", kwargs={"code": cohort.code}),
        template="desk/decisions/form.html",
        cohort=cohort,
        title=pgettext("title", "Withdraw a waiver"),
        text=f"{row.person.name} · {row.requirement.code}",
    )
