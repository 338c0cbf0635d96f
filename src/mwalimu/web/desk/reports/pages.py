"""What would be in the report, what is missing, and the versions that there are."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import ReportClearance, Session, SessionReport
from mwalimu.programmes.permissions import may_answer_clearance, may_edit
from mwalimu.programmes.queries.reports import Part, contents_of, reports_of
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.web.desk.reports.forms import DraftForm
from mwalimu.web.desk.reports.loaders import READERS, report_session_or_404
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request


@open_to(READERS)
@require_safe
def report(request: Request, uuid: UUID) -> HttpResponse:
    """The report of a session."""
    return page(request, report_session_or_404(request, uuid))


def page(
    request: Request, session: Session, form: DraftForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of the report; for the project team also what would be in it."""
    runs = may_edit(request.viewer)
    contents = contents_of(session, today_at(session, request.at)) if runs else None
    reading = get_language() or "en"
    initial = {"language": session.language if session.language == "fr" else "en"}
    return show(
        request,
        "reports/report.html",
        session,
        contents=contents,
        parts=[_linked(session, part) for part in contents.parts] if contents else [],
        versions=[
            _version(request, row) for row in reports_of(request.viewer, session)
        ],
        form=form or DraftForm(initial=initial),
        reading=reading,
        status=status,
    )


def _linked(session: Session, part: Part) -> tuple[Part, str]:
    """A part with the address of the page on which it is put right."""
    return part, reverse(part.page, kwargs={"uuid": session.uuid})


def _version(request: Request, row: SessionReport) -> dict[str, Any]:
    """A version with what the viewer may do about it."""
    newest = not getattr(row, "superseded", False)
    runs = may_edit(request.viewer) and newest
    clearances = list(row.clearances.all())
    cleared = all(c.answer == ReportClearance.Answer.CLEARED for c in clearances)
    sent = row.state == SessionReport.State.SENT
    return {
        "row": row,
        "newest": newest,
        "clearances": [
            (each, sent and newest and may_answer_clearance(request.viewer, each))
            for each in clearances
        ],
        "may_send": runs and row.state == SessionReport.State.DRAFT,
        "may_finish": runs and sent and cleared,
    }
