"""An administration's calls, its nominations, and one nomination."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.people.operations import PeopleRefused
from mwalimu.programmes.models import Nomination
from mwalimu.programmes.operations import (
    CallRefused,
    edit_nomination,
    nominate,
    submit_nomination,
    withdraw_nomination,
)
from mwalimu.programmes.permissions import may_nominate, may_run_calls
from mwalimu.programmes.queries.calls import answers_of, scored_in, scores_of
from mwalimu.web.desk.calls.answers import answer, press
from mwalimu.web.desk.calls.forms import (
    FileForm,
    MotivationForm,
    ScoreForm,
    officer_form,
)
from mwalimu.web.desk.calls.loaders import (
    call_or_404,
    invited_or_404,
    nomination_or_404,
    say_why,
)
from mwalimu.web.desk.cohorts.loaders import OWN_PART
from mwalimu.web.kit.access import COORDINATORS, TEAM, open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(OWN_PART)
@require_safe
def listing(request: Request) -> HttpResponse:
    """What the own administration was asked, and the names it gave."""
    answers = answers_of(request.viewer, request.at)
    context = {
        "answers": [(row, _may(request, row.invited.member_id)) for row in answers]
    }
    return render(request, "desk/calls/names.html", context)


def _may(request: Request, member_id: int) -> bool:
    return may_nominate(request.viewer, member_id)


@open_to(TEAM, COORDINATORS)
def new(request: Request, uuid: UUID, member: str) -> HttpResponse:
    """Name an officer of the own administration, or on behalf of one."""
    call = call_or_404(request, uuid)
    invited = invited_or_404(call, member)
    if not _may(request, invited.member_id):
        raise PermissionDenied
    form = officer_form(request, invited.member, request.POST or None)
    if request.method == "POST" and form.is_valid() and form.officer:
        try:
            made = nominate(
                call,
                member=invited.member,
                person=form.officer,
                motivation=form.cleaned_data["motivation"],
                by=acting(request),
                at=request.at,
            )
        except (CallRefused, PeopleRefused) as refused:
            say_why(form, refused)
        else:
            text = pgettext(
                "message",
                "The draft is kept. Attach what belongs to it, then submit it.",
            )
            messages.success(request, text)
            return redirect("desk:nomination", uuid=made.uuid)
    context = {
        "form": form,
        "title": pgettext("title", "Nominate an officer"),
        "call": call,
        "cohort": call.cohort,
        "member": invited.member,
        "action": pgettext("calls", "Keep as a draft"),
        "back": _back(request, uuid),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/calls/form.html", context, status=status)


def _back(request: Request, call: UUID) -> str:
    if may_run_calls(request.viewer):
        return reverse("desk:call", kwargs={"uuid": call})
    return reverse("desk:nominations")


@open_to(TEAM, OWN_PART)
@require_safe
def page(request: Request, uuid: UUID) -> HttpResponse:
    """One nomination: who, why, with what; and what can be done with it now."""
    row = nomination_or_404(request, uuid)
    return render(request, "desk/calls/nomination.html", shown(request, row))


def shown(request: Request, row: Nomination) -> dict[str, Any]:
    """What the page of a nomination shows to this viewer."""
    may_run = may_run_calls(request.viewer)
    may_write = _may(request, row.member_id)
    found: dict[str, Any] = {
        "nomination": row,
        "call": row.call,
        "cohort": row.call.cohort,
        "files": row.files.all(),
        "may_run": may_run,
        "may_write": may_write and row.state == Nomination.State.DRAFT,
        "may_withdraw": may_write
        and row.state in (Nomination.State.DRAFT, Nomination.State.SUBMITTED),
        "file_form": FileForm(),
        "name_request": getattr(row, "name_request", None),
    }
    if may_run and row.submitted_at:
        rubric = list(row.call.criteria.all())
        found |= {
            "score_form": ScoreForm(scores_of(row, request.viewer)),
            "scored": scored_in(row.call, rubric, request.viewer).get(row.pk),
        }
    return found


@open_to(TEAM, COORDINATORS)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change what a draft says."""
    row = nomination_or_404(request, uuid)
    if not _may(request, row.member_id):
        raise PermissionDenied
    initial = {"motivation": row.motivation}
    form = MotivationForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> object:
        return edit_nomination(row, **data, by=acting(request), at=request.at)

    title = pgettext("title", "Edit the nomination")
    return answer(request, row, form, do, title=title)


@open_to(TEAM, COORDINATORS)
@require_POST
def submission(request: Request, uuid: UUID) -> HttpResponse:
    """Put the name forward."""
    row = nomination_or_404(request, uuid)
    done = pgettext("message", "The nomination is submitted to the project team.")
    return press(
        request,
        row,
        lambda: submit_nomination(row, by=acting(request), at=request.at),
        done,
    )


@open_to(TEAM, COORDINATORS)
@require_POST
def withdrawal(request: Request, uuid: UUID) -> HttpResponse:
    """Take the name back."""
    row = nomination_or_404(request, uuid)
    done = pgettext("message", "The nomination is withdrawn.")
    answered = press(
        request,
        row,
        lambda: withdraw_nomination(row, by=acting(request), at=request.at),
        done,
    )
    if may_run_calls(request.viewer):  # who no longer reads it
        return redirect("desk:call", uuid=row.call.uuid)
    return answered
