"""Assessed missions: planned, called off, assessed for somebody, concluded."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from mwalimu.qualification.operations.accreditation import (
    MissionFacts,
    assess_mission,
    call_off_mission,
    conclude_mission,
    plan_mission,
)
from mwalimu.qualification.queries.accreditation.choosing import assessors_for
from mwalimu.qualification.queries.accreditation.found import assessments_of
from mwalimu.qualification.queries.accreditation.waiting import (
    assessors_lacking,
    current_missions,
)
from mwalimu.web.desk.accreditation.forms import (
    ConcludeForm,
    MissionForm,
    OnBehalfForm,
    ReasonForm,
)
from mwalimu.web.desk.accreditation.loaders import (
    answer,
    led_or_404,
    page_of,
    papers_of,
)
from mwalimu.web.desk.people.loaders import member_of
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM)
def plan(request: Request, uuid: UUID) -> HttpResponse:
    """Plan a mission and name who assesses it."""
    row = led_or_404(request, uuid)
    form = MissionForm(assessors_for(row, request.at.date()), sent(request))

    def do(data: dict[str, Any]) -> object:
        host = member_of(data["host"])
        if host is None:
            raise PermissionDenied
        facts = MissionFacts(
            host=host,
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            assessors=[form.people[key] for key in data["assessors"]],
            purpose=data["purpose"],
        )
        return plan_mission(row, facts, by=acting(request), at=request.at)

    title = pgettext("title", "Plan an assessed mission")
    return answer(request, form, do, page_of(row), title=title, row=row)


@open_to(TEAM)
def call_off(request: Request, uuid: UUID) -> HttpResponse:
    """The mission does not take place."""
    row = led_or_404(request, uuid)
    form = ReasonForm(sent(request))

    def do(data: dict[str, Any]) -> object:
        return call_off_mission(row, **data, by=acting(request), at=request.at)

    title = pgettext("title", "Call the mission off")
    return answer(request, form, do, page_of(row), title=title, row=row)


@open_to(TEAM)
def assess(request: Request, uuid: UUID) -> HttpResponse:
    """Enter an assessment for an assessor, with the signed scan."""
    row = led_or_404(request, uuid)
    mission = current_missions([row.pk]).get(row.pk) if row.booked_until else None
    if mission is None:
        raise Http404
    people = assessors_lacking([mission])[mission.pk]
    initial = {"day": request.at.date()}
    form = OnBehalfForm(people, sent(request), initial=initial)

    def do(data: dict[str, Any]) -> object:
        return assess_mission(
            mission,
            assessor=form.people[data["assessor"]],
            result=data["result"],
            remarks=data["remarks"],
            day=data["day"],
            papers=papers_of(request),
            by=acting(request),
            at=request.at,
        )

    title = pgettext("title", "Enter an assessment for an assessor")
    text = pgettext(
        "help", "With the scan that the assessor signed. An assessment is final."
    )
    return answer(
        request, form, do, page_of(row), title=title, text=text, row=row, with_file=True
    )


@open_to(TEAM)
def conclude(request: Request, uuid: UUID) -> HttpResponse:
    """What follows from the assessments."""
    row = led_or_404(request, uuid)
    form = ConcludeForm(sent(request), initial={"day": request.at.date()})

    def do(data: dict[str, Any]) -> object:
        return conclude_mission(row, **data, by=acting(request), at=request.at)

    said = assessments_of(row, request.viewer)
    title = pgettext("title", "Conclude the mission")
    return answer(
        request, form, do, page_of(row), title=title, row=row, assessments=said
    )
