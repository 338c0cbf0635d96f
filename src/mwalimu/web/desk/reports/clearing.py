"""Sending a version for clearance, putting the answers on record, the final one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_POST

from mwalimu.programmes.models import ReportClearance
from mwalimu.programmes.operations.reports import (
    answer_clearance,
    make_final,
    send_for_clearance,
)
from mwalimu.programmes.permissions import may_answer_clearance
from mwalimu.programmes.queries.reports import clearance_at
from mwalimu.web.desk.reports.forms import AnswerForm, SendForm
from mwalimu.web.desk.reports.loaders import (
    READERS,
    report_session_or_404,
    version_or_404,
)
from mwalimu.web.desk.reports.versions import HERE
from mwalimu.web.desk.sessions.loaders import sent
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def send(request: Request, uuid: UUID, version: UUID) -> HttpResponse:
    """Note to whom a version was sent, and when."""
    row = version_or_404(request, uuid, version)
    initial = {"sent_on": request.at.date()}
    form = SendForm(row.session, row.with_names, sent(request), initial=initial)
    return answer(
        request,
        row.session,
        form,
        lambda data: send_for_clearance(row, **data, by=acting(request), at=request.at),
        title=pgettext("title", "Send for clearance"),
        said=pgettext("message", "It is noted."),
        text=pgettext(
            "report",
            "Download the file and send it by mail or letter; here you note to whom and"
            " when. Nothing is mailed from here.",
        ),
        back=HERE,
    )


@open_to(READERS)
def answer_one(request: Request, uuid: UUID, clearance: UUID) -> HttpResponse:
    """What a partner or the host answered."""
    session = report_session_or_404(request, uuid)
    row = clearance_at(request.viewer, session, clearance)
    if row is None or not may_answer_clearance(request.viewer, row):
        raise Http404
    known = row.answer != ReportClearance.Answer.WAITING
    initial = {
        "answer": row.answer if known else "",
        "answered_on": row.answered_on or request.at.date(),
        "remarks": row.remarks,
    }
    party = row.partner or row.member
    name = str(party.name(get_language() or "en")) if party else ""
    title = pgettext("title", "Answer of %(party)s") % {"party": name}
    return answer(
        request,
        session,
        AnswerForm(sent(request), initial=initial),
        lambda data: answer_clearance(row, **data, by=acting(request), at=request.at),
        title=title,
        said=pgettext("message", "The answer is on record."),
        back=HERE,
    )


@open_to(TEAM)
@require_POST
def final(request: Request, uuid: UUID, version: UUID) -> HttpResponse:
    """Everybody has cleared it: it is the report."""
    row = version_or_404(request, uuid, version)
    return step(
        request,
        row.session,
        lambda: make_final(row, by=acting(request), at=request.at),
        pgettext("message", "The report is final. Its file never changes."),
        HERE,
    )
