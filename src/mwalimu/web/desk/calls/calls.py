"""The calls of a cohort, one call with its names, and writing a call."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Call, Cohort
from mwalimu.programmes.operations import CallRefused, draft_call, edit_call
from mwalimu.programmes.queries.calls import (
    call_page,
    calls_of,
    members_to_ask,
    seats_by_member,
)
from mwalimu.web.desk.calls.forms import CallForm, initial_of, rubric_of
from mwalimu.web.desk.calls.loaders import call_or_404, say_why
from mwalimu.web.desk.cohorts.loaders import around, by_name, cohort_or_404
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

OPEN_FOR = timedelta(days=42)


@open_to(TEAM)
@require_safe
def listing(request: Request, code: str) -> HttpResponse:
    """The calls of a cohort."""
    cohort = cohort_or_404(request, code)
    context = {**around(request, cohort), "lines": calls_of(cohort, request.viewer)}
    return render(request, "desk/calls/list.html", context)


@open_to(TEAM)
@require_safe
def page(request: Request, uuid: UUID) -> HttpResponse:
    """Who has nominated, and how far the screening is."""
    call = call_or_404(request, uuid)
    found = call_page(call, request.viewer, request.at)
    order = by_name(answer.invited.member for answer in found.answers)
    place = {member.pk: number for number, member in enumerate(order)}
    answers = sorted(found.answers, key=lambda row: place[row.invited.member_id])
    context = {
        **around(request, call.cohort),
        "call": call,
        "page": found,
        "answers": answers,
        "past": call.closes_on < request.at.date(),
    }
    return render(request, "desk/calls/call.html", context)


@open_to(TEAM)
def new(request: Request, code: str) -> HttpResponse:
    """Begin a call; the vacant seats say how many names to ask for."""
    cohort = cohort_or_404(request, code)
    members = by_name(members_to_ask(cohort))
    form = CallForm(
        cohort, members, request.POST or None, proposal(cohort, members, request)
    )

    def save() -> Call:
        by, at = acting(request), request.at
        return draft_call(cohort, facts=form.facts(), by=by, at=at)

    title = pgettext("title", "Write a call")
    back = reverse("desk:calls", kwargs={"code": code})
    return _write(request, cohort, form, save, title, back)


def proposal(cohort: Cohort, members: list[Any], request: Request) -> dict[str, Any]:
    """What a new call starts with."""
    today = request.at.date()
    topic = next(iter(cohort.topics.all()), None)
    vacant = seats_by_member(cohort, topic.pk, today) if topic else {}
    return {
        "opens_on": today,
        "closes_on": today + OPEN_FOR,
        **{f"seats_{member.code}": vacant.get(member.pk, 0) for member in members},
        **rubric_of(),
    }


@open_to(TEAM)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change a call."""
    call = call_or_404(request, uuid)
    members = by_name(members_to_ask(call.cohort))
    form = CallForm(call.cohort, members, request.POST or None, initial_of(call))

    def save() -> Call:
        by, at = acting(request), request.at
        return edit_call(call, facts=form.facts(), by=by, at=at)

    title = pgettext("title", "Edit the call")
    back = reverse("desk:call", kwargs={"uuid": uuid})
    return _write(request, call.cohort, form, save, title, back)


def _write(
    request: Request, cohort: Cohort, form: CallForm, save: Any, title: str, back: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            call = save()
        except CallRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The call is stored."))
            return redirect("desk:call", uuid=call.uuid)
    context = {**around(request, cohort), "form": form, "title": title, "back": back}
    status = 422 if form.errors else 200
    return render(request, "desk/calls/edit.html", context, status=status)
