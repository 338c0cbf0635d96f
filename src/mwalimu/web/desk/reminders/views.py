"""My reminders. Everybody sees and changes their own, and nobody else's."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.accounts.models import Account
from mwalimu.notices.engine.arranging import Quietness, arrange
from mwalimu.notices.engine.matters import Matter
from mwalimu.notices.models import Quiet
from mwalimu.notices.operations import (
    NoticesRefused,
    bring_back,
    choose_frequency,
    mute,
    put_off,
    unmute,
)
from mwalimu.notices.queries.chosen import frequency_of, last_digests, quiet_of
from mwalimu.notices.queries.reminders import matters_of, quietness
from mwalimu.notices.queries.wording import heading
from mwalimu.people.models import Person
from mwalimu.people.queries import person_of
from mwalimu.web.desk.reminders.forms import (
    KindForm,
    MailForm,
    PutOffForm,
    SubjectForm,
)
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.reminders import ShownLine, by_subject, shown, shown_line
from mwalimu.web.kit.requests import Request, acting

EACH = 50
A_WEEK = timedelta(days=7)


def _me(request: Request) -> Person:
    person = person_of(request.user) if isinstance(request.user, Account) else None
    if person is None:
        raise PermissionDenied
    return person


@open_to(SIGNED_IN)
@require_safe
def reminders(request: Request) -> HttpResponse:
    """What needs me, what I put off or muted, and the weekly mail."""
    return _page(request)


def _page(request: Request, **given: Any) -> HttpResponse:
    """The page; a form that was refused is shown as it was sent."""
    viewer, on = request.viewer, request.at.date()
    matters, quiet = matters_of(viewer, on), quiet_of(viewer)
    mine = quietness(quiet).get(viewer.person_id or 0, Quietness())
    found = arrange(matters, on=on, quiet=mine, shown=EACH)
    context = {
        "reminders": shown(found, viewer, on),
        "muted": [(row.kind, heading(row.kind)) for row in quiet if row.kind],
        "put_off": _put_off(request, quiet, by_subject(matters)),
        "mail_form": MailForm(initial={"frequency": frequency_of(viewer)}),
        "digests": last_digests(viewer),
        "next_week": on + A_WEEK,
        "has_person": viewer.person_id is not None,
        **given,
    }
    status = 422 if given else 200
    return render(request, "desk/reminders/list.html", context, status=status)


def _put_off(
    request: Request, quiet: list[Quiet], matters: dict[str, Matter]
) -> list[tuple[Quiet, ShownLine]]:
    """What was put off and is still so; what is done meanwhile is not shown."""
    on, field = request.at.date(), request.viewer.works_in_the_field
    return [
        (row, shown_line(matters[row.subject], field, on, urgent=False))
        for row in quiet
        if row.subject in matters and row.until and on < row.until
    ]


def _store(
    request: Request, name: str, form: forms.Form, do: Callable[..., object], said: str
) -> HttpResponse:
    """Do what the form says, or show the page with what was refused."""
    person, by = _me(request), acting(request)
    if form.is_valid():
        try:
            do(person, **form.cleaned_data, by=by, at=request.at)
        except NoticesRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            messages.success(request, said)
            return redirect("desk:reminders")
    return _page(request, **{name: form})


@open_to(SIGNED_IN)
@require_POST
def put_off_one(request: Request) -> HttpResponse:
    """Say nothing of one of my matters before a day."""
    form = PutOffForm(request.POST)
    known = by_subject(matters_of(request.viewer, request.at.date()))
    if request.POST.get("subject", "") not in known:
        raise Http404
    said = pgettext("message", "It is put off.")
    return _store(request, "put_off_form", form, put_off, said)


@open_to(SIGNED_IN)
@require_POST
def bring_back_one(request: Request) -> HttpResponse:
    """Show it again at once."""
    said = pgettext("message", "It is shown again.")
    return _store(request, "refused", SubjectForm(request.POST), bring_back, said)


@open_to(SIGNED_IN)
@require_POST
def mute_kind(request: Request) -> HttpResponse:
    """Remind me of these no more."""
    said = pgettext("message", "You are not reminded of these any more.")
    return _store(request, "refused", KindForm(request.POST), mute, said)


@open_to(SIGNED_IN)
@require_POST
def unmute_kind(request: Request) -> HttpResponse:
    """Remind me of these again."""
    said = pgettext("message", "You are reminded of these again.")
    return _store(request, "refused", KindForm(request.POST), unmute, said)


@open_to(SIGNED_IN)
@require_POST
def mail(request: Request) -> HttpResponse:
    """How often I want the mail."""
    said = pgettext("message", "Your choice is kept.")
    form = MailForm(request.POST)
    return _store(request, "mail_form", form, choose_frequency, said)
