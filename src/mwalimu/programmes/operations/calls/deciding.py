"""A name is accepted and takes a seat, or another name is asked for."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import (
    Holding,
    Invited,
    NameRequest,
    Nomination,
    Seat,
    Session,
)
from mwalimu.programmes.operations.calls.opening import reopen
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_run_calls,
    require_running,
    require_state,
)
from mwalimu.programmes.operations.seats.holding import begin
from mwalimu.programmes.operations.seats.refusals import SeatRefused

LONGEST_TEXT = 5_000


@transaction.atomic
def accept_nomination(
    nomination: Nomination,
    *,
    since: date,
    by: Actor,
    at: datetime,
    seat: Seat | None = None,
) -> Holding:
    """The officer holds a seat of their Member from that day: `seat`, or the first that
    is vacant. Raises CallRefused.
    """
    require_may_run_calls(by, at)
    require_running(nomination.call)
    require_state(nomination, Nomination.State.SUBMITTED)
    place = seat or _vacant(nomination, since)
    if _place_of(place) != _wanted(nomination):
        text = pgettext("refusal", "Choose a seat of this Member, cohort and topic.")
        raise CallRefused("seat", text)
    try:
        began = _how(place, since)
        holding = begin(place, nomination.person, since, began, "", by, at)
    except SeatRefused as refused:
        raise CallRefused(refused.field, refused.message) from None
    nomination.holding = holding
    _decide(nomination, Nomination.State.ACCEPTED, by, at)
    return holding


def _wanted(nomination: Nomination) -> tuple[int, int, int]:
    call = nomination.call
    return call.cohort_id, call.topic_id, nomination.member_id


def _place_of(seat: Seat) -> tuple[int, int, int]:
    return seat.cohort_id, seat.topic_id, seat.member_id


def _vacant(nomination: Nomination, since: date) -> Seat:
    cohort, topic, member = _wanted(nomination)
    seats = Seat.objects.filter(cohort=cohort, topic=topic, member=member)
    held = Holding.objects.sharing(since, None).values("seat")
    found = seats.exclude(pk__in=held).order_by("number").first()
    if found is None:
        text = pgettext(
            "refusal",
            "%(member)s has no vacant seat from that day: plan another seat, or end a"
            " holding first.",
        )
        raise CallRefused("seat", text % {"member": nomination.member.code})
    return found


def _how(seat: Seat, since: date) -> str:
    """Nominated for the start, to follow somebody, or after the first session."""
    if Holding.objects.filter(seat=seat, until__lt=since).exists():
        return Holding.Began.REPLACEMENT
    earlier = Session.objects.filter(cohorts=seat.cohort_id, starts_on__lt=since)
    return Holding.Began.LATE if earlier.exists() else Holding.Began.NOMINATED


def _decide(nomination: Nomination, state: str, by: Actor, at: datetime) -> None:
    nomination.state, nomination.decided_at, nomination.decided_by = state, at, by
    nomination.save(update_fields=["state", "holding", "decided_at", "decided_by"])
    after = {"state": state}
    record("decide", "nomination", nomination.uuid, by=by, at=at, after=after)


@transaction.atomic
def ask_for_another_name(
    nomination: Nomination,
    *,
    text: str,
    language: str,
    answer_by: date,
    by: Actor,
    at: datetime,
) -> NameRequest:
    """Ask the administration for another officer, in these words, by that day.

    The call is reopened for this Member until then. The request grades nobody: scores
    stay inside, and the words are checked by whoever sends them. A letter is made from
    this row elsewhere. Raises CallRefused.
    """
    require_may_run_calls(by, at)
    require_running(nomination.call)
    require_state(nomination, Nomination.State.SUBMITTED)
    words = text.strip()
    if not words:
        raise CallRefused("text", pgettext("refusal", "Write the request."))
    if len(words) > LONGEST_TEXT:
        message = pgettext("refusal", "This is too long: at most %(most)d characters.")
        raise CallRefused("text", message % {"most": LONGEST_TEXT})
    invited = Invited.objects.get(call=nomination.call, member=nomination.member)
    if answer_by > nomination.call.closes_on:
        reopen(invited, answer_by, by, at, "answer_by")
    elif answer_by < at.date():
        message = pgettext("refusal", "Write a day from today to a year ahead.")
        raise CallRefused("answer_by", message)
    _decide(nomination, Nomination.State.ANOTHER, by, at)
    return NameRequest.objects.create(
        nomination=nomination,
        language=language,
        text=words,
        answer_by=answer_by,
        asked_at=at,
        asked_by=by,
    )
