"""The days of a session."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.programmes.operations.sessions import SessionRefused, plan_days
from mwalimu.programmes.queries.sessions.attendance import (
    days_of,
    days_within,
    proposed_days,
)
from mwalimu.web.desk.sessions.forms import DaysForm
from mwalimu.web.desk.sessions.loaders import back_to, sent, session_or_404, show
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
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        hours = (data["opens_at"], data["closes_at"])
        try:
            plan_days(
                session,
                days=data["days"],
                hours=hours,
                by=acting(request),
                at=request.at,
            )
        except SessionRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, pgettext("message", "The days are set."))
            return back_to("desk:session", session)
    wrong = 422 if form.is_bound else 200
    title = pgettext("title", "Days of the session")
    return show(request, "form.html", session, form=form, title=title, status=wrong)
