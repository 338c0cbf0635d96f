"""A call goes out, is reopened for a Member, and is concluded."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.engine.meeting_days import day_in
from mwalimu.programmes.models import Call, Invited
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_run_calls,
    require_running,
)

LONGEST_REOPENING = timedelta(days=366)


@transaction.atomic
def open_call(call: Call, *, by: Actor, at: datetime) -> Call:
    """The Members that are asked see the call from now on. Raises CallRefused."""
    require_may_run_calls(by, at)
    if call.state != Call.State.DRAFT:
        raise CallRefused("", pgettext("refusal", "This call is open already."))
    if call.closes_on < at.date():
        text = pgettext(
            "refusal", "The last day of this call is past: change it first."
        )
        raise CallRefused("closes_on", text)
    call.state = Call.State.OPEN
    call.save(update_fields=["state"])
    after = {"closes_on": call.closes_on.isoformat()}
    record("open", "call", call.uuid, by=by, at=at, after=after)
    return call


@transaction.atomic
def conclude_call(call: Call, *, by: Actor, at: datetime) -> Call:
    """Every name is decided on. From now on the project team no longer reads the names
    of those who were not taken. Raises CallRefused.
    """
    require_may_run_calls(by, at)
    require_running(call)
    if call.nominations.waiting().exists():
        text = pgettext(
            "refusal", "Names still wait for an answer: accept them, or ask for others."
        )
        raise CallRefused("", text)
    call.state, call.concluded_at = Call.State.CONCLUDED, at
    call.save(update_fields=["state", "concluded_at"])
    record("conclude", "call", call.uuid, by=by, at=at)
    return call


@transaction.atomic
def reopen_for(invited: Invited, *, until: date, by: Actor, at: datetime) -> Invited:
    """Late names of this Member are taken up to that day. Raises CallRefused."""
    require_may_run_calls(by, at)
    require_running(invited.call)
    return reopen(invited, until, by, at, "until")


def reopen(
    invited: Invited, until: date, by: Actor, at: datetime, field: str
) -> Invited:
    """Take late names; whether the actor may was asked before."""
    today = day_in(invited.member.time_zone, at)
    if not today <= until <= today + LONGEST_REOPENING:
        text = pgettext("refusal", "Write a day from today to a year ahead.")
        raise CallRefused(field, text)
    invited.reopened_until = until
    invited.save(update_fields=["reopened_until"])
    after = {"member": invited.member.code, "until": until.isoformat()}
    record("reopen", "call", invited.call.uuid, by=by, at=at, after=after)
    return invited
