"""My assignments; and for an assessor, the work that waits for a review."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.people.models import Person, Role
from mwalimu.people.queries import person_of
from mwalimu.programmes.models import Assignment
from mwalimu.programmes.permissions.assignments import may_review
from mwalimu.programmes.queries.assignments import (
    Task,
    assignment_at,
    reviewed_by,
    submission_at,
    task_of,
    tasks_of,
    to_review,
    versions_for_author,
)
from mwalimu.web.kit.access import ASSESSORS, SIGNED_IN, open_to
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.work.forms import HandInForm
from mwalimu.web.kit.work.handing_in import take, upload_context
from mwalimu.web.kit.work.reviewing import review_form, take_review

LAST = 10


@open_to(SIGNED_IN)
@require_safe
def assignments(request: Request) -> HttpResponse:
    """What I am asked to do, and what waits for my review."""
    viewer, on = request.viewer, request.at.date()
    tasks = tasks_of(viewer.person_id, request.at)
    assesses = Role.ASSESSOR in viewer.roles
    return render(
        request,
        "field/assignments/list.html",
        {
            "waiting": [task for task in tasks if task.waits_for_person],
            "others": [task for task in tasks if not task.waits_for_person],
            "assesses": assesses,
            "to_review": to_review(viewer, on) if assesses else [],
            "reviewed": reviewed_by(viewer)[:LAST] if assesses else [],
        },
    )


@open_to(SIGNED_IN)
def assignment(request: Request, uuid: UUID) -> HttpResponse:
    """One assignment: what is asked, my versions, what was said of them, the form."""
    row, task, person = _mine_or_404(request, uuid)
    form = HandInForm(request.POST or None)
    problems: list[str] = []
    if request.method == "POST":
        done, problems = take(request, row, person, form)
        if done is not None:
            text = pgettext("message", "Handed in: version %(version)s is here.")
            messages.success(request, text % {"version": done.version})
            return redirect("field:assignment", uuid=uuid)
    refused = bool(form.errors or problems)
    context = {
        "assignment": row,
        "task": task,
        "criteria": row.criteria.all(),
        "zone": task.deadline.zone,
        "form": form if task.may_hand_in or refused else None,
        "versions": versions_for_author(row, person.pk),
        **upload_context(request, row, person, problems),
    }
    status = 422 if refused else 200
    return render(request, "field/assignments/assignment.html", context, status=status)


def _mine_or_404(request: Request, uuid: UUID) -> tuple[Assignment, Task, Person]:
    """The assignment, if it is or was one of the viewer's."""
    row = assignment_at(request.viewer, uuid)
    task = task_of(row, request.viewer.person_id, request.at) if row else None
    person = person_of(request.user) if task else None  # type: ignore[arg-type]
    if row is None or task is None or person is None:
        raise Http404
    return row, task, person


@open_to(ASSESSORS)
def review(request: Request, uuid: UUID) -> HttpResponse:
    """One version that was handed in, and the form of the review."""
    row = submission_at(request.viewer, uuid, request.at.date())
    if row is None or not may_review(request.viewer, row, request.at.date()):
        raise Http404
    form = review_form(request, row)
    if request.method == "POST" and take_review(request, row, form):
        return redirect("field:assignments")
    mine = reviewed_by(request.viewer).filter(submission=row).first()
    waits = row.state == row.State.HANDED_IN and mine is None
    context = {
        "submission": row,
        "assignment": row.assignment,
        "criteria": row.assignment.criteria.all(),
        "files": row.files.all(),
        "form": form if waits or form.errors else None,
        "mine": mine,
    }
    status = 422 if form.errors else 200
    return render(request, "field/assignments/review.html", context, status=status)
