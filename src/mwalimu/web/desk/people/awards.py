"""Recording that somebody is a Master Trainer, and that an award holds no longer."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import pgettext

from mwalimu.qualification.operations import award, end_award
from mwalimu.qualification.queries import all_topics
from mwalimu.web.desk.people.answers import answer
from mwalimu.web.desk.people.forms import AwardForm, EndAwardForm
from mwalimu.web.desk.people.loaders import (
    award_or_404,
    member_of,
    person_or_404,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Record an award that was decided."""
    person = person_or_404(request, uuid)
    if person.pk == request.viewer.person_id:
        raise PermissionDenied
    work = person.affiliations.filter(until=None).exclude(member=None).first()
    initial = {"member": work.member.code} if work and work.member else {}
    form = AwardForm(sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        member = member_of(data["member"])
        if member is None:
            raise PermissionDenied
        return award(
            person=person,
            topic=all_topics().get(code=data["topic"]),
            member=member,
            valid_from=data["valid_from"],
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Record an award")
    stored = pgettext("message", "The award is stored.")
    return answer(request, person, form, title, do, stored=stored)


@open_to(TEAM)
def end(request: Request, uuid: UUID) -> HttpResponse:
    """Say from when an award holds no longer."""
    row = award_or_404(uuid)
    form = EndAwardForm(sent(request), initial={"ended_on": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return end_award(row, **data, by=acting(request), at=request.at)

    title = pgettext("title", "End an award")
    stored = pgettext("message", "The award is stored.")
    return answer(request, row.person, form, title, do, stored=stored)
