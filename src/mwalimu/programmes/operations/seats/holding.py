"""A person takes a seat."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Holding, Seat
from mwalimu.programmes.operations.newcomers import Officer, as_person
from mwalimu.programmes.operations.seats.checks import check_held, short
from mwalimu.programmes.operations.seats.refusals import (
    SeatRefused,
    require_may_run_seats,
)


@transaction.atomic
def begin_holding(
    seat: Seat,
    *,
    person: Officer,
    since: date,
    by: Actor,
    at: datetime,
    began: str = Holding.Began.NOMINATED,
    note: str = "",
    until: date | None = None,
    ended: str = "",
) -> Holding:
    """The person holds the seat from that day. Raises SeatRefused; for somebody who is
    recorded with it, PeopleRefused too.

    `until` (the last day) and `ended` are for history that is entered afterwards; a
    holding that goes on has neither.
    """
    require_may_run_seats(by, at)
    return begin(seat, person, since, began, note, by, at, until=until, ended=ended)


def join_late(
    seat: Seat, *, person: Officer, since: date, by: Actor, at: datetime, note: str = ""
) -> Holding:
    """The person joins a cohort that has begun; a catch-up session may stand for what
    they missed. Raises SeatRefused.
    """
    began = Holding.Began.LATE
    return begin_holding(
        seat, person=person, since=since, began=began, note=note, by=by, at=at
    )


def begin(
    seat: Seat,
    person: Officer,
    since: date,
    began: str,
    note: str,
    by: Actor,
    at: datetime,
    *,
    until: date | None = None,
    ended: str = "",
) -> Holding:
    """Check and store a holding; whether the actor may was asked before."""
    if began not in Holding.Began.values or ended not in ("", *Holding.Ended.values):
        raise SeatRefused("reason", pgettext("refusal", "Choose one from the list."))
    if bool(ended) != (until is not None):
        text = pgettext(
            "refusal", "Give both the last day and why it ended, or neither."
        )
        raise SeatRefused("until", text)
    holder = as_person(person, seat.member, by=by, at=at)
    check_held(seat, holder, since, until, at=at, own=0)
    row = Holding.objects.create(
        seat=seat,
        person=holder,
        since=since,
        began=began,
        until=until,
        ended=ended,
        note=short(note),
        recorded_at=at,
        recorded_by=by,
    )
    audit("begin_holding", row, by, at)
    return row


def audit(
    verb: str,
    row: Holding,
    by: Actor,
    at: datetime,
    before: dict[str, str] | None = None,
) -> None:
    """One line on the seat: who holds it and in which days, never a name or a note."""
    after = {"person": str(row.person.uuid), **days_of(row)}
    record(verb, "seat", row.seat.uuid, by=by, at=at, before=before or {}, after=after)


def days_of(row: Holding) -> dict[str, str]:
    """The days of a holding and why it began and ended, as the audit trail keeps them."""
    found = {"since": row.since.isoformat(), "began": row.began}
    if row.until is not None:
        found |= {"until": row.until.isoformat(), "ended": row.ended}
    return found
