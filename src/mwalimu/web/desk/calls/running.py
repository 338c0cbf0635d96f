"""A call goes out, is reopened for a Member, and is concluded."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.programmes.models import Call
from mwalimu.programmes.operations import (
    CallRefused,
    conclude_call,
    open_call,
    reopen_for,
)
from mwalimu.web.desk.calls.forms import UntilForm
from mwalimu.web.desk.calls.loaders import call_or_404, invited_or_404, say_why
from mwalimu.web.desk.cohorts.loaders import around
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
@require_POST
def opening(request: Request, uuid: UUID) -> HttpResponse:
    """The Members see it from now on."""
    done = pgettext("message", "The call is open: the Members that are asked see it.")
    return _do(request, uuid, open_call, done)


@open_to(TEAM)
@require_POST
def conclusion(request: Request, uuid: UUID) -> HttpResponse:
    """Every name is decided on."""
    done = pgettext("message", "The call is concluded.")
    return _do(request, uuid, conclude_call, done)


def _do(
    request: Request, uuid: UUID, verb: Callable[..., Call], done: str
) -> HttpResponse:
    call = call_or_404(request, uuid)
    try:
        verb(call, by=acting(request), at=request.at)
    except CallRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, done)
    return redirect("desk:call", uuid=uuid)


@open_to(TEAM)
def reopening(request: Request, uuid: UUID, member: str) -> HttpResponse:
    """Take late names of one Member."""
    call = call_or_404(request, uuid)
    invited = invited_or_404(call, member)
    form = UntilForm(request.POST or None, initial={"until": invited.reopened_until})
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        try:
            reopen_for(invited, until=until, by=acting(request), at=request.at)
        except CallRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The change is stored."))
            return redirect("desk:call", uuid=uuid)
    context = {
        **around(request, call.cohort),
        "form": form,
        "title": pgettext("title", "Take late names"),
        "member": invited.member,
        "call": call,
        "back": reverse("desk:call", kwargs={"uuid": uuid}),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/calls/form.html", context, status=status)
