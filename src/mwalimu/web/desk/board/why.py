"""Why a cell of the board is as it is, and the path of one person."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.people.models import Person
from mwalimu.programmes.permissions import holdings_visible_to
from mwalimu.qualification.queries.paths import paths_of
from mwalimu.web.desk.board.views import cohort_or_404
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM, open_to
from mwalimu.web.kit.path.showing import shown
from mwalimu.web.kit.path.showing import why as why_of
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import cohort_tabs


def holder_or_404(request: Request, uuid: UUID) -> Person:
    """Somebody who holds or held a seat that the viewer may open."""
    rows = holdings_visible_to(request.viewer).filter(person__uuid=uuid)
    row = rows.filter(person__erased_at=None).select_related("person").first()
    if row is None:
        raise Http404
    person: Person = row.person
    return person


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def why(request: Request, code: str, uuid: UUID, requirement: str) -> HttpResponse:
    """The sentences and the rows behind one verdict."""
    cohort, person = cohort_or_404(request, code), holder_or_404(request, uuid)
    viewer = request.viewer
    paths = paths_of(viewer, person.pk, at=request.at, cohort=cohort.pk)
    found = why_of(paths[0], requirement, viewer) if paths else None
    if found is None:
        raise Http404
    context = {
        "cohort": cohort,
        "person": person,
        "why": found,
        "tabs": cohort_tabs(request, cohort.code),
        "where": "desk",
    }
    part = request.headers.get("HX-Target") == "why"
    template = "kit/path/why.html" if part else "desk/board/why.html"
    return render(request, template, context | {"part": part})


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def path(request: Request, uuid: UUID) -> HttpResponse:
    """What a person has done, missed and has before them, in each cohort."""
    person = holder_or_404(request, uuid)
    found = paths_of(request.viewer, person.pk, at=request.at)
    paths = [shown(each, request.viewer) for each in found]
    context = {"person": person, "paths": paths, "own": False, "where": "desk"}
    return render(request, "desk/board/path.html", context)
