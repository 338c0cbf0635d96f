"""Somebody leaves a seat, or what was written of it is put right."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext, pgettext

from mwalimu.programmes.models import Holding
from mwalimu.programmes.operations import (
    SeatRefused,
    complete,
    complete_cohort,
    correct_holding,
    defer,
    reopen_holding,
    undo_holding,
    withdraw,
)
from mwalimu.web.desk.cohorts.answers import answer, say_why
from mwalimu.web.desk.cohorts.forms import (
    CompleteAllForm,
    CompleteForm,
    CorrectForm,
    EndForm,
    ReasonForm,
)
from mwalimu.web.desk.cohorts.loaders import around, cohort_or_404, holding_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

Verb = Callable[..., object]


def _held(request: Request, code: str, uuid: UUID) -> Holding:
    return holding_or_404(request, cohort_or_404(request, code), uuid)


def _do(
    request: Request,
    held: Holding,
    verb: Verb,
    form: forms.Form,
    title: str,
    note: str = "",
    danger: bool = False,
) -> HttpResponse:
    def do(data: dict[str, Any]) -> object:
        return verb(held, **data, by=acting(request), at=request.at)

    return answer(
        request,
        form,
        do,
        title=title,
        seat=held.seat,
        holding=held,
        note=note,
        danger=danger,
    )


@open_to(TEAM)
def withdrawal(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The holder leaves for good."""
    held = _held(request, code, uuid)
    form = EndForm(request.POST or None, initial={"on": request.at.date()})
    note = pgettext("seats", "The seat is vacant from the next day.")
    title = pgettext("title", "Record a withdrawal")
    return _do(request, held, withdraw, form, title, note)


@open_to(TEAM)
def deferral(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The holder pauses."""
    held = _held(request, code, uuid)
    form = EndForm(request.POST or None, initial={"on": request.at.date()})
    note = pgettext(
        "seats",
        "They may come back later, to this seat or to another of their administration.",
    )
    title = pgettext("title", "Record a deferral")
    return _do(request, held, defer, form, title, note)


@open_to(TEAM)
def completion(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The holder went the whole way."""
    held = _held(request, code, uuid)
    form = CompleteForm(request.POST or None, initial={"on": request.at.date()})
    title = pgettext("title", "Record that they completed")
    return _do(request, held, complete, form, title)


@open_to(TEAM)
def correction(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The days were written wrongly."""
    held = _held(request, code, uuid)
    form = CorrectForm(held, request.POST or None)

    def correct(row: Holding, **data: Any) -> object:
        return correct_holding(row, **{"until": None, **data})

    note = pgettext(
        "seats", "Whoever held the seat before or after, as a replacement, moves along."
    )
    title = pgettext("title", "Correct the days")
    return _do(request, held, correct, form, title, note)


@open_to(TEAM)
def reopening(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The end was a mistake."""
    held = _held(request, code, uuid)
    title = pgettext("title", "Take the end back")
    form = ReasonForm(request.POST or None)
    return _do(request, held, reopen_holding, form, title)


@open_to(TEAM)
def undoing(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """They never held the seat."""
    held = _held(request, code, uuid)
    note = pgettext(
        "seats",
        "The entry goes; the audit trail keeps that there was one. Whom they replaced"
        " holds the seat again. Not possible once attendance or work is recorded.",
    )
    title = pgettext("title", "They never held the seat")
    form = ReasonForm(request.POST or None)
    return _do(request, held, undo_holding, form, title, note, danger=True)


@open_to(TEAM)
def complete_all(request: Request, code: str) -> HttpResponse:
    """Everybody who still holds a seat completed."""
    cohort = cohort_or_404(request, code)
    initial = {"on": request.at.date()}
    form = CompleteAllForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        try:
            rows = complete_cohort(cohort, on=on, by=acting(request), at=request.at)
        except SeatRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, _completed(len(rows)))
            return redirect("desk:cohort_seats", code=code)
    context = {
        **around(request, cohort),
        "form": form,
        "title": pgettext("title", "Everybody completed"),
        "note": pgettext(
            "seats",
            "For all who still hold a seat. It decides no award: that is another step.",
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/cohorts/form.html", context, status=status)


def _completed(number: int) -> str:
    text = npgettext(
        "message",
        "Recorded for %(number)d person.",
        "Recorded for %(number)d people.",
        number,
    )
    return text % {"number": number}
