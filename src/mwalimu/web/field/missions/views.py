"""An assessor says what they saw on a mission: once, and for the project team only."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from mwalimu.accounts.models import Account
from mwalimu.people.models import Person
from mwalimu.people.queries import person_of
from mwalimu.qualification.models import AssessedMission
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Paper,
    assess_mission,
)
from mwalimu.qualification.queries.accreditation.found import (
    mission_assessed_by,
    missions_to_assess,
    own_assessment,
)
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.assessing import AssessmentForm
from mwalimu.web.kit.forms import REFUSED, say_at, sent
from mwalimu.web.kit.requests import Request, acting


def _mission_or_404(request: Request, uuid: UUID) -> tuple[AssessedMission, Person]:
    """A mission that the viewer assesses, and who they are."""
    person = person_of(request.user) if isinstance(request.user, Account) else None
    found = mission_assessed_by(person, uuid) if person else None
    if person is None or found is None:
        raise Http404
    return found, person


@open_to(SIGNED_IN)
def mission(request: Request, uuid: UUID) -> HttpResponse:
    """Assess a mission; afterwards, read what one said."""
    found, person = _mission_or_404(request, uuid)
    today = request.at.date()
    waiting = found in missions_to_assess(request.viewer, today)
    form = AssessmentForm(sent(request))
    posted = request.method == "POST" and form.is_valid()
    if posted and _given(request, found, person, form):
        return redirect("field:scoring")
    context = {
        "mission": found,
        "row": found.accreditation,
        "own": own_assessment(found, request.viewer),
        "over": found.ends_on <= today,
        "form": form if waiting or form.errors else None,
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "field/missions/mission.html", context, status=status)


def _given(
    request: Request, found: AssessedMission, person: Person, form: AssessmentForm
) -> bool:
    data: dict[str, Any] = form.cleaned_data
    files: list[Any] = request.FILES.getlist("papers")
    try:
        assess_mission(
            found,
            assessor=person,
            result=data["result"],
            remarks=data["remarks"],
            papers=[Paper(each.file, each.name) for each in files],
            by=acting(request),
            at=request.at,
        )
    except AccreditationRefused as refused:
        say_at(form, refused.field, refused.message)
        return False
    said = pgettext("message", "Your assessment is stored. Thank you.")
    messages.success(request, said)
    return True
