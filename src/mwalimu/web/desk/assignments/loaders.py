"""What the pages of assignments are about, found for the viewer or not at all."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from mwalimu.programmes.models import Assignment, Cohort, Submission
from mwalimu.programmes.permissions import cohorts_visible_to, may_run_assignments
from mwalimu.programmes.queries.assignments import assignment_at, submission_at
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import cohort_tabs

FOLLOWERS = TEAM | COORDINATORS | HEADS


def cohort_or_404(request: Request, code: str) -> Cohort:
    """A cohort that the viewer may open."""
    rows = cohorts_visible_to(request.viewer).filter(code=code)
    row = rows.select_related("programme").prefetch_related("topics").first()
    if row is None:
        raise Http404
    return row


def assignment_or_404(request: Request, uuid: UUID) -> Assignment:
    """An assignment that the viewer may open."""
    row = assignment_at(request.viewer, uuid)
    if row is None:
        raise Http404
    return row


def submission_or_404(request: Request, uuid: UUID) -> Submission:
    """A version whose content the viewer may read."""
    row = submission_at(request.viewer, uuid, request.at.date())
    if row is None:
        raise Http404
    return row


def show(
    request: Request, name: str, cohort: Cohort, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A page of the cohort's workspace."""
    context = {
        "cohort": cohort,
        "tabs": cohort_tabs(request, cohort.code),
        "may_run": may_run_assignments(request.viewer),
        **more,
    }
    return render(request, f"desk/assignments/{name}", context, status=status)
