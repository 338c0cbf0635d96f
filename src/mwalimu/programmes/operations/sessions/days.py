"""The days on which a session meets."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Session, SessionDay
from mwalimu.programmes.operations.sessions.invitations import bring_up_to_date
from mwalimu.programmes.operations.sessions.refusals import (
    SessionRefused,
    require_not_cancelled,
    require_team,
)
from mwalimu.programmes.queries.sessions.attendance import days_within

Hours = tuple[time | None, time | None]


@transaction.atomic
def plan_days(
    session: Session,
    *,
    days: Iterable[date],
    by: Actor,
    at: datetime,
    hours: Hours = (None, None),
) -> list[SessionDay]:
    """Set the days on which the session meets, and from when to when.

    A day stays while anything hangs on it: attendance, or a line of the agenda.
    """
    require_team(by, at)
    require_not_cancelled(session)
    wanted = sorted(set(days))
    _check_days(session, wanted)
    _check_hours(hours)
    present = {row.day: row for row in session.days.select_for_update()}
    dropped = [row for day, row in present.items() if day not in wanted]
    _check_dropped(dropped)
    before = _as_text(session, present)
    SessionDay.objects.filter(pk__in=[row.pk for row in dropped]).delete()
    SessionDay.objects.bulk_create(
        SessionDay(session=session, day=day) for day in wanted if day not in present
    )
    session.opens_at, session.closes_at = hours
    session.save(update_fields=["opens_at", "closes_at"])
    after = _as_text(session, wanted)
    if before != after:
        record(
            "plan_days",
            "session",
            session.uuid,
            by=by,
            at=at,
            before=before,
            after=after,
        )
        bring_up_to_date(session, by=by, at=at)
    return list(session.days.all())


def _check_days(session: Session, days: Sequence[date]) -> None:
    possible = days_within(session)
    if not possible:
        text = pgettext(
            "refusal",
            "The dates of this session are not known to the day: set them first.",
        )
        raise SessionRefused("days", text)
    if not days:
        text = pgettext(
            "refusal", "Choose at least one day on which the session meets."
        )
        raise SessionRefused("days", text)
    outside = [day for day in days if day not in possible]
    if outside:
        text = pgettext(
            "refusal",
            "%(days)s: outside the dates of the session, %(first)s to %(last)s.",
        )
        first, last = written([possible[0]]), written([possible[-1]])
        raise SessionRefused(
            "days", text % {"days": written(outside), "first": first, "last": last}
        )


def _check_hours(hours: Hours) -> None:
    opens, closes = hours
    if (opens is None) != (closes is None):
        text = pgettext("refusal", "Give both hours, or neither.")
        raise SessionRefused("opens_at" if opens is None else "closes_at", text)
    if opens and closes and closes <= opens:
        text = pgettext("refusal", "A day ends after it begins.")
        raise SessionRefused("closes_at", text)


def _check_dropped(rows: Sequence[SessionDay]) -> None:
    spoken = [row.day for row in rows if row.agenda.exists()]
    if spoken:
        text = pgettext(
            "refusal",
            "%(days)s: something is on the agenda, so the day stays. Take it off the"
            " agenda first.",
        )
        raise SessionRefused("days", text % {"days": written(spoken)})
    kept = [row.day for row in rows if row.attendance.exists()]
    if kept:
        text = pgettext(
            "refusal",
            "%(days)s: attendance was taken, so the day stays. Clear the attendance of"
            " that day first if it was wrong.",
        )
        raise SessionRefused("days", text % {"days": written(kept)})


def written(days: Iterable[date]) -> str:
    """Days as the reader's language writes them."""
    return ", ".join(date_format(day, "DATE_FORMAT") for day in sorted(days))


def _as_text(session: Session, days: Iterable[date]) -> dict[str, object]:
    hours = (session.opens_at, session.closes_at)
    return {
        "days": [day.isoformat() for day in sorted(days)],
        "hours": [hour.isoformat("minutes") for hour in hours if hour],
    }
