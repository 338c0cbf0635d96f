"""Making standards and editions, and putting them in force."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.qualification.models import StandardEdition
from mwalimu.qualification.operations import (
    QualificationRefused,
    create_standard,
    discard_draft,
    draft_edition,
    edit_edition,
    put_in_force,
)
from mwalimu.qualification.queries.standards import standards_shown_to
from mwalimu.web.desk.programmes.fields import texts
from mwalimu.web.desk.standards.forms import EditionForm, InForceForm, StandardForm
from mwalimu.web.desk.standards.loaders import answer, edition_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


def page_of(edition: StandardEdition) -> str:
    """The address of an edition."""
    code, number = edition.standard.code, edition.number
    return reverse("desk:edition", kwargs={"code": code, "number": number})


@open_to(TEAM)
def standard_new(request: Request) -> HttpResponse:
    """A standard with its first draft."""
    form = StandardForm(request.POST or None)

    def do(data: dict[str, Any]) -> None:
        create_standard(
            code=data["code"],
            names=texts(data, "name"),
            by=acting(request),
            at=request.at,
        )

    def back() -> str:
        if request.method == "POST" and form.is_valid():
            code = form.cleaned_data["code"]
            return reverse("desk:edition", kwargs={"code": code, "number": 1})
        return reverse("desk:standards")

    return answer(request, form, do, back, title=pgettext("title", "New standard"))


@open_to(TEAM)
@require_POST
def draft(request: Request, code: str) -> HttpResponse:
    """Copy the newest edition to work on the next one."""
    shelves = {row.standard.code: row for row in standards_shown_to(request.viewer)}
    if code not in shelves:
        raise Http404
    try:
        made = draft_edition(shelves[code].standard, by=acting(request), at=request.at)
    except QualificationRefused as refused:
        messages.error(request, refused.message)
        return redirect("desk:standards")
    text = pgettext("message", "A copy of the edition before, to be changed.")
    messages.success(request, text)
    return redirect("desk:edition", code=code, number=made.number)


@open_to(TEAM)
def edit(request: Request, code: str, number: int) -> HttpResponse:
    """Validity, renewal and notes of a draft."""
    edition = edition_or_404(request, code, number)
    form = EditionForm(request.POST or None, initial=EditionForm.said_by(edition))

    def do(_data: dict[str, Any]) -> None:
        facts = form.facts(edition)
        edit_edition(edition, facts=facts, by=acting(request), at=request.at)

    title = pgettext("title", "Validity and notes")
    return answer(
        request, form, do, lambda: page_of(edition), title=title, edition=edition
    )


@open_to(TEAM)
def in_force(request: Request, code: str, number: int) -> HttpResponse:
    """From a day on the edition is in force, and never changes again."""
    edition = edition_or_404(request, code, number)
    initial = {"valid_from": request.at.date()}
    form = InForceForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> None:
        put_in_force(edition, **data, by=acting(request), at=request.at)

    return answer(
        request,
        form,
        do,
        lambda: page_of(edition),
        edition=edition,
        title=pgettext("title", "Put the edition in force"),
        text=pgettext(
            "help",
            "From that day on cohorts may begin under it. Its requirements never change"
            " again; the edition before stays with those who follow it.",
        ),
        button=pgettext("button", "Put in force"),
    )


@open_to(TEAM)
@require_POST
def discard(request: Request, code: str, number: int) -> HttpResponse:
    """Throw a draft away."""
    edition = edition_or_404(request, code, number)
    try:
        discard_draft(edition, by=acting(request), at=request.at)
    except QualificationRefused as refused:
        messages.error(request, refused.message)
        return redirect(page_of(edition))
    messages.success(request, pgettext("message", "The draft is gone."))
    return redirect("desk:standards")
