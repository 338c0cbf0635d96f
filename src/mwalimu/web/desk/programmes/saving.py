"""A page with one form: show it, check it, save it, go on."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.operations import ProgrammeRefused
from mwalimu.programmes.queries.page import ProgrammePage, programme_page
from mwalimu.web.desk.programmes.fields import say_why
from mwalimu.web.kit.forms import form_page
from mwalimu.web.kit.requests import Request, acting

Save = Callable[[dict[str, Any], Actor], object]


def page_or_404(request: Request, slug: str) -> ProgrammePage:
    """The programme with all that belongs to it."""
    page = programme_page(request.viewer, slug)
    if page is None:
        raise Http404
    return page


def edit(
    request: Request,
    form: forms.Form,
    save: Save,
    *,
    title: str,
    back: str,
    page: ProgrammePage | None = None,
    **more: Any,
) -> HttpResponse:
    """Show the form, or save what was sent and go back; `save` gets clean values.

    `more` goes to the template.
    """
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data, acting(request))
        except ProgrammeRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "Saved."))
            return redirect(back)
    context = {
        "form": form,
        "title": title,
        "back": back,
        "programme": page.programme if page else None,
        **more,
    }
    return form_page(request, "desk/programmes/form.html", context)
