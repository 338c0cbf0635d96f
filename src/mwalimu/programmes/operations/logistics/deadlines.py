"""By when the steps of a session are due."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.engine.logistics import DAYS_BEFORE, MOST_DAYS
from mwalimu.programmes.models import Session, StepDeadline
from mwalimu.programmes.operations.logistics.refusals import LogisticsRefused
from mwalimu.programmes.operations.sessions.refusals import require_team
from mwalimu.programmes.queries.logistics.board import first_day, own_days


@transaction.atomic
def set_deadlines(
    session: Session, days: Mapping[str, date | None], *, by: Actor, at: datetime
) -> None:
    """By when each step is due; without a day, the product's own again.

    Kept as days before the first day: when the session moves, they move with it.
    """
    require_team(by, at)
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    first = first_day(session)
    if first is None:
        text = pgettext("refusal", "The first day of the session is not known yet.")
        raise LogisticsRefused("", text)
    before = own_days(session)
    wanted = {
        step: _days_before(step, day, first)
        for step, day in days.items()
        if step in DAYS_BEFORE and day is not None
    }
    own = {step: n for step, n in wanted.items() if n != DAYS_BEFORE[step]}
    if own == before:
        return
    session.deadlines.all().delete()
    StepDeadline.objects.bulk_create(
        StepDeadline(session=session, step=step, days_before=number)
        for step, number in own.items()
    )
    record("deadlines", "session", session.uuid, by=by, at=at, before=before, after=own)


def _days_before(step: str, day: date, first: date) -> int:
    number = (first - day).days
    if not 0 <= number <= MOST_DAYS:
        text = pgettext(
            "refusal", "Write a day within the year before the session begins."
        )
        raise LogisticsRefused(step, text)
    return number
