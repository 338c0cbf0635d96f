"""What pages on standards start from, and the one way in which a form is answered."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.operations import QualificationRefused
from mwalimu.qualification.queries.standards import edition_at
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request

INSTEAD = {"names": "name_en", "subjects": "more"}


def edition_or_404(request: Request, code: str, number: int) -> StandardEdition:
    """The edition, if the viewer may read it."""
    found = edition_at(request.viewer, code, number)
    if found is None:
        raise Http404
    return found


def line_or_404(edition: StandardEdition, code: str) -> RequirementLine:
    """The line of the edition with that code."""
    for line in edition.requirements.all():
        if line.code == code:
            line.edition = edition
            return line
    raise Http404


def say_why(form: forms.Form, refused: QualificationRefused) -> None:
    """Put what was refused at the field of the form."""
    say_at(form, refused.field, refused.message, INSTEAD)


def answer(
    request: Request,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    back: Callable[[], str],
    *,
    template: str = "desk/standards/form.html",
    **context: Any,
) -> HttpResponse:
    """Show the form, or do what it says and go on to `back`."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except QualificationRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect(back())
    context |= {"form": form, "back": back()}
    status = 422 if form.errors else 200
    return render(request, template, context, status=status)
