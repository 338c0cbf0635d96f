"""The assignments of a cohort x its people; and one assignment with everybody."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from mwalimu.programmes.queries.assignments import matrix_of
from mwalimu.web.desk.assignments.loaders import (
    FOLLOWERS,
    assignment_or_404,
    cohort_or_404,
    show,
)
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request


@open_to(FOLLOWERS)
@require_safe
def assignments(request: Request, code: str) -> HttpResponse:
    """Who stands where with what."""
    cohort = cohort_or_404(request, code)
    matrix = matrix_of(cohort, request.viewer, request.at)
    return show(request, "matrix.html", cohort, matrix=matrix)


@open_to(FOLLOWERS)
@require_safe
def assignment(request: Request, uuid: UUID) -> HttpResponse:
    """What is asked, until when, and how far everybody is."""
    row = assignment_or_404(request, uuid)
    matrix = matrix_of(row.cohort, request.viewer, request.at)
    numbers = [column.assignment.pk for column in matrix.columns]
    number = numbers.index(row.pk)
    people = [
        (each, each.cells[number].task)
        for each in matrix.rows
        if each.cells[number].task
    ]
    return show(
        request,
        "assignment.html",
        row.cohort,
        assignment=row,
        criteria=row.criteria.all(),
        column=matrix.columns[number],
        people=people,
    )
