"""Somebody takes a seat: from a letter, as a successor, from another seat, again."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.programmes.models import Holding
from mwalimu.programmes.operations import (
    begin_holding,
    join_late,
    replace,
    resume,
    transfer,
)
from mwalimu.programmes.queries.seats import seats_to_move_to
from mwalimu.web.desk.cohorts.answers import answer
from mwalimu.web.desk.cohorts.forms import (
    WHY,
    WHY_HELP,
    ResumeForm,
    SeatChoice,
    TransferForm,
    day_field,
    words_field,
)
from mwalimu.web.desk.cohorts.loaders import (
    cohort_or_404,
    holding_or_404,
    seat_or_404,
)
from mwalimu.web.desk.cohorts.picking import OfficerForm
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


class FillForm(OfficerForm):
    """Who takes a vacant seat, from when, and how it came about."""

    since = day_field(pgettext_lazy("label", "First day"))
    began = forms.ChoiceField(
        label=pgettext_lazy("label", "How they come to it"),
        choices=[
            (choice.value, choice.label)
            for choice in (
                Holding.Began.NOMINATED,
                Holding.Began.REPLACEMENT,
                Holding.Began.LATE,
            )
        ],
        help_text=pgettext_lazy(
            "help", "Whoever joins late is expected at catch-up sessions."
        ),
    )
    note = words_field(pgettext_lazy("label", "Note"), required=False)


class ReplaceForm(OfficerForm):
    """Who takes over, from when, why."""

    on = day_field(
        pgettext_lazy("label", "First day of the successor"),
        pgettext_lazy("help", "The day before is the last day of the present holder."),
    )
    reason = words_field(WHY, WHY_HELP)


@open_to(TEAM)
def fill(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Put somebody on a vacant seat."""
    cohort = cohort_or_404(request, code)
    seat = seat_or_404(request, cohort, uuid)
    initial = {"since": request.at.date()}
    form = FillForm(request, seat.member, request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> object:
        shared: dict[str, Any] = {
            "person": form.officer,
            "since": data["since"],
            "note": data["note"],
            "by": acting(request),
            "at": request.at,
        }
        if data["began"] == Holding.Began.LATE:
            return join_late(seat, **shared)
        return begin_holding(seat, began=data["began"], **shared)

    return answer(
        request, form, do, title=pgettext("title", "Fill the seat"), seat=seat
    )


@open_to(TEAM)
def replacement(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Somebody else takes the seat over."""
    held = holding_or_404(request, cohort_or_404(request, code), uuid)
    form = ReplaceForm(request, held.seat.member, request.POST or None)

    def do(data: dict[str, Any]) -> object:
        assert form.officer is not None
        return replace(
            held,
            successor=form.officer,
            on=data["on"],
            reason=data["reason"],
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Replace the holder")
    return answer(request, form, do, title=title, seat=held.seat, holding=held)


@open_to(TEAM)
def to_other_seat(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """The holder changes to another seat."""
    held = holding_or_404(request, cohort_or_404(request, code), uuid)
    form = TransferForm(request.POST or None)
    to = _offered(form, request, held)

    def do(data: dict[str, Any]) -> object:
        return transfer(
            held,
            to=to.seats[data["to"]],
            on=data["on"],
            reason=data["reason"],
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Transfer to another seat")
    return answer(request, form, do, title=title, seat=held.seat, holding=held)


@open_to(TEAM)
def back(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Somebody who deferred comes back."""
    held = holding_or_404(request, cohort_or_404(request, code), uuid)
    form = ResumeForm(request.POST or None)
    to = _offered(form, request, held, own_too=True)

    def do(data: dict[str, Any]) -> object:
        return resume(
            held,
            seat=to.seats[data["to"]],
            since=data["since"],
            note=data["note"],
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Come back after a deferral")
    return answer(request, form, do, title=title, seat=held.seat, holding=held)


def _offered(
    form: forms.Form, request: Request, held: Holding, own_too: bool = False
) -> SeatChoice:
    """The field of the seat, with the vacant seats of the same Member."""
    field = form.fields["to"]
    assert isinstance(field, SeatChoice)
    seats = seats_to_move_to(request.viewer, held, request.at.date(), own_too)
    field.offer(seats)
    return field
