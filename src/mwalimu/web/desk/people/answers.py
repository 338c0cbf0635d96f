"""The one way in which a form about a person is shown, stored or refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.people.models import Person
from mwalimu.people.operations import PeopleRefused
from mwalimu.qualification.operations import AwardRefused
from mwalimu.web.desk.people.loaders import say_why
from mwalimu.web.desk.people.people import redirect_to
from mwalimu.web.kit.forms import form_page
from mwalimu.web.kit.requests import Request


def answer(
    request: Request,
    person: Person,
    form: forms.Form,
    title: str,
    do: Callable[[dict[str, Any]], object],
    *,
    stored: str = "",
) -> HttpResponse:
    """Show the form, or do what it says and go back to the person.

    `stored` is said when it was done; without it, that the change is stored.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except (PeopleRefused, AwardRefused) as error:
            say_why(form, error)
        else:
            done = stored or pgettext("message", "The change is stored.")
            messages.success(request, done)
            return redirect_to(person)
    context = {"form": form, "title": title, "person": person}
    return form_page(request, "desk/people/form.html", context)
