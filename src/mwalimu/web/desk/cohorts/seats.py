"""The board of seats, one seat with its history, and how many there are."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Cohort
from mwalimu.programmes.operations import SeatPlan, SeatRefused, plan_seats
from mwalimu.programmes.permissions import may_run_seats
from mwalimu.programmes.queries.cohorts import members_of
from mwalimu.programmes.queries.seats import SeatRow, cohort_seats
from mwalimu.web.desk.cohorts.forms import SeatsForm
from mwalimu.web.desk.cohorts.loaders import (
    OWN_PART,
    around,
    by_name,
    cohort_or_404,
    seat_or_404,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(TEAM, OWN_PART)
@require_safe
def board(request: Request, code: str) -> HttpResponse:
    """Member by topic by number, with who holds the seat now."""
    cohort = cohort_or_404(request, code)
    today = request.at.date()
    rows = in_order(cohort_seats(cohort, request.viewer))
    held = sum(1 for row in rows if row.holder(today))
    completed = sum(1 for row in rows if row.completed(today))
    context = {
        **around(request, cohort),
        "rows": [as_shown(row, today) for row in rows],
        "held": held,
        "completed": completed,
        "vacant": len(rows) - held - completed,
        "several_topics": len({row.seat.topic_id for row in rows}) > 1,
        "may_run": may_run_seats(request.viewer),
    }
    return render(request, "desk/cohorts/seats.html", context)


def in_order(rows: list[SeatRow]) -> list[SeatRow]:
    """Members by name in the reader's language; within one, topics and numbers."""
    members = by_name({row.seat.member for row in rows})
    place = {member.pk: number for number, member in enumerate(members)}
    return sorted(rows, key=lambda row: place[row.seat.member_id])


def as_shown(row: SeatRow, today: Any) -> dict[str, Any]:
    """A seat as the board and its own page show it."""
    return {
        "seat": row.seat,
        "holder": row.holder(today),
        "coming": row.coming(today),
        "deferred": row.deferred(today),
        "completed": row.completed(today),
        "history": row.history,
        "before": [each for each in row.history if each.until and each.until < today],
    }


@open_to(TEAM, OWN_PART)
@require_safe
def seat(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """One seat: who holds it, who held it, why it changed hands, what can be done."""
    cohort = cohort_or_404(request, code)
    found = seat_or_404(request, cohort, uuid)
    rows = cohort_seats(cohort, request.viewer)
    row = next(each for each in rows if each.seat.pk == found.pk)
    context = {
        **around(request, cohort),
        **as_shown(row, request.at.date()),
        "may_run": may_run_seats(request.viewer),
    }
    return render(request, "desk/cohorts/seat.html", context)


@open_to(TEAM)
def plan(request: Request, code: str) -> HttpResponse:
    """Set how many seats each Member has, by topic."""
    cohort = cohort_or_404(request, code)
    members, topics = by_name(members_of(cohort)), list(cohort.topics.all())
    present = seats_planned(cohort, request)
    form = SeatsForm(members, topics, present, request.POST or None)
    if request.method == "POST" and form.is_valid():
        lines = [SeatPlan(*line) for line in form.lines()]
        try:
            plan_seats(cohort, plan=lines, by=acting(request), at=request.at)
        except SeatRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, pgettext("message", "The seats are planned."))
            return redirect("desk:cohort_seats", code=code)
    context = {**around(request, cohort), "form": form, "topics": topics}
    status = 422 if form.errors else 200
    return render(request, "desk/cohorts/plan.html", context, status=status)


def seats_planned(cohort: Cohort, request: Request) -> dict[tuple[int, int], int]:
    """How many seats there are by Member and topic (primary keys)."""
    found: dict[tuple[int, int], int] = {}
    for row in cohort_seats(cohort, request.viewer):
        key = (row.seat.member_id, row.seat.topic_id)
        found[key] = found.get(key, 0) + 1
    return found
