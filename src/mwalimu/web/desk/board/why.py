"""Why a cell of the board is as it is, and the path of one person."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.qualification.queries.paths import paths_of
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM, open_to
from mwalimu.web.kit.path.showing import shown
from mwalimu.web.kit.path.showing import why as why_of
from mwalimu.web.kit.requests import Request


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def why(request: Request, code: str, uuid: UUID, requirement: str) -> HttpResponse:
    """The sentences and the rows behind one verdict."""
    paths = paths_of(request.viewer, uuid, at=request.at, cohort=code)
    found = why_of(paths[0], requirement, request.viewer) if paths else None
    if found is None:
        raise Http404
    part = request.headers.get("HX-Target") == "why"
    template = "kit/path/why.html" if part else "desk/board/why.html"
    context = {"code": code, "why": found, "where": "desk", "part": part}
    return render(request, template, context)


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def path(request: Request, uuid: UUID) -> HttpResponse:
    """What a person has done, missed and has before them, in each cohort."""
    found = paths_of(request.viewer, uuid, at=request.at)
    if not found:
        raise Http404
    paths = [shown(each, request.viewer) for each in found]
    name = found[0].line.name
    context = {"name": name, "paths": paths, "own": False, "where": "desk"}
    return render(request, "desk/board/path.html", context)
