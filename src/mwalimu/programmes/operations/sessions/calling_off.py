"""Calling a session off, holding it after all, and moving it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Attendance, Session
from mwalimu.programmes.operations.sessions.checks import required_line
from mwalimu.programmes.operations.sessions.invitations import (
    Outcome,
    bring_up_to_date,
)
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_not_cancelled,
    require_team,
)
from mwalimu.programmes.queries.sessions.attendance import days_within

LONGEST_REASON = 300


@transaction.atomic
def cancel_session(session: Session, *, why: str, by: Actor, at: datetime) -> Outcome:
    """Call it off and say so to everybody invited. Raises SessionRefused.

    A session at which attendance was taken took place, so it is not called off.
    """
    require_team(by, at)
    require_not_cancelled(session)
    _require_no_attendance(session)
    session.cancelled_why = required_line("why", why, LONGEST_REASON)
    session.cancelled_at = at
    session.save(update_fields=["cancelled_at", "cancelled_why"])
    after = {"why": session.cancelled_why}
    record("cancel", "session", session.uuid, by=by, at=at, after=after)
    return bring_up_to_date(session, by=by, at=at)


@transaction.atomic
def hold_after_all(session: Session, *, by: Actor, at: datetime) -> Session:
    """Take back that it was called off. Invitations go out again when they are sent."""
    require_team(by, at)
    if not session.is_cancelled:
        text = pgettext("refusal", "This session is not cancelled.")
        raise SessionRefused("", text)
    before = {"why": session.cancelled_why}
    session.cancelled_at, session.cancelled_why = None, ""
    session.save(update_fields=["cancelled_at", "cancelled_why"])
    record("hold_after_all", "session", session.uuid, by=by, at=at, before=before)
    return session


@transaction.atomic
def move_session(session: Session, *, first: date, by: Actor, at: datetime) -> Outcome:
    """Move all of it so that it begins on `first`; the agenda moves with its days."""
    require_team(by, at)
    require_not_cancelled(session)
    _require_no_attendance(session)
    days = days_within(session)
    if not days:
        text = pgettext(
            "refusal",
            "The dates of this session are not known to the day: set them first.",
        )
        raise SessionRefused("first", text)
    if not 1990 <= first.year <= 2100:
        text = pgettext("refusal", "Write a day from 1990 to 2100.")
        raise SessionRefused("first", text)
    shift = first - days[0]
    if not shift:
        text = pgettext("refusal", "It begins on that day already.")
        raise SessionRefused("first", text)
    before = _dates(session)
    session.starts_on = first
    if session.ends_on is not None:
        session.ends_on = days[-1] + shift
    session.save(update_fields=["starts_on", "ends_on"])
    # From the far end on, so that no day is moved onto one that is still to be moved.
    order = "-day" if shift.days > 0 else "day"
    for row in session.days.order_by(order):
        row.day += shift
        row.save(update_fields=["day"])
    after = _dates(session)
    record("move", "session", session.uuid, by=by, at=at, before=before, after=after)
    return bring_up_to_date(session, by=by, at=at)


def _dates(session: Session) -> dict[str, str]:
    return {"starts": str(session.starts), "ends": str(session.ends or "")}


def _require_no_attendance(session: Session) -> None:
    if Attendance.objects.filter(day__session=session).exists():
        text = pgettext(
            "refusal",
            "Attendance was taken at this session, so it took place. Clear the"
            " attendance first if it was wrong.",
        )
        raise SessionRefused("", text)
