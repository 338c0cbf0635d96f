"""Putting right what was written of a holding by mistake."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Attendance, Holding, Nomination, Submission
from mwalimu.programmes.operations.seats.checks import (
    check_days,
    check_held,
    said,
    short,
)
from mwalimu.programmes.operations.seats.holding import audit, days_of
from mwalimu.programmes.operations.seats.refusals import (
    SeatRefused,
    require_may_run_seats,
)
from mwalimu.programmes.operations.sessions.invitations import seat_was_left
from mwalimu.programmes.queries.seats import predecessor_of, successor_of

DAY = timedelta(days=1)


@transaction.atomic
def correct_holding(
    holding: Holding,
    *,
    since: date,
    until: date | None,
    reason: str,
    by: Actor,
    at: datetime,
) -> Holding:
    """Put mistaken dates right; what follows or precedes moves along.

    A person who was replaced leaves the day before the successor begins, so moving one
    of these days moves the other. Why it began and ended stays. Raises SeatRefused.
    """
    require_may_run_seats(by, at)
    why = said(reason)
    if (until is None) != (holding.until is None):
        text = pgettext(
            "refusal",
            "A correction moves a day; it neither ends a holding nor takes its end back.",
        )
        raise SeatRefused("until", text)
    days = {holding: (since, until)}
    if (before := predecessor_of(holding)) is not None:
        days[before] = (before.since, since - DAY)
    if until is not None and (after := successor_of(holding)) is not None:
        days[after] = (until + DAY, after.until)
    _move(days, by, at)
    return _explain(holding, why)


@transaction.atomic
def reopen_holding(
    holding: Holding, *, reason: str, by: Actor, at: datetime
) -> Holding:
    """The end was a mistake: the person still holds the seat. Raises SeatRefused."""
    require_may_run_seats(by, at)
    why = said(reason)
    if holding.until is None:
        text = pgettext("refusal", "This person holds the seat: nothing ended.")
        raise SeatRefused("until", text)
    if successor_of(holding) is not None:
        text = pgettext("refusal", "Somebody or something followed: undo that first.")
        raise SeatRefused("until", text)
    _move({holding: (holding.since, None)}, by, at)
    return _explain(holding, why)


@transaction.atomic
def undo_holding(holding: Holding, *, reason: str, by: Actor, at: datetime) -> None:
    """The person never held the seat: the row goes, and whom it followed holds again.

    Refused once anything hangs on it: attendance or work handed in. Raises SeatRefused.
    """
    require_may_run_seats(by, at)
    said(reason)
    if successor_of(holding) is not None:
        text = pgettext("refusal", "Somebody or something followed: undo that first.")
        raise SeatRefused("", text)
    if _left_a_trace(holding):
        text = pgettext(
            "refusal",
            "Attendance or work of this person is recorded in this cohort: the seat was"
            " held. End it instead, or correct its dates.",
        )
        raise SeatRefused("", text)
    before = predecessor_of(holding)
    audit("undo_holding", holding, by, at, days_of(holding))
    _back_to_waiting(holding)
    holding.delete()
    if before is not None:
        _move({before: (before.since, None)}, by, at)
    seat_was_left(holding, by=by, at=at)


def _move(
    days: dict[Holding, tuple[date, date | None]], by: Actor, at: datetime
) -> None:
    """Set the days of several holdings at once; then each must be right by itself."""
    for since, until in days.values():
        check_days(since, until, at)
    for row, (since, until) in days.items():
        ended = row.ended if until else ""
        Holding.objects.filter(pk=row.pk).update(since=since, until=until, ended=ended)
    for row, (since, until) in days.items():
        check_held(row.seat, row.person, since, until, at=at, own=row.pk)
    for row, (since, until) in days.items():
        was = days_of(row)
        row.since, row.until, row.ended = since, until, row.ended if until else ""
        if days_of(row) != was:
            audit("correct_holding", row, by, at, was)
            seat_was_left(row, by=by, at=at)


def _explain(row: Holding, reason: str) -> Holding:
    """Why it was put right stands with the holding."""
    row.note = short(f"{row.note}\n{reason}")
    row.save(update_fields=["note"])
    return row


def _back_to_waiting(holding: Holding) -> None:
    """The nomination that led to it is to be decided on again."""
    accepted = Nomination.objects.filter(holding=holding)
    waiting = Nomination.State.SUBMITTED
    accepted.update(state=waiting, holding=None, decided_at=None, decided_by=None)


def _left_a_trace(row: Holding) -> bool:
    cohort, person = row.seat.cohort_id, row.person_id
    there = Attendance.objects.filter(person=person, day__session__cohorts=cohort)
    work = Submission.objects.filter(person=person, assignment__cohort=cohort)
    return there.exists() or work.exists()
