"""The WG member's own page, and why a requirement stands as it does."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.qualification.queries.accreditation.found import own_paths
from mwalimu.qualification.queries.accreditation.wording import state_words
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
    found = paths_of(viewer, None, at=request.at)
    paths = [shown(each, viewer) for each in found]
    rows = [(row, state_words(row, viewer)) for row in own_paths(viewer)]
    context = {"paths": paths, "own": True, "where": "field", "accreditations": rows}
    return render(request, "field/path/path.html", context)


@open_to(CANDIDATES, TRAINERS)
@require_safe
def why(request: Request, code: str, requirement: str) -> HttpResponse:
    """Why one requirement of mine stands as it does."""
    paths = paths_of(request.viewer, None, at=request.at, cohort=code)
    found = why_of(paths[0], requirement, request.viewer) if paths else None
    if found is None:
        raise Http404
    return render(request, "field/path/why.html", {"why": found, "where": "field"})
