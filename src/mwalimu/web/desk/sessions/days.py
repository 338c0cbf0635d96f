"""The days of a session."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.programmes.operations.sessions import plan_days
from mwalimu.programmes.queries.sessions.attendance import (
    days_of,
    days_within,
    proposed_days,
)
from mwalimu.web.desk.sessions.forms import DaysForm
from mwalimu.web.desk.sessions.loaders import sent, session_or_404
from mwalimu.web.desk.sessions.saving import answer
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def days(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the days on which the session meets."""
    session = session_or_404(request, uuid)
    planned = days_of([session.pk])[session.pk]
    initial: dict[str, Any] = {
        "days": [day.isoformat() for day in planned or proposed_days(session)],
        "opens_at": session.opens_at,
        "closes_at": session.closes_at,
    }
    form = DaysForm(sent(request), initial=initial)
    form.offer_days(sorted({*days_within(session), *planned}))

    def do(data: dict[str, Any]) -> object:
        hours = (data["opens_at"], data["closes_at"])
        by = acting(request)
        return plan_days(session, days=data["days"], hours=hours, by=by, at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Days of the session"),
        said=pgettext("message", "The days are set."),
    )
