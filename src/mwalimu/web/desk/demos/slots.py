"""One slot: its scores once all are in, its place, its assessors."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import DemoCriterion, DemoSlot
from mwalimu.programmes.operations.demos import (
    DemoRefused,
    SlotFacts,
    drop_slot,
    edit_slot,
    move_slot,
    name_assessors,
)
from mwalimu.programmes.queries.demos import assessors_at, line_of, slot_at
from mwalimu.web.desk.demos.forms import AssessorsForm, SlotForm, say_why
from mwalimu.web.desk.demos.planning import show
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting, as_number

EDITED = ("day", "starts", "minutes", "title", "room")


def slot_or_404(request: Request, uuid: UUID) -> DemoSlot:
    """A slot that the viewer may open."""
    row = slot_at(request.viewer, uuid)
    if row is None:
        raise Http404
    return row


@open_to(TEAM)
@require_safe
def slot(request: Request, uuid: UUID) -> HttpResponse:
    """Who is in; and what they gave, once all are."""
    row = slot_or_404(request, uuid)
    line = line_of(row, request.viewer)
    criteria = DemoCriterion.values
    return show(
        request, "slot.html", row.session, slot=row, line=line, criteria=criteria
    )


@open_to(TEAM)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change when and where it is held, and its title."""
    row = slot_or_404(request, uuid)
    initial = {name: getattr(row, name) for name in EDITED}
    form = SlotForm(request.POST or None, initial=initial)
    title = pgettext("title", "Change the slot")

    def save(data: dict[str, Any]) -> object:
        facts = SlotFacts(**data)
        return edit_slot(row, facts=facts, by=acting(request), at=request.at)

    return _answer(request, row, form, title, save)


@open_to(TEAM)
def assessors(request: Request, uuid: UUID) -> HttpResponse:
    """Name who scores this slot."""
    row = slot_or_404(request, uuid)
    named = [str(each.person.uuid) for each in row.assessors.select_related("person")]
    form = AssessorsForm(request.POST or None, initial={"assessors": named})
    form.offer_people(assessors_at(request.at.date()))
    title = pgettext("title", "Assessors of the slot")

    def save(_data: dict[str, Any]) -> object:
        people = form.chosen()
        return name_assessors(row, people=people, by=acting(request), at=request.at)

    return _answer(request, row, form, title, save)


def _answer(
    request: Request, row: DemoSlot, form: Any, title: str, save: Any
) -> HttpResponse:
    """Show the form, or save what it holds and go back to the slot."""
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data)
        except DemoRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "Saved."))
            return redirect("desk:demo_slot", uuid=row.uuid)
    status = 422 if form.errors else 200
    return show(
        request,
        "form.html",
        row.session,
        form=form,
        title=title,
        slot=row,
        status=status,
    )


@open_to(TEAM)
@require_POST
def move(request: Request, uuid: UUID) -> HttpResponse:
    """Hold it earlier or later in the order."""
    row = slot_or_404(request, uuid)
    to = as_number(request.POST.get("to"), row.position)
    try:
        move_slot(row, to=to, by=acting(request), at=request.at)
    except DemoRefused as refused:
        messages.error(request, refused.message)
    return redirect("desk:demo_slots", uuid=row.session.uuid)


@open_to(TEAM)
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    """Take it out of the schedule."""
    row = slot_or_404(request, uuid)
    session = row.session.uuid
    try:
        drop_slot(row, by=acting(request), at=request.at)
    except DemoRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, pgettext("message", "The slot is gone."))
    return redirect("desk:demo_slots", uuid=session)
