"""What every page of a session starts from."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions import may_edit, may_take_attendance
from mwalimu.programmes.queries.sessions.listing import workspace_at
from mwalimu.web.kit.access import COORDINATORS, HEADS, HOSTS, TEAM
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import session_tabs

WORKERS = TEAM | COORDINATORS | HEADS | HOSTS
TAKERS = TEAM | HOSTS


def session_or_404(request: Request, uuid: UUID) -> Session:
    """The session, if the viewer may open its working pages."""
    session = workspace_at(request.viewer, uuid)
    if session is None:
        raise Http404
    return session


def taken_or_404(request: Request, uuid: UUID) -> Session:
    """The session, if the viewer may take attendance there."""
    session = session_or_404(request, uuid)
    if not may_take_attendance(request.viewer, session):
        raise Http404
    return session


def show(
    request: Request,
    template: str,
    session: Session,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """A page of the session, with its tabs; `template` in its own folder or another."""
    viewer = request.viewer
    context = {
        "session": session,
        "tabs": session_tabs(request, session.uuid),
        "may_run": may_edit(viewer),
        "may_take": may_take_attendance(viewer, session),
        **more,
    }
    where = f"desk/{template}" if "/" in template else f"desk/sessions/{template}"
    return render(request, where, context, status=status)


def sent(request: Request) -> Any:
    """What a form is bound to: everything that was sent, or nothing before that."""
    return request.POST if request.method == "POST" else None


def back_to(name: str, session: Session, **more: Any) -> HttpResponse:
    """To a page of the session."""
    answer: HttpResponse = redirect(name, uuid=session.uuid, **more)
    return answer
