"""The outputs as a Word file, and work plans for a spreadsheet."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from mwalimu.figures.exports import harmless, separated
from mwalimu.programmes.queries.outputs import TaskLine, outputs_of, plan_of_cohort
from mwalimu.programmes.queries.outputs.sections import output_sections
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.programmes.queries.sessions.synthetic import has_synthetic_people
from mwalimu.typesetting.word import report
from mwalimu.web.desk.cohorts.loaders import cohort_or_404
from mwalimu.web.desk.outputs.loaders import session_or_404
from mwalimu.web.kit import writing
from mwalimu.web.kit.access import (
    CANDIDATES,
    COORDINATORS,
    HEADS,
    SIGNED_IN,
    TEAM,
    open_to,
)
from mwalimu.web.kit.downloads import send_bytes
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.sessions import name_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@open_to(SIGNED_IN)
@require_safe
def word(request: Request, uuid: UUID) -> HttpResponse:
    """What the viewer may read of it, as a Word file in the language of the page."""
    session = session_or_404(request, uuid)
    found = outputs_of(request.viewer, session, today_at(session, request.at))
    reading = get_language() or "en"
    when = writing.days(session.starts, session.ends, reading) or ""
    parts = [name_of(session), when, session.city]
    content = report(
        pgettext("report", "Outputs of the session"),
        " · ".join(part for part in parts if part),
        output_sections(found),
        note=synthetic_note(has_synthetic_people(session)),
    )
    return send_bytes(content, f"outputs-{session.starts or uuid}.docx", WORD)


def synthetic_note(synthetic: bool) -> str:
    """What a file says inside where its people are synthetic."""
    if not synthetic:
        return ""
    return pgettext("minutes", "SPECIMEN: synthetic data, no real person")


@open_to(SIGNED_IN)
@require_safe
def plan(request: Request, uuid: UUID) -> HttpResponse:
    """The work plan of a session, with what earlier sessions left open."""
    session = session_or_404(request, uuid)
    found = outputs_of(request.viewer, session, today_at(session, request.at))
    name = f"work-plan-{session.starts or uuid}.csv"
    return _send([*found.plan, *found.carried], name)


@open_to(TEAM, COORDINATORS, HEADS, CANDIDATES)
@require_safe
def cohort_plan(request: Request, code: str) -> HttpResponse:
    """The work plan of a cohort."""
    cohort = cohort_or_404(request, code)
    lines = plan_of_cohort(request.viewer, cohort, request.at.date())
    return _send(lines, f"work-plan-{cohort.code}.csv")


def _send(lines: Iterable[TaskLine], name: str) -> HttpResponse:
    heads = [
        pgettext("column", "Task"),
        pgettext("column", "Member"),
        pgettext("column", "Person"),
        pgettext("column", "Due on"),
        pgettext("column", "State"),
        pgettext("column", "Late"),
        pgettext("column", "Closed on"),
        pgettext("column", "Agreed at"),
        pgettext("column", "Data"),
    ]
    text = separated(heads, (list(map(harmless, _cells(line))) for line in lines))
    kind = "text/csv; charset=utf-8"
    return send_bytes(text.encode("utf-8-sig"), name=name, media_type=kind)


def _cells(line: TaskLine) -> Iterator[str]:
    item = line.item
    yield item.text
    yield str(item.member.name(get_language() or "en")) if item.member else ""
    yield line.name
    yield item.due_on.isoformat() if item.due_on else ""
    yield str(item.get_state_display())
    yield pgettext("answer", "yes") if line.late else ""
    yield item.closed_on.isoformat() if item.closed_on else ""
    yield name_of(item.session)
    made = item.person is not None and item.person.synthetic
    yield pgettext("chart", "synthetic data") if made else ""
