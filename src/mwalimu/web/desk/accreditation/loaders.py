"""What pages on accreditation start from, and the one way in which a form is answered."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext

from mwalimu.people.models import Person
from mwalimu.qualification.models import Accreditation, ExpertWorkshop
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Paper,
)
from mwalimu.qualification.permissions import may_accredit, persons_visible_to
from mwalimu.qualification.queries.accreditation.found import path_at, workshop_at
from mwalimu.web.kit.forms import REFUSED, say_at
from mwalimu.web.kit.requests import Request

FORM = "desk/accreditation/form.html"


def path_or_404(request: Request, uuid: UUID) -> Accreditation:
    """The path, if the viewer may open it."""
    found = path_at(request.viewer, uuid)
    if found is None:
        raise Http404
    return found


def led_or_404(request: Request, uuid: UUID) -> Accreditation:
    """The path, if the viewer may lead on it: nobody leads themselves."""
    found = path_or_404(request, uuid)
    if not may_lead(request, found):
        raise PermissionDenied
    return found


def may_lead(request: Request, row: Accreditation) -> bool:
    """The viewer writes the next steps of this path."""
    return may_accredit(request.viewer) and row.person_id != request.viewer.person_id


def person_or_404(request: Request, uuid: UUID) -> Person:
    """Somebody whom the viewer may open and propose: not themselves."""
    people = persons_visible_to(request.viewer)
    found: Person | None = people.filter(uuid=uuid).first()
    if found is None:
        raise Http404
    if found.pk == request.viewer.person_id:
        raise PermissionDenied
    return found


def workshop_or_404(request: Request, uuid: UUID) -> ExpertWorkshop:
    """The workshop, if the viewer may open it."""
    found = workshop_at(request.viewer, uuid)
    if found is None:
        raise Http404
    return found


def papers_of(request: HttpRequest) -> tuple[Paper, ...]:
    """The documents that came with a form."""
    sent: list[Any] = request.FILES.getlist("papers")
    return tuple(Paper(each.file, each.name) for each in sent)


def say_why(form: forms.Form, refused: AccreditationRefused) -> None:
    """Put what was refused at the field of the form."""
    say_at(form, refused.field, refused.message, {"names": "name_en"})


def stored(
    request: Request, form: forms.Form, do: Callable[[dict[str, Any]], object]
) -> bool:
    """Whether what was sent was done; if not, the form says why not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do(form.cleaned_data)
    except AccreditationRefused as refused:
        say_why(form, refused)
        return False
    return True


def answer(
    request: Request,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    back: str,
    *,
    said: str = "",
    template: str = FORM,
    **context: Any,
) -> HttpResponse:
    """Show the form, or do what it says and go on to `back`."""
    if stored(request, form, do):
        done = said or pgettext("message", "The change is stored.")
        messages.success(request, done)
        return redirect(back)
    context |= {"form": form, "back": back}
    status = REFUSED if request.method == "POST" else 200
    return render(request, template, context, status=status)


def page_of(row: Accreditation) -> str:
    """The address of a path."""
    return reverse("desk:accreditation_path", kwargs={"uuid": row.uuid})


def ticked(request: HttpRequest, rows: Sequence[Any]) -> list[Any]:
    """Those of the rows whose public ids were ticked."""
    picked = set(request.POST.getlist("pick"))
    return [row for row in rows if str(row.uuid) in picked]
