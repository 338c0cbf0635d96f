"""Setting an assignment, and opening, closing and dropping it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Assignment, Cohort
from mwalimu.programmes.operations.assignments import (
    AssignmentFacts,
    WorkRefused,
    close_assignment,
    create_assignment,
    drop_assignment,
    edit_assignment,
    open_assignment,
)
from mwalimu.web.desk.assignments.forms import AssignmentForm, initial_of
from mwalimu.web.desk.assignments.loaders import (
    assignment_or_404,
    cohort_or_404,
    show,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

INSTEAD = {
    "titles": "title_en",
    "instructions": "instructions_en",
    "rubric": "rubric_1_en",
}


@open_to(TEAM)
def new(request: Request, code: str) -> HttpResponse:
    """Set an assignment for a cohort."""
    cohort = cohort_or_404(request, code)
    form = AssignmentForm(request.POST or None, cohort=cohort)
    title = pgettext("title", "Set an assignment")

    def save(facts: AssignmentFacts, by: Actor) -> Assignment:
        return create_assignment(cohort, facts=facts, by=by, at=request.at)

    return _answer(request, cohort, form, title, save)


@open_to(TEAM)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change what is asked."""
    row = assignment_or_404(request, uuid)
    form = AssignmentForm(
        request.POST or None, cohort=row.cohort, initial=initial_of(row)
    )
    title = pgettext("title", "Change the assignment")

    def save(facts: AssignmentFacts, by: Actor) -> Assignment:
        return edit_assignment(row, facts=facts, by=by, at=request.at)

    return _answer(request, row.cohort, form, title, save, row)


def _answer(
    request: Request,
    cohort: Cohort,
    form: AssignmentForm,
    title: str,
    save: Callable[[AssignmentFacts, Actor], Assignment],
    row: Assignment | None = None,
) -> HttpResponse:
    """Show the form, or save what it holds and go to the assignment."""
    if request.method == "POST" and form.is_valid():
        try:
            done = save(form.facts(), acting(request))
        except WorkRefused as refused:
            field = INSTEAD.get(refused.field, refused.field)
            form.add_error(field if field in form.fields else None, refused.message)
        else:
            messages.success(request, pgettext("message", "The assignment is stored."))
            return redirect("desk:assignment", uuid=done.uuid)
    status = 422 if form.errors else 200
    return show(
        request, "form.html", cohort, form=form, title=title, row=row, status=status
    )


@open_to(TEAM)
@require_POST
def open_it(request: Request, uuid: UUID) -> HttpResponse:
    """Show it to the WG members."""
    done = pgettext("message", "The assignment is open: WG members can hand in.")
    return _step(request, uuid, open_assignment, done)


@open_to(TEAM)
@require_POST
def close_it(request: Request, uuid: UUID) -> HttpResponse:
    """Take nothing more."""
    done = pgettext("message", "The assignment is closed: nothing more is handed in.")
    return _step(request, uuid, close_assignment, done)


@open_to(TEAM)
@require_POST
def drop_it(request: Request, uuid: UUID) -> HttpResponse:
    """Drop a draft."""
    row = assignment_or_404(request, uuid)
    done = pgettext("message", "The draft is gone.")
    code = row.cohort.code
    if _done(request, row, drop_assignment, done):
        return redirect("desk:assignments", code=code)
    return redirect("desk:assignment", uuid=uuid)


def _step(
    request: Request, uuid: UUID, step: Callable[..., Any], done: str
) -> HttpResponse:
    _done(request, assignment_or_404(request, uuid), step, done)
    return redirect("desk:assignment", uuid=uuid)


def _done(
    request: Request, row: Assignment, step: Callable[..., Any], done: str
) -> bool:
    """Do it and say so, or say why not."""
    try:
        step(row, by=acting(request), at=request.at)
    except WorkRefused as refused:
        messages.error(request, refused.message)
        return False
    messages.success(request, done)
    return True
