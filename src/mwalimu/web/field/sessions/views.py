"""My sessions: what is on, where, the papers, and when I was there."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.sessions.agenda import (
    agenda_of,
    experts_of,
    paper_at,
    papers_for,
)
from mwalimu.programmes.queries.sessions.attendance import days_attended_by
from mwalimu.programmes.queries.sessions.own import own_session, sessions_of
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request


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
    return render(request, "field/sessions/list.html", {"own": own})


@open_to(SIGNED_IN)
@require_safe
def session(request: Request, uuid: UUID) -> HttpResponse:
    """One of my sessions."""
    found = own_or_404(request, uuid)
    return render(
        request,
        "field/sessions/session.html",
        {
            "session": found,
            "agenda": agenda_of(found),
            "papers": papers_for(request.viewer, found),
            "experts": experts_of(found),
            "mine": days_attended_by(request.viewer, found),
        },
    )


@open_to(SIGNED_IN)
@require_safe
def paper(request: Request, uuid: UUID, paper: UUID) -> HttpResponseBase:
    """Download a paper of one of my sessions."""
    found = paper_at(request.viewer, own_or_404(request, uuid), paper)
    if found is None:
        raise Http404
    return send_file(found.file, found.name)
