"""Inviting to a session, moving it, calling it off, holding it after all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST

from mwalimu.programmes.operations.sessions import (
    Outcome,
    SessionRefused,
    cancel_session,
    hold_after_all,
    move_session,
    send_invitations,
)
from mwalimu.web.desk.sessions.forms import CancelForm, MoveForm
from mwalimu.web.desk.sessions.loaders import back_to, sent, session_or_404
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
@require_POST
def invite(request: Request, uuid: UUID) -> HttpResponse:
    """Send what is to be sent: invitations, updates, withdrawals."""
    session = session_or_404(request, uuid)
    try:
        outcome = send_invitations(session, by=acting(request), at=request.at)
    except SessionRefused as refused:
        messages.error(request, refused.message)
    else:
        _say(request, outcome)
    return back_to("desk:session_people", session)


def _say(request: Request, outcome: Outcome) -> None:
    count = outcome.invited + outcome.updated + outcome.withdrawn
    text = npgettext(
        "message",
        "%(count)d mail is on its way.",
        "%(count)d mails are on their way.",
        count,
    )
    messages.success(request, text % {"count": count})
    if outcome.unreachable:
        names = ", ".join(person.name for person in outcome.unreachable)
        text = pgettext("message", "No mail address is recorded for: %(names)s.")
        messages.warning(request, text % {"names": names})


@open_to(TEAM)
def move(request: Request, uuid: UUID) -> HttpResponse:
    """Move the session with its days and its agenda."""
    session = session_or_404(request, uuid)
    form = MoveForm(sent(request), initial={"first": session.starts_on})

    def do(data: dict[str, Any]) -> object:
        return move_session(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        form,
        do,
        title=pgettext("title", "Move the session"),
        said=pgettext(
            "message", "The session is moved. Everybody invited is told by mail."
        ),
        text=pgettext(
            "session",
            "All days and the agenda move by as many days. Everybody who was invited"
            " gets a new date for their calendar and is asked again.",
        ),
        button=pgettext("form", "Move it"),
    )


@open_to(TEAM)
def cancel(request: Request, uuid: UUID) -> HttpResponse:
    """Call the session off."""
    session = session_or_404(request, uuid)

    def do(data: dict[str, Any]) -> object:
        return cancel_session(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        CancelForm(sent(request)),
        do,
        title=pgettext("title", "Cancel the session"),
        said=pgettext(
            "message", "The session is cancelled. Everybody invited is told by mail."
        ),
        text=pgettext(
            "session",
            "Everybody who was invited is told, with the reason, and it is taken off"
            " their calendars. The session stays on record as cancelled.",
        ),
        button=pgettext("form", "Cancel the session"),
    )


@open_to(TEAM)
@require_POST
def reinstate(request: Request, uuid: UUID) -> HttpResponse:
    """It takes place after all."""
    session = session_or_404(request, uuid)

    def do() -> object:
        return hold_after_all(session, by=acting(request), at=request.at)

    said = pgettext(
        "message",
        "The session takes place. Send the invitations again when you are ready.",
    )
    return step(request, session, do, said, "desk:session_people")
