"""A page with a form: what was sent, and the answer when it was refused."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

REFUSED = 422


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it nothing at all; None while the page is only read."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest, template: str, context: dict[str, Any]
) -> HttpResponse:
    """The page with its form; 422 with what was typed, where it was sent and refused."""
    status = REFUSED if request.method == "POST" else 200
    return render(request, template, context, status=status)


def say_at(
    form: forms.Form, field: str, message: str, instead: Mapping[str, str] | None = None
) -> None:
    """Put what an operation refused at its field, or at the field that stands for it in
    this form (`instead`); else above the form.
    """
    places = (field, (instead or {}).get(field, ""))
    place = next((name for name in places if name in form.fields), None)
    form.add_error(place, message)
