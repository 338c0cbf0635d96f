"""A person leaves a seat: withdrawn, deferred, or at the end of the programme."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Cohort, Holding
from mwalimu.programmes.operations.seats.checks import check_days, said, short
from mwalimu.programmes.operations.seats.holding import audit, days_of
from mwalimu.programmes.operations.seats.refusals import (
    SeatRefused,
    require_may_run_seats,
)
from mwalimu.programmes.operations.sessions.invitations import seat_was_left


@transaction.atomic
def withdraw(
    holding: Holding, *, on: date, reason: str, by: Actor, at: datetime
) -> Holding:
    """The person leaves; `on` is the last day. The seat is vacant. Raises SeatRefused."""
    require_may_run_seats(by, at)
    return end(holding, on, Holding.Ended.WITHDRAWN, said(reason), by, at)


@transaction.atomic
def defer(
    holding: Holding, *, on: date, reason: str, by: Actor, at: datetime
) -> Holding:
    """The person pauses after `on` and may come back: see `resume`. Raises SeatRefused."""
    require_may_run_seats(by, at)
    return end(holding, on, Holding.Ended.DEFERRED, said(reason), by, at)


@transaction.atomic
def complete(
    holding: Holding, *, on: date, by: Actor, at: datetime, note: str = ""
) -> Holding:
    """The person went the whole way; `on` is the last day. Raises SeatRefused."""
    require_may_run_seats(by, at)
    return end(holding, on, Holding.Ended.COMPLETED, short(note), by, at)


@transaction.atomic
def complete_cohort(
    cohort: Cohort, *, on: date, by: Actor, at: datetime
) -> list[Holding]:
    """Everybody who still holds a seat went the whole way: all of them, or none."""
    require_may_run_seats(by, at)
    rows = Holding.objects.current().filter(seat__cohort=cohort)
    found = list(rows.select_related("seat", "person"))
    return [end(row, on, Holding.Ended.COMPLETED, "", by, at) for row in found]


def end(
    row: Holding, on: date, ended: str, note: str, by: Actor, at: datetime
) -> Holding:
    """Close a holding; whether the actor may was asked before."""
    still = Holding.objects.select_for_update().get(pk=row.pk)
    if still.until is not None:
        text = pgettext("refusal", "This person no longer holds the seat.")
        raise SeatRefused("on", text)
    if on < row.since:
        text = pgettext("refusal", "The last day is before the first day, %(first)s.")
        raise SeatRefused("on", text % {"first": row.since.isoformat()})
    check_days(row.since, on, at)
    before = days_of(row)
    row.note = short(f"{row.note}\n{note}")
    row.until, row.ended = on, ended
    row.save(update_fields=["until", "ended", "note"])
    audit("end_holding", row, by, at, before)
    seat_was_left(row, by=by, at=at)
    return row
