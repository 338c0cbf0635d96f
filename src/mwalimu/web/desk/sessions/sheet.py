"""The sign-in sheet: on paper, for the door of the meeting room."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.sessions.attendance import Grid, attendance_grid
from mwalimu.typesetting.pdf import Sheet, sign_in_sheet
from mwalimu.web.desk.sessions.loaders import TAKERS, taken_or_404
from mwalimu.web.kit import writing
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.downloads import send_bytes
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.sessions import name_of
from mwalimu.web.kit.templatetags.kit import member_name

EMPTY_LINES = 4


@open_to(TAKERS)
@require_safe
def sheet(request: Request, uuid: UUID) -> HttpResponse:
    """A PDF with a line for each person and a field for each day, or for one day."""
    session = taken_or_404(request, uuid)
    grid = attendance_grid(request.viewer, session)
    asked = request.GET.get("day", "")
    days = [row.day for row in grid.days]
    days = [day for day in days if day.isoformat() == asked] or days
    pdf = sign_in_sheet(_sheet(session, grid, days))
    name = pgettext("file", "sign-in-sheet") + f"-{days[0] if days else 'session'}.pdf"
    return send_bytes(pdf, name, "application/pdf")


def _sheet(session: Session, grid: Grid, days: list[date]) -> Sheet:
    reading = get_language() or "en"
    starts = session.starts
    when = writing.days(starts, session.ends, reading) if starts else ""
    place = ", ".join(filter(None, [session.city, _host(session)]))
    headings = [pgettext("sheet", "Name"), pgettext("sheet", "Member")]
    shown = [writing.long_day(day, reading) for day in days] or [
        pgettext("sheet", "Signature")
    ]
    return Sheet(
        title=pgettext("sheet", "Sign-in sheet"),
        subtitle=name_of(session),
        facts=[
            each for each in (str(session.programme.name(reading)), when, place) if each
        ],
        language=reading,
        headings=[*headings, *shown],
        rows=[
            (row.participant.person.name, str(member_name(row.participant.member)))
            for row in grid.rows
        ],
        empty=EMPTY_LINES,
        footer=name_of(session),
        note=pgettext("sheet", "Synthetic data of a demo") if settings.DEMO else "",
    )


def _host(session: Session) -> str:
    return member_name(session.host) if session.host else ""
