"""My sessions: what is on, where, the papers, and when I was there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.logistics import say_passport_name
from mwalimu.programmes.operations.sessions import (
    SessionRefused,
    answer_invitation,
    published,
)
from mwalimu.programmes.queries.evaluations import waiting_at, waiting_for
from mwalimu.programmes.queries.logistics import own_arrangements
from mwalimu.programmes.queries.sessions.agenda import (
    agenda_of,
    experts_of,
    paper_at,
    papers_of_participants,
)
from mwalimu.programmes.queries.sessions.attendance import days_attended_by, over
from mwalimu.programmes.queries.sessions.invitations import own_invitation
from mwalimu.programmes.queries.sessions.own import own_session, sessions_of
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.downloads import send_bytes, send_file
from mwalimu.web.kit.requests import Request, acting


def own_or_404(request: Request, uuid: UUID) -> Session:
    """The session, if the viewer is or was expected there."""
    found = own_session(request.viewer, uuid)
    if found is None:
        raise Http404
    return found


@open_to(SIGNED_IN)
@require_safe
def sessions(request: Request) -> HttpResponse:
    """My sessions, those to come first."""
    own = sessions_of(request.viewer, request.at.date())
    waiting = waiting_for(request.viewer, request.at, [*own.coming, *own.past])
    context = {"own": own, "waiting": waiting}
    return render(request, "field/sessions/list.html", context)


@open_to(SIGNED_IN)
@require_safe
def session(request: Request, uuid: UUID) -> HttpResponse:
    """One of my sessions."""
    return _show(request, own_or_404(request, uuid))


def _show(request: Request, found: Session, **more: Any) -> HttpResponse:
    return render(
        request,
        "field/sessions/session.html",
        {
            "session": found,
            "invitation": own_invitation(request.viewer, found),
            "may_answer": not found.is_cancelled and not over(found, request.at),
            "agenda": agenda_of(found),
            "papers": papers_of_participants(found),
            "experts": experts_of(found),
            "mine": days_attended_by(request.viewer, found),
            "waiting": waiting_at(request.viewer, found, request.at),
            **arranged(own_arrangements(request.viewer, found)),
            **more,
        },
        status=422 if more else 200,
    )


@open_to(SIGNED_IN)
@require_POST
def answer(request: Request, uuid: UUID) -> HttpResponse:
    """Say whether I come, with a word."""
    found = own_or_404(request, uuid)
    invitation = own_invitation(request.viewer, found)
    comes = request.POST.get("comes", "")
    if invitation is None or comes not in ("yes", "no"):
        raise Http404
    word = request.POST.get("word", "")
    try:
        answer_invitation(
            invitation,
            comes=comes == "yes",
            word=word,
            by=acting(request),
            at=request.at,
        )
    except SessionRefused as refused:
        return _show(request, found, problem=refused.message, word=word)
    messages.success(request, pgettext("message", "Your answer is noted."))
    answered: HttpResponse = redirect("field:session", uuid=uuid)
    return answered


def arranged(rows: list[Arrangement]) -> dict[str, Any]:
    """My own steps, and my name as in my passport."""
    names = [row.note for row in rows if row.step == Arrangement.Step.PASSPORT]
    return {"steps": rows, "passport_name": names[0] if names else ""}


@open_to(SIGNED_IN)
@require_POST
def passport(request: Request, uuid: UUID) -> HttpResponse:
    """My name as it stands in my passport."""
    found = own_or_404(request, uuid)
    name = request.POST.get("name", "")
    try:
        say_passport_name(found, name, by=acting(request), at=request.at)
    except SessionRefused as refused:
        return _show(
            request, found, passport_problem=refused.message, passport_name=name
        )
    messages.success(request, pgettext("message", "Your name is noted."))
    answered: HttpResponse = redirect("field:session", uuid=uuid)
    return answered


@open_to(SIGNED_IN)
@require_safe
def calendar(request: Request, uuid: UUID) -> HttpResponse:
    """The session as a calendar file, for calendars that no invitation reached."""
    found = own_or_404(request, uuid)
    content = published(found, own_invitation(request.viewer, found), request.at)
    if content is None:
        raise Http404
    return send_bytes(content, "session.ics", "text/calendar")


@open_to(SIGNED_IN)
@require_safe
def paper(request: Request, uuid: UUID, paper: UUID) -> HttpResponseBase:
    """Download a paper of one of my sessions."""
    found = paper_at(request.viewer, own_or_404(request, uuid), paper)
    if found is None:
        raise Http404
    return send_file(found.file, found.name)
