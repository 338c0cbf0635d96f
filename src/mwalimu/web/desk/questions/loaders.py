"""What pages on forms start from, and the one way in which they answer."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from mwalimu.forms.models import Question, SetEdition
from mwalimu.forms.operations import FormRefused
from mwalimu.forms.queries.sets import edition_at
from mwalimu.web.kit.forms import form_page, say_at
from mwalimu.web.kit.requests import Request

INSTEAD = {
    "names": "name_en",
    "texts": "text_en",
    "helps": "help_en",
    "lowest": "lowest_en",
    "highest": "highest_en",
    "options": "options_en",
    "introduction": "introduction_en",
}


def edition_or_404(request: Request, code: str, number: int) -> SetEdition:
    """The edition, if the viewer may open it."""
    found = edition_at(request.viewer, code, number)
    if found is None:
        raise Http404
    return found


def question_or_404(edition: SetEdition, uuid: UUID) -> Question:
    """The question of the edition with that public id."""
    for row in edition.questions.all():
        if row.uuid == uuid:
            row.edition = edition
            return row
    raise Http404


def page_of(edition: SetEdition) -> str:
    """The address of an edition."""
    code, number = edition.question_set.code, edition.number
    return reverse("desk:question_set", kwargs={"code": code, "number": number})


def answer(
    request: Request,
    form: forms.Form,
    do: Callable[[], SetEdition],
    *,
    title: str,
    edition: SetEdition | None = None,
) -> HttpResponse:
    """Show the form, or do what it says and go to the edition that it made or changed."""
    if request.method == "POST" and form.is_valid():
        try:
            made = do()
        except FormRefused as refused:
            say_at(form, refused.field, refused.message, INSTEAD)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect(page_of(made))
    back = page_of(edition) if edition else reverse("desk:question_sets")
    context = {"form": form, "title": title, "edition": edition, "back": back}
    return form_page(request, "desk/questions/form.html", context)


def step(
    request: Request, do: Callable[[], object], said: str, back: Callable[[], str]
) -> HttpResponse:
    """Do what one button says, and go back."""
    try:
        do()
    except FormRefused as refused:
        messages.error(request, refused.message)
    else:
        if said:
            messages.success(request, said)
    return redirect(back())
