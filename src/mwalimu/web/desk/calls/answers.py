"""The one way in which a form about a nomination is shown, stored or refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext

from mwalimu.people.operations import PeopleRefused
from mwalimu.programmes.models import Nomination
from mwalimu.programmes.operations import CallRefused
from mwalimu.web.desk.calls.loaders import say_why
from mwalimu.web.kit.requests import Request


def answer(
    request: Request,
    nomination: Nomination,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    **shown: Any,
) -> HttpResponse:
    """Show the form, or do what it says and go back to the nomination.

    `shown` goes to the template: title, action, note.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except (CallRefused, PeopleRefused) as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect("desk:nomination", uuid=nomination.uuid)
    context = {
        "form": form,
        "nomination": nomination,
        "call": nomination.call,
        "member": nomination.member,
        "cohort": nomination.call.cohort,
        "back": nomination_url(nomination),
        **shown,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/calls/form.html", context, status=status)


def nomination_url(nomination: Nomination) -> str:
    """Its own page."""
    return reverse("desk:nomination", kwargs={"uuid": nomination.uuid})


def press(
    request: Request, nomination: Nomination, do: Callable[[], object], done: str
) -> HttpResponse:
    """A button was pressed: do it, say so, and go back to the nomination."""
    try:
        do()
    except CallRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, done)
    return redirect("desk:nomination", uuid=nomination.uuid)
