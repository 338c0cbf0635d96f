"""The people of a session: who is expected, guests, experts."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.operations.sessions import (
    add_expert,
    add_guest,
    remove_expert,
    remove_guest,
)
from mwalimu.programmes.queries.sessions.agenda import expert_at, experts_of
from mwalimu.programmes.queries.sessions.attendance import attendance_grid
from mwalimu.programmes.queries.sessions.expected import guest_at
from mwalimu.programmes.queries.sessions.invitations import (
    answers,
    invitations_by_person,
)
from mwalimu.web.desk.sessions.forms import ExpertForm, GuestForm
from mwalimu.web.desk.sessions.loaders import WORKERS, sent, session_or_404, show
from mwalimu.web.desk.sessions.saving import answer, step
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

HERE = "desk:session_people"


@open_to(WORKERS)
@require_safe
def people(request: Request, uuid: UUID) -> HttpResponse:
    """Who is expected, with what they attended."""
    session = session_or_404(request, uuid)
    grid = attendance_grid(request.viewer, session)
    people = [row.participant.person.pk for row in grid.rows]
    invited = invitations_by_person(session, people)
    return show(
        request,
        "people.html",
        session,
        rows=[(row, invited.get(row.participant.person.pk)) for row in grid.rows],
        answers=answers(invited, len(grid.rows)),
        experts=experts_of(session),
    )


@open_to(TEAM)
def guest_new(request: Request, uuid: UUID) -> HttpResponse:
    """Somebody sits in without a seat."""
    session = session_or_404(request, uuid)

    def do(data: dict[str, Any]) -> object:
        return add_guest(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        GuestForm(request.viewer, sent(request)),
        do,
        title=pgettext("title", "Add a guest"),
        said=pgettext("message", "The guest is added."),
        back=HERE,
    )


@open_to(TEAM)
@require_POST
def guest_remove(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    """The guest does not come after all."""
    session = session_or_404(request, uuid)
    guest = guest_at(session, person)
    if guest is None:
        raise Http404

    def do() -> None:
        remove_guest(guest, by=acting(request), at=request.at)

    said = pgettext("message", "The guest is taken off.")
    return step(request, session, do, said, HERE)


@open_to(TEAM)
def expert_new(request: Request, uuid: UUID) -> HttpResponse:
    """Somebody teaches or advises."""
    session = session_or_404(request, uuid)

    def do(data: dict[str, Any]) -> object:
        return add_expert(session, **data, by=acting(request), at=request.at)

    return answer(
        request,
        session,
        ExpertForm(request.viewer, sent(request)),
        do,
        title=pgettext("title", "Add an expert"),
        said=pgettext("message", "The expert is added."),
        back=HERE,
    )


@open_to(TEAM)
@require_POST
def expert_remove(request: Request, uuid: UUID, expert: UUID) -> HttpResponse:
    """The expert does not come after all."""
    session = session_or_404(request, uuid)
    row = expert_at(session, expert)
    if row is None:
        raise Http404

    def do() -> None:
        remove_expert(row, by=acting(request), at=request.at)

    said = pgettext("message", "The expert is taken off.")
    return step(request, session, do, said, HERE)
