"""The board: people against everything that is asked of them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from mwalimu.programmes.models import Cohort
from mwalimu.programmes.permissions import cohorts_visible_to
from mwalimu.qualification.queries.board import Board, Wanted
from mwalimu.qualification.queries.board import board as board_of
from mwalimu.web.desk.board.drawing import blocks_of
from mwalimu.web.desk.board.files import as_csv
from mwalimu.web.desk.board.filters import filter_form, wanted
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM, open_to
from mwalimu.web.kit.downloads import send_bytes
from mwalimu.web.kit.path.states import SIGNS
from mwalimu.web.kit.requests import Request
from mwalimu.web.kit.tabs import cohort_tabs


def cohort_or_404(request: Request, code: str) -> Cohort:
    """The cohort, if the viewer may open it."""
    found = cohorts_visible_to(request.viewer).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def _asked(request: Request, asked: Wanted, cohort: Cohort | None) -> Board:
    day = request.at.date()
    return board_of(request.viewer, on=day, wanted=asked, cohort=cohort)


def _page(request: Request, cohort: Cohort | None) -> HttpResponse:
    asked = wanted(request)
    found = _asked(request, asked, cohort)
    context: dict[str, Any] = {
        "cohort": cohort,
        "tabs": cohort_tabs(request, cohort.code) if cohort else [],
        "board": found,
        "wanted": asked,
        "blocks": blocks_of(found),
        "form": filter_form(request, found),
        "signs": SIGNS.values(),
        "query": _query(request),
        "today": request.at.date(),
    }
    part = request.headers.get("HX-Target") == "board"
    template = "desk/board/table.html" if part else "desk/board/board.html"
    return render(request, template, context)


def _query(request: Request) -> str:
    """What is asked for, without the page, for links to other pages and the file."""
    query = request.GET.copy()
    query.pop("page", None)
    return str(query.urlencode())


def _file(request: Request, cohort: Cohort | None) -> HttpResponse:
    asked = wanted(request)
    every = Wanted(asked.behind, asked.member, asked.topic, page=0)
    text = as_csv(_asked(request, every, cohort))
    name = pgettext("file name", "board")
    return send_bytes(
        text.encode("utf-8-sig"),
        name=f"{name}-{cohort.code if cohort else 'all'}-{request.at.date()}.csv",
        media_type="text/csv; charset=utf-8",
    )


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def board(request: Request, code: str) -> HttpResponse:
    """The people of a cohort; of an administration, its own."""
    return _page(request, cohort_or_404(request, code))


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def boards(request: Request) -> HttpResponse:
    """The people of all cohorts."""
    return _page(request, None)


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def board_file(request: Request, code: str) -> HttpResponse:
    """The board of a cohort as a table for a spreadsheet."""
    return _file(request, cohort_or_404(request, code))


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def boards_file(request: Request) -> HttpResponse:
    """The board of all cohorts as a table for a spreadsheet."""
    return _file(request, None)
