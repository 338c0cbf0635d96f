"""What every page of the logistics starts from."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.logistics import Board, board_of
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.web.desk.sessions.loaders import session_or_404
from mwalimu.web.kit.access import COORDINATORS, HOSTS, TEAM
from mwalimu.web.kit.requests import Request

SEERS = TEAM | COORDINATORS | HOSTS


def board_or_404(request: Request, uuid: UUID) -> Board:
    """The board of a session as the viewer sees it, if they see anything of it."""
    session = session_or_404(request, uuid)
    found = board_of(request.viewer, session, today_at(session, request.at))
    if not found.columns:
        raise Http404
    return found


def board_url(request: Request, session: Session) -> str:
    """The address of the board with the filters that this request came with."""
    url = reverse("desk:session_logistics", kwargs={"uuid": session.uuid})
    query = request.GET.urlencode()
    return f"{url}?{query}" if query else url


def to_board(
    request: Request, session: Session, row: UUID | None = None
) -> HttpResponse:
    """Back to the board, at the row of a person."""
    place = f"#p-{row}" if row else ""
    return redirect(f"{board_url(request, session)}{place}")
