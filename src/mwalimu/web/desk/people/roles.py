"""Giving, ending and handing over roles."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.people.operations import assign_role, end_role, hand_over
from mwalimu.web.desk.people.answers import answer
from mwalimu.web.desk.people.forms import EndForm, HandOverForm, RoleForm
from mwalimu.web.desk.people.loaders import member_of, person_or_404, role_or_404
from mwalimu.web.kit.access import ROLE_GIVERS, TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM, ROLE_GIVERS)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Give somebody else a role."""
    person = person_or_404(request, uuid)
    if person.pk == request.viewer.person_id:
        raise PermissionDenied
    initial = {"since": request.at.date()}
    form = RoleForm(request.viewer, sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        return assign_role(
            person,
            role=data["role"],
            member=member_of(data["member"]),
            since=data["since"],
            until=data["until"],
            by=acting(request),
            at=request.at,
        )

    return answer(request, person, form, pgettext("title", "Give a role"), do)


@open_to(TEAM, ROLE_GIVERS)
def end(request: Request, uuid: UUID) -> HttpResponse:
    """Say until when the role is played."""
    row = role_or_404(request, uuid)
    form = EndForm(sent(request), initial={"until": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return end_role(row, on=data["until"], by=acting(request), at=request.at)

    return answer(request, row.person, form, pgettext("title", "End a role"), do)


@open_to(TEAM, ROLE_GIVERS)
def hand_over_to(request: Request, uuid: UUID) -> HttpResponse:
    """Say who takes the role over, and when."""
    row = role_or_404(request, uuid)
    initial = {"since": request.at.date()}
    form = HandOverForm(request.viewer, sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        to, day = data["to"], data["since"]
        return hand_over(row, to=to, on=day, by=acting(request), at=request.at)

    return answer(request, row.person, form, pgettext("title", "Hand a role over"), do)
