"""The one way in which a form about a seat is shown, stored or refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from mwalimu.people.operations import PeopleRefused
from mwalimu.programmes.models import Holding, Seat
from mwalimu.programmes.operations import SeatRefused
from mwalimu.web.desk.cohorts.loaders import around
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request


def say_why(form: forms.Form, refused: Any) -> None:
    """Put what was refused at the fields of the form."""
    if isinstance(refused, PeopleRefused):
        for problem in refused.problems:
            say_at(form, problem.field, problem.message, INSTEAD)
    else:
        say_at(form, refused.field, refused.message, INSTEAD)


INSTEAD = {"person": "name", "since": "on", "on": "since"}


def answer(
    request: Request,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    seat: Seat,
    holding: Holding | None = None,
    note: str = "",
    danger: bool = False,
) -> HttpResponse:
    """Show the form, or do what it says and go back to the seat.

    `note` says what will follow; `danger` marks what cannot be taken back.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except (SeatRefused, PeopleRefused) as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect("desk:seat", code=seat.cohort.code, uuid=seat.uuid)
    context = {
        **around(request, seat.cohort),
        "form": form,
        "title": title,
        "seat": seat,
        "holding": holding,
        "note": note,
        "danger": danger,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/cohorts/form.html", context, status=status)
