"""What one person handed in: read, reviewed, settled, or handed in for them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.engine import settling
from mwalimu.programmes.engine.settling import DIFFER, WAITING
from mwalimu.programmes.models import Submission
from mwalimu.programmes.operations.assignments import (
    WorkRefused,
    ask_one_more_review,
    decide,
)
from mwalimu.programmes.permissions import may_review
from mwalimu.programmes.queries.assignments import (
    holder_at,
    task_of,
    versions_for_team,
)
from mwalimu.web.desk.assignments.loaders import (
    assignment_or_404,
    show,
    submission_or_404,
)
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.work.forms import DecisionForm, OnBehalfForm, say_why
from mwalimu.web.kit.work.handing_in import take, upload_context
from mwalimu.web.kit.work.reviewing import review_form, take_review


@open_to(TEAM)
@require_safe
def submission(request: Request, uuid: UUID) -> HttpResponse:
    """Every version, every review; what the viewer may do about it now."""
    return _page(request, submission_or_404(request, uuid))


@open_to(TEAM)
def review(request: Request, uuid: UUID) -> HttpResponse:
    """Review it, as an assessor would."""
    row = submission_or_404(request, uuid)
    if not may_review(request.viewer, row, request.at.date()):
        raise Http404
    form = review_form(request, row)
    if request.method == "POST" and take_review(request, row, form):
        return redirect("desk:submission", uuid=uuid)
    return show(
        request,
        "review.html",
        row.assignment.cohort,
        status=422 if form.errors else 200,
        submission=row,
        assignment=row.assignment,
        criteria=row.assignment.criteria.all(),
        files=row.files.all(),
        form=form,
    )


@open_to(TEAM)
@require_POST
def settle(request: Request, uuid: UUID) -> HttpResponse:
    """Decide where the assessors differ."""
    row = submission_or_404(request, uuid)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            decide(row, **form.cleaned_data, by=acting(request), at=request.at)
        except WorkRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The work is settled."))
            return redirect("desk:submission", uuid=uuid)
    return _page(request, row, form=form, status=422)


@open_to(TEAM)
@require_POST
def one_more(request: Request, uuid: UUID) -> HttpResponse:
    """Ask for a third review."""
    row = submission_or_404(request, uuid)
    try:
        ask_one_more_review(row, by=acting(request), at=request.at)
    except WorkRefused as refused:
        messages.error(request, refused.message)
    else:
        done = pgettext("message", "A third review is asked for.")
        messages.success(request, done)
    return redirect("desk:submission", uuid=uuid)


def _page(
    request: Request,
    row: Submission,
    *,
    form: DecisionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    versions = versions_for_team(row.assignment, row.person_id)
    latest = versions[0].submission
    said = [remark.decision for remark in versions[0].remarks]
    wanted = row.assignment.assessors_wanted
    verdict = settle_of(latest, said, wanted)
    near = may_review(request.viewer, row, request.at.date())
    task = task_of(row.assignment, row.person_id, request.at, latest)
    done = request.viewer.person_id in {
        each.assessor_id for each in latest.reviews.all()
    }
    context: dict[str, Any] = {
        "assignment": row.assignment,
        "person": row.person,
        "versions": versions,
        "latest": latest,
        "given": len(said),
        "wanted": wanted + latest.more_reviews,
        "task": task,
        "zone": task.deadline.zone if task else "UTC",
        "may_review": near and verdict == WAITING and not done,
        "differs": verdict == DIFFER,
        "may_decide": near and verdict == DIFFER,
        "form": form or DecisionForm(),
    }
    cohort = row.assignment.cohort
    return show(request, "submission.html", cohort, status=status, **context)


def settle_of(latest: Submission, said: list[str], wanted: int) -> str:
    """Whether reviews are awaited or differ; empty where the version is settled."""
    if latest.state != Submission.State.HANDED_IN:
        return ""
    return settling.settle(said, wanted, latest.more_reviews)


@open_to(TEAM)
def hand_in(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    """Hand in for somebody who could not, with a reason."""
    row = assignment_or_404(request, uuid)
    holder = holder_at(row, person)
    task = task_of(row, holder.pk, request.at) if holder else None
    if holder is None or task is None:
        raise Http404
    form = OnBehalfForm(request.POST or None)
    problems: list[str] = []
    if request.method == "POST":
        done, problems = take(request, row, holder, form)
        if done is not None:
            text = pgettext("message", "Handed in: version %(version)s is here.")
            messages.success(request, text % {"version": done.version})
            return redirect("desk:submission", uuid=done.uuid)
    return show(
        request,
        "hand_in.html",
        row.cohort,
        status=422 if form.errors or problems else 200,
        assignment=row,
        person=holder,
        task=task,
        zone=task.deadline.zone,
        form=form,
        **upload_context(request, row, holder, problems),
    )
