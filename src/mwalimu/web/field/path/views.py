"""The WG member's own page, and why a requirement stands as it does."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.programmes.permissions import cohorts_visible_to
from mwalimu.qualification.queries.paths import paths_of
from mwalimu.web.kit.access import CANDIDATES, TRAINERS, open_to
from mwalimu.web.kit.path.showing import shown
from mwalimu.web.kit.path.showing import why as why_of
from mwalimu.web.kit.requests import Request


@open_to(CANDIDATES, TRAINERS)
@require_safe
def path(request: Request) -> HttpResponse:
    """What I have done, what I missed, what comes next, and by when."""
    viewer = request.viewer
    found = paths_of(viewer, viewer.person_id or 0, at=request.at)
    paths = [shown(each, viewer) for each in found]
    context = {"paths": paths, "own": True, "where": "field"}
    return render(request, "field/path/path.html", context)


@open_to(CANDIDATES, TRAINERS)
@require_safe
def why(request: Request, code: str, requirement: str) -> HttpResponse:
    """Why one requirement of mine stands as it does."""
    viewer = request.viewer
    cohort = cohorts_visible_to(viewer).filter(code=code).first()
    if cohort is None:
        raise Http404
    mine = viewer.person_id or 0
    paths = paths_of(viewer, mine, at=request.at, cohort=cohort.pk)
    found = why_of(paths[0], requirement, viewer) if paths else None
    if found is None:
        raise Http404
    return render(request, "field/path/why.html", {"why": found, "where": "field"})
