"""Trainings, for Master Trainers, on the phone first."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from mwalimu.trainings.permissions import Action
from mwalimu.web.kit.access import TRAINERS, open_to
from mwalimu.web.kit.trainings import editing, pages
from mwalimu.web.kit.trainings.faces import Face

FACE = Face(
    name="field",
    heading=pgettext_lazy("page", "My trainings"),
    records=TRAINERS,
    puts_me_first=True,
)


@open_to(TRAINERS)
@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    """The trainings that the viewer may open."""
    return pages.trainings(request, FACE)


@open_to(TRAINERS)
@require_safe
def training(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One training."""
    return pages.training(request, FACE, uuid)


@open_to(TRAINERS)
def training_new(request: HttpRequest) -> HttpResponse:
    """Record a training."""
    return editing.new(request, FACE)


@open_to(TRAINERS)
def training_edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change a draft."""
    return editing.edit(request, FACE, uuid)


@open_to(TRAINERS)
@require_POST
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hand in a draft."""
    return pages.step(request, FACE, uuid, Action.SUBMIT)


@open_to(TRAINERS)
@require_POST
def verify(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say that it took place: from now on it counts."""
    return pages.step(request, FACE, uuid, Action.VERIFY)


@open_to(TRAINERS)
@require_POST
def send_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a submitted record, with a reason."""
    return pages.step(request, FACE, uuid, Action.RETURN)


@open_to(TRAINERS)
@require_POST
def correct(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the next version of a verified record."""
    return pages.step(request, FACE, uuid, Action.CORRECT)


@open_to(TRAINERS)
@require_POST
def drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give a correction up."""
    return pages.step(request, FACE, uuid, Action.DROP)


@open_to(TRAINERS)
@require_POST
def void(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say that it never took place, with a reason."""
    return pages.step(request, FACE, uuid, Action.VOID)
