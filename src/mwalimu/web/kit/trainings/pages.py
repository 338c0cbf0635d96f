"""The views that desk and field share. A face classifies them and passes itself."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.accounts.operations import actor_for
from mwalimu.trainings import operations
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import Problem, TrainingRefused
from mwalimu.trainings.permissions import Action
from mwalimu.trainings.queries import listed, opened
from mwalimu.web.kit.requests import as_number
from mwalimu.web.kit.trainings.faces import Face
from mwalimu.web.kit.trainings.listing import TrainingList
from mwalimu.web.kit.trainings.showing import page_of


def trainings(request: Any, face: Face) -> HttpResponse:
    """The list: search, filters, sorting, pages."""
    listing = TrainingList(request, listed(request.viewer), face.name)
    page = listing.page()
    new_url = face.url("training_new") if face.may_record(request.viewer) else ""
    context = {
        "page": page,
        "heading": face.heading,
        "new_url": new_url,
        "new_label": pgettext("action", "Record a training"),
    }
    name = "kit/trainings/list.html"
    if request.htmx and not request.htmx.history_restore_request:
        name = "kit/list_body.html"
    return render(request, name, context)


def load(request: Any, uuid: UUID) -> Training:
    """The training that the viewer may open; for others there is none."""
    training = opened(request.viewer, uuid)
    if training is None:
        raise Http404
    return training


def training(request: Any, face: Face, uuid: UUID) -> HttpResponse:
    """The page of one training."""
    return show(request, face, load(request, uuid))


def show(
    request: Any,
    face: Face,
    training: Training,
    problems: tuple[Problem, ...] = (),
    asked: str = "",
) -> HttpResponse:
    """The page of one training, with what was refused (status 422)."""
    context = page_of(training, request.viewer) | {
        "face": face.name,
        "problems": problems,
        "asked": asked,
        "reason": request.POST.get("reason", ""),
    }
    status = 422 if problems else 200
    return render(request, "kit/trainings/page.html", context, status=status)


DONE = {
    Action.SUBMIT: pgettext_lazy("done", "Submitted. Somebody else verifies it now."),
    Action.VERIFY: pgettext_lazy("done", "Verified. Figures count it from now on."),
    Action.RETURN: pgettext_lazy("done", "Returned, with your reason."),
    Action.CORRECT: pgettext_lazy(
        "done",
        "This is a draft of the corrected record. The verified one counts until this "
        "one is verified.",
    ),
    Action.DROP: pgettext_lazy(
        "done", "Given up. The verified record stands as it is."
    ),
    Action.VOID: pgettext_lazy("done", "Voided. No figure counts it any longer."),
}
NEVER_SEEN = -1  # a revision that no record has
Operation = Callable[..., Training]
OPERATIONS: dict[Action, Operation] = {
    Action.SUBMIT: operations.submit_training,
    Action.VERIFY: operations.verify_training,
    Action.RETURN: operations.return_training,
    Action.CORRECT: operations.start_correction,
    Action.DROP: operations.drop_correction,
    Action.VOID: operations.void_training,
}


def step(request: Any, face: Face, uuid: UUID, action: Action) -> HttpResponse:
    """Do one thing to a record: one operation, then its page again."""
    found = load(request, uuid)
    options: dict[str, Any] = {"by": actor_for(request.user), "at": request.at}
    if action in (Action.RETURN, Action.VOID):
        options["reason"] = request.POST.get("reason", "")
    if action not in (Action.CORRECT, Action.DROP) and "revision" in request.POST:
        options["revision"] = as_number(request.POST["revision"], NEVER_SEEN)
    try:
        OPERATIONS[action](found, **options)
    except TrainingRefused as refused:
        fresh = load(request, uuid)
        return show(request, face, fresh, refused.problems, action.value)
    messages.success(request, str(DONE[action]))
    if action == Action.CORRECT:
        return redirect(face.url("training_edit", uuid))
    return redirect(face.url("training", uuid))
