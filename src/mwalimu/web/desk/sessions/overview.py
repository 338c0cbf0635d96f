"""The first page of a session: what it is, and what it still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Mode, Session
from mwalimu.programmes.permissions import may_edit, may_take_attendance
from mwalimu.programmes.queries.evaluations import origin_of
from mwalimu.programmes.queries.sessions.agenda import has_agenda
from mwalimu.programmes.queries.sessions.attendance import (
    Grid,
    attendance_grid,
    over,
    today_at,
)
from mwalimu.programmes.queries.sessions.invitations import (
    answers,
    invitations_by_person,
)
from mwalimu.web.desk.sessions.loaders import WORKERS, session_or_404, show
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request


@dataclass(frozen=True)
class Lack:
    """Something that is missing, and where the viewer puts it right, if they may."""

    text: str | Promise
    url: str


@open_to(WORKERS)
@require_safe
def session(request: Request, uuid: UUID) -> HttpResponse:
    """What is known of a session, and what is missing."""
    found = session_or_404(request, uuid)
    grid = attendance_grid(request.viewer, found)
    works = may_take_attendance(request.viewer, found) and not found.is_cancelled
    return show(
        request,
        "session.html",
        found,
        grid=grid,
        cohorts=found.cohorts.all(),
        works=works,
        origin=origin_of(request.viewer, found),
        lacks=list(_lacks(request, found, grid)) if works else [],
    )


def _lacks(request: Request, session: Session, grid: Grid) -> Iterator[Lack]:
    """What is missing, in the order in which one does it."""
    here = {"uuid": session.uuid}
    runs = may_edit(request.viewer)
    edit = reverse("desk:session_edit", kwargs=here) if runs else ""
    set_days = reverse("desk:session_days", kwargs=here) if runs else ""
    if session.starts is None or session.starts.precision != "day":
        text = pgettext("missing", "The dates are not known to the day.")
        yield Lack(text, edit)
    elif not grid.days:
        text = pgettext("missing", "The days on which it meets are not set.")
        yield Lack(text, set_days)
    if session.mode != Mode.ONLINE and not session.city:
        yield Lack(pgettext("missing", "The place is not recorded."), edit)
    if not grid.rows:
        text = pgettext(
            "missing", "Nobody is expected: no seat of its cohorts is held."
        )
        yield Lack(text, reverse("desk:session_people", kwargs=here))
    if grid.days and not has_agenda(session):
        text = pgettext("missing", "The agenda is empty.")
        yield Lack(text, reverse("desk:session_agenda", kwargs=here))
    if grid.rows and grid.days and not over(session, request.at):
        yield from _uninvited(session, grid)
    if lacking := grid.lacking(today_at(session, request.at)):
        text = npgettext(
            "missing",
            "Attendance lacks %(count)d entry.",
            "Attendance lacks %(count)d entries.",
            lacking,
        )
        url = reverse("desk:session_attendance", kwargs=here)
        yield Lack(text % {"count": lacking}, url)


def _uninvited(session: Session, grid: Grid) -> Iterator[Lack]:
    """How many were not asked to come."""
    people = [row.participant.person.pk for row in grid.rows]
    found = answers(invitations_by_person(session, people), len(people))
    if found.to_send:
        text = npgettext(
            "missing",
            "%(count)d person was not invited yet.",
            "%(count)d people were not invited yet.",
            found.to_send,
        )
        url = reverse("desk:session_people", kwargs={"uuid": session.uuid})
        yield Lack(text % {"count": found.to_send}, url)
