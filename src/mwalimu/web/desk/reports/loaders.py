"""What the pages of a report start from."""

from uuid import UUID

from django.http import Http404

from mwalimu.programmes.models import Session, SessionReport
from mwalimu.programmes.permissions import hosts, may_edit
from mwalimu.programmes.queries.reports import report_at
from mwalimu.web.desk.sessions.loaders import session_or_404
from mwalimu.web.kit.access import HOSTS, TEAM
from mwalimu.web.kit.requests import Request

READERS = TEAM | HOSTS


def report_session_or_404(request: Request, uuid: UUID) -> Session:
    """The session, for the project team and those who organise it for the host."""
    session = session_or_404(request, uuid)
    if not may_edit(request.viewer) and not hosts(request.viewer, session):
        raise Http404
    return session


def version_or_404(request: Request, uuid: UUID, version: UUID) -> SessionReport:
    """A version that the viewer may read."""
    session = report_session_or_404(request, uuid)
    found = report_at(request.viewer, session, version)
    if found is None:
        raise Http404
    return found
