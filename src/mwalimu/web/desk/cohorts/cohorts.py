"""The list of cohorts, and what the project team looks at first in one of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Confidence
from mwalimu.programmes.permissions import may_edit, may_run_seats
from mwalimu.programmes.queries.cohorts import (
    cohort_plan,
    cohorts_for_list,
    members_of,
)
from mwalimu.programmes.queries.seats import seat_counts
from mwalimu.web.desk.cohorts.loaders import (
    EVERYBODY_HERE,
    OWN_PART,
    around,
    by_name,
    cohort_or_404,
)
from mwalimu.web.desk.cohorts.steps import next_steps
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request


@open_to(EVERYBODY_HERE)
@require_safe
def listing(request: Request) -> HttpResponse:
    """Every cohort that the viewer may open."""
    context = {
        "lines": cohorts_for_list(request.viewer, request.at.date()),
        "own_part": not may_run_seats(request.viewer)
        and bool(request.viewer.roles & OWN_PART),
    }
    return render(request, "desk/cohorts/list.html", context)


@open_to(EVERYBODY_HERE)
@require_safe
def overview(request: Request, code: str) -> HttpResponse:
    """The plan beside what took place, the seats, and what comes next."""
    cohort = cohort_or_404(request, code)
    today = request.at.date()
    plan = cohort_plan(cohort, request.viewer)
    counts = seat_counts(request.viewer, [cohort], today)[cohort.pk]
    own_part = bool(request.viewer.roles & OWN_PART)
    context = {
        **around(request, cohort),
        "plan": plan,
        "today": today,
        "sureness": Confidence.choices,
        "coming": plan.coming(today),
        "counts": counts,
        "members": by_name(members_of(cohort)),
        "may_edit": may_edit(request.viewer),
        "sees_seats": may_run_seats(request.viewer) or own_part,
        "own_part": own_part and not may_run_seats(request.viewer),
        "steps": next_steps(request.viewer, cohort, plan, counts),
    }
    return render(request, "desk/cohorts/overview.html", context)
