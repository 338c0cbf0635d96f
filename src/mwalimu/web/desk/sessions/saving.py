"""One form of a session: shown, done and gone on from, or refused with what was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request

Do = Callable[[dict[str, Any]], object]


def answer(
    request: Request,
    session: Session,
    form: forms.Form,
    do: Do,
    *,
    title: str,
    said: str,
    back: str = "desk:session",
    **more: str | Promise,
) -> HttpResponse:
    """Show the form, or do what it says, say so, and go back to a page of the session.

    `more` goes to the template: a text above the form, another word on its button.
    """
    url = reverse(back, kwargs={"uuid": session.uuid})
    if form.is_bound and form.is_valid():
        try:
            do(form.cleaned_data)
        except SessionRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            messages.success(request, said)
            return redirect(url)
    status = 422 if form.is_bound else 200
    return show(
        request,
        "form.html",
        session,
        form=form,
        title=title,
        back=url,
        status=status,
        **more,
    )


def step(
    request: Request, session: Session, do: Callable[[], object], said: str, back: str
) -> HttpResponse:
    """Do something that one button says, and go back to a page of the session."""
    try:
        do()
    except SessionRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, said)
    answered: HttpResponse = redirect(back, uuid=session.uuid)
    return answered
