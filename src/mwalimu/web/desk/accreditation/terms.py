"""Suspending, resuming, withdrawing, ending, converting; taking the last step back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.qualification.operations.accreditation import (
    Expertise,
    change_terms,
    convert,
    take_back,
)
from mwalimu.web.desk.accreditation.forms import ConvertForm, ReasonForm, TermsForm
from mwalimu.web.desk.accreditation.loaders import (
    answer,
    led_or_404,
    page_of,
    papers_of,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting, as_number

OUTSIDE = pgettext_lazy("help", "Outside it only says: no longer valid.")
TITLES = {
    "suspend": (pgettext_lazy("title", "Suspend the accreditation"), OUTSIDE),
    "resume": (pgettext_lazy("title", "Resume the accreditation"), ""),
    "withdraw": (
        pgettext_lazy("title", "The person or their administration withdraws"),
        OUTSIDE,
    ),
    "end": (pgettext_lazy("title", "End the accreditation"), OUTSIDE),
}


def _change(request: Request, uuid: UUID, verb: str) -> HttpResponse:
    row = led_or_404(request, uuid)
    form = TermsForm(sent(request), initial={"day": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return change_terms(
            row,
            verb=verb,
            day=data["day"],
            reason=data["reason"],
            papers=papers_of(request),
            by=acting(request),
            at=request.at,
        )

    title, text = TITLES[verb]
    return answer(
        request, form, do, page_of(row), title=title, text=text, row=row, with_file=True
    )


@open_to(TEAM)
def suspend(request: Request, uuid: UUID) -> HttpResponse:
    """Nothing goes on until it is resumed."""
    return _change(request, uuid, "suspend")


@open_to(TEAM)
def resume(request: Request, uuid: UUID) -> HttpResponse:
    """It goes on."""
    return _change(request, uuid, "resume")


@open_to(TEAM)
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """The person or their administration wants no more of it."""
    return _change(request, uuid, "withdraw")


@open_to(TEAM)
def end(request: Request, uuid: UUID) -> HttpResponse:
    """The project team ends it."""
    return _change(request, uuid, "end")


@open_to(TEAM)
def conversion(request: Request, uuid: UUID) -> HttpResponse:
    """Into another type or field; what was reached is kept."""
    row = led_or_404(request, uuid)
    initial = {"day": request.at.date(), "field": row.field.code if row.field else ""}
    form = ConvertForm(sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        return convert(
            row,
            Expertise(*form.expertise),
            day=data["day"],
            reason=data["reason"],
            papers=papers_of(request),
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Convert into another type or field")
    text = pgettext(
        "help",
        "This path closes, and one of the other type or field begins in the phase that"
        " was reached. Both histories stay.",
    )
    return answer(
        request, form, do, page_of(row), title=title, text=text, row=row, with_file=True
    )


@open_to(TEAM)
def back(request: Request, uuid: UUID) -> HttpResponse:
    """Take the last step back; `step` is its number, so that it is the one meant."""
    row = led_or_404(request, uuid)
    form = ReasonForm(sent(request))
    number = as_number(request.GET.get("step"), 0)

    def do(data: dict[str, Any]) -> object:
        by, at = acting(request), request.at
        return take_back(row, number=number, **data, by=by, at=at)

    title = pgettext("title", "Take the last step back")
    text = pgettext("help", "For a mistake. The step and its correction both stay.")
    return answer(request, form, do, page_of(row), title=title, text=text, row=row)
