"""One holding follows another: a successor, another seat, a return."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models import Holding, Seat
from mwalimu.programmes.operations.newcomers import Officer
from mwalimu.programmes.operations.seats.checks import said
from mwalimu.programmes.operations.seats.ending import end
from mwalimu.programmes.operations.seats.holding import begin
from mwalimu.programmes.operations.seats.refusals import (
    SeatRefused,
    require_may_run_seats,
)

DAY = timedelta(days=1)


@transaction.atomic
def replace(
    holding: Holding,
    *,
    successor: Officer,
    on: date,
    reason: str,
    by: Actor,
    at: datetime,
) -> Holding:
    """`successor` holds the seat from `on`; the other's last day is the day before.

    Returns the successor's holding. Raises SeatRefused.
    """
    require_may_run_seats(by, at)
    if isinstance(successor, Person) and successor.pk == holding.person_id:
        text = pgettext(
            "refusal", "Choose another person: this one holds the seat now."
        )
        raise SeatRefused("person", text)
    _check_after(holding, on)
    why = said(reason)
    end(holding, on - DAY, Holding.Ended.REPLACED, why, by, at)
    return begin(holding.seat, successor, on, Holding.Began.REPLACEMENT, "", by, at)


@transaction.atomic
def transfer(
    holding: Holding, *, to: Seat, on: date, reason: str, by: Actor, at: datetime
) -> Holding:
    """The person holds another seat from `on` and leaves this one the day before.

    The other seat may be of another topic or cohort, or of another Member for which the
    person works by then. Returns the new holding. Raises SeatRefused.
    """
    require_may_run_seats(by, at)
    if to.pk == holding.seat_id:
        text = pgettext("refusal", "Choose another seat: this person holds this one.")
        raise SeatRefused("to", text)
    _check_after(holding, on)
    why = said(reason)
    end(holding, on - DAY, Holding.Ended.TRANSFERRED, why, by, at)
    return begin(to, holding.person, on, Holding.Began.TRANSFER, "", by, at)


@transaction.atomic
def resume(
    deferred: Holding,
    *,
    since: date,
    by: Actor,
    at: datetime,
    seat: Seat | None = None,
    note: str = "",
) -> Holding:
    """A person who deferred comes back: to the same seat, or to another free `seat` of
    the same Member, of this cohort or a later one. Raises SeatRefused.
    """
    require_may_run_seats(by, at)
    if deferred.ended != Holding.Ended.DEFERRED or deferred.until is None:
        text = pgettext("refusal", "Only somebody who deferred can come back.")
        raise SeatRefused("person", text)
    if since <= deferred.until:
        text = pgettext(
            "refusal", "They held the seat until %(last)s: write a later day."
        )
        raise SeatRefused("since", text % {"last": deferred.until.isoformat()})
    wanted = seat or deferred.seat
    if wanted.member_id != deferred.seat.member_id:
        text = pgettext("refusal", "Choose a seat of the same Member.")
        raise SeatRefused("to", text)
    began = Holding.Began.RESUMED
    return begin(wanted, deferred.person, since, began, note, by, at)


def _check_after(holding: Holding, on: date) -> None:
    """The new holding begins after the first day of the one that it follows."""
    if on <= holding.since:
        text = pgettext(
            "refusal",
            "The change must come after %(first)s, the day on which this person took the"
            " seat. If they never held it, undo that instead.",
        )
        raise SeatRefused("on", text % {"first": holding.since.isoformat()})
