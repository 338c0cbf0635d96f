"""What the pages of the outputs start from."""

from uuid import UUID

from django.http import Http404

from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions import Contribution, contribution
from mwalimu.programmes.queries.outputs import outputs_session_at
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.web.kit.requests import Request


def session_or_404(request: Request, uuid: UUID) -> Session:
    """The session, if the viewer may read what came out of it: they work on it, or go."""
    found = outputs_session_at(request.viewer, uuid)
    if found is None:
        raise Http404
    return found


def may(request: Request, session: Session) -> Contribution:
    """What the viewer writes of its outputs."""
    return contribution(request.viewer, session, today_at(session, request.at))


def team_or_404(request: Request, uuid: UUID) -> Session:
    """The session, for the project team alone."""
    session = session_or_404(request, uuid)
    if not may(request, session).team:
        raise Http404
    return session
