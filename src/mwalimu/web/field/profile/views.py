"""A Master Trainer keeps their own profile."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.accounts.models import Account
from mwalimu.people.models import Person
from mwalimu.people.queries import person_of
from mwalimu.qualification.operations.pool import (
    PoolRefused,
    add_availability,
    remove_availability,
    show_fields,
    write_profile,
)
from mwalimu.qualification.queries.pool.profiles import (
    audiences_of,
    calendar_of,
    profile_of,
)
from mwalimu.web.field.profile.forms import DaysForm, ProfileForm, ShownForm
from mwalimu.web.kit.access import TRAINERS, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request, acting


def _me(request: Request) -> Person:
    person = person_of(request.user) if isinstance(request.user, Account) else None
    if person is None:
        raise PermissionDenied
    return person


def _page(request: Request, person: Person, **given: forms.Form) -> HttpResponse:
    """The page; a form that was refused is shown as it was sent."""
    written = profile_of(person)
    texts = {
        "about": written.about if written else "",
        "contact": written.contact if written else "",
    }
    context: dict[str, Any] = {
        "person": person,
        "text_form": ProfileForm(initial=texts),
        "shown_form": ShownForm(initial=audiences_of(person)),
        "days_form": DaysForm(),
        "periods": calendar_of(person, request.at.date()),
        **given,
    }
    status = 422 if given else 200
    return render(request, "field/profile/profile.html", context, status=status)


def _store(
    request: Request,
    person: Person,
    name: str,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except PoolRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect("field:profile")
    return _page(request, person, **{name: form})


@open_to(TRAINERS)
def profile(request: Request) -> HttpResponse:
    """My profile; a POST stores what I write."""
    person = _me(request)
    if request.method != "POST":
        return _page(request, person)

    def do(data: dict[str, Any]) -> object:
        return write_profile(person, **data, by=acting(request), at=request.at)

    return _store(request, person, "text_form", ProfileForm(request.POST), do)


@open_to(TRAINERS)
@require_POST
def shown(request: Request) -> HttpResponse:
    """Who sees which field."""
    person = _me(request)

    def do(data: dict[str, Any]) -> object:
        return show_fields(person, audiences=data, by=acting(request), at=request.at)

    return _store(request, person, "shown_form", ShownForm(request.POST), do)


@open_to(TRAINERS)
@require_POST
def days(request: Request) -> HttpResponse:
    """Say when I am available, or not."""
    person = _me(request)

    def do(data: dict[str, Any]) -> object:
        return add_availability(person, **data, by=acting(request), at=request.at)

    return _store(request, person, "days_form", DaysForm(request.POST), do)


@open_to(TRAINERS)
@require_POST
def remove(request: Request, uuid: UUID) -> HttpResponse:
    """Take a period away."""
    person = _me(request)
    periods = calendar_of(person, request.at.date())
    row = next((row for row in periods if row.uuid == uuid), None)
    if row is None:
        raise Http404
    remove_availability(row, by=acting(request), at=request.at)
    messages.success(request, pgettext("message", "The change is stored."))
    return redirect("field:profile")
