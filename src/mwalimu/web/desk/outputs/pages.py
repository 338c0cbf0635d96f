"""The outputs of a session, and the work plan of a cohort."""

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import SessionIssue
from mwalimu.programmes.queries.outputs import Outputs, outputs_of, plan_of_cohort
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.reference.models import Member
from mwalimu.web.desk.cohorts.loaders import around, cohort_or_404
from mwalimu.web.desk.outputs.loaders import session_or_404
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import (
    CANDIDATES,
    COORDINATORS,
    HEADS,
    SIGNED_IN,
    TEAM,
    open_to,
)
from mwalimu.web.kit.requests import Request


@open_to(SIGNED_IN)
@require_safe
def outputs(request: Request, uuid: UUID) -> HttpResponse:
    """What came out of a session, and what earlier ones left open."""
    session = session_or_404(request, uuid)
    found = outputs_of(request.viewer, session, today_at(session, request.at))
    return show(
        request,
        "outputs/outputs.html",
        session,
        outputs=found,
        issues=by_member(found),
        may_add=found.may.team or bool(found.may.members),
    )


def by_member(outputs: Outputs) -> list[tuple[Member, list[SessionIssue]]]:
    """Issues in groups, Members by name as the reader sorts them."""
    reading = get_language() or "en"
    groups = groupby(outputs.issues, key=lambda row: row.member)
    found = [(member, list(rows)) for member, rows in groups]
    return sorted(found, key=lambda pair: str(pair[0].name(reading)))


@open_to(TEAM, COORDINATORS, HEADS, CANDIDATES)
@require_safe
def work_plan(request: Request, code: str) -> HttpResponse:
    """Every task that the sessions of a cohort agreed."""
    cohort = cohort_or_404(request, code)
    lines = plan_of_cohort(request.viewer, cohort, request.at.date())
    waiting = [line for line in lines if not line.item.is_closed]
    context = {
        **around(request, cohort),
        "waiting": waiting,
        "closed": lines[len(waiting) :],
    }
    return render(request, "desk/outputs/cohort.html", context)
