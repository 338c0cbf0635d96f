"""The pipeline board, and the same as a list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mwalimu.qualification.models import AcePhase
from mwalimu.qualification.permissions import may_accredit
from mwalimu.qualification.queries.accreditation.board import board_of, card_of
from mwalimu.qualification.queries.accreditation.wording import (
    WAITS,
    state_code,
    state_words,
)
from mwalimu.web.desk.accreditation.filters import (
    PathFilter,
    PathList,
    fill,
    wanted_of,
)
from mwalimu.web.kit.access import ADMINISTRATION, TEAM, open_to
from mwalimu.web.kit.requests import Request

TARGET = "pipeline"


@open_to(TEAM, ADMINISTRATION)
@require_safe
def board(request: Request) -> HttpResponse:
    """Who is in which phase, and what waits; `?view=list` shows rows."""
    if request.GET.get("view") == "list":
        return paths(request)
    viewer, today = request.viewer, request.at.date()
    form = PathFilter(request.GET, auto_id="filter_%s")
    del form.fields["q"]
    fill(form, viewer)
    form.is_valid()
    found = board_of(viewer, wanted_of(form.cleaned_data), today)
    columns = [
        (column, [(card, state_words(card.row, viewer)) for card in column.cards])
        for column in found.columns
    ]
    query = request.GET.copy()
    query.pop("view", None)
    context = {
        "board": found,
        "columns": columns,
        "phases": dict(AcePhase.choices),
        "form": form,
        "waiting": [(what, WAITS[what], number) for what, number in found.waiting],
        "waits": WAITS,
        "asked": form.cleaned_data.get("waiting", ""),
        "filtered": any(form.cleaned_data.values()),
        "query": query.urlencode(),
        "may_lead": may_accredit(viewer),
        "today": today,
    }
    part = request.headers.get("HX-Target") == TARGET
    template = "desk/accreditation/columns.html" if part else BOARD
    return render(request, template, context)


BOARD = "desk/accreditation/board.html"


def paths(request: Request) -> HttpResponse:
    """The list."""
    listing = PathList(request)
    page = listing.page()
    for row in page.rows:
        row.card = card_of(row, listing.today)
        row.words = state_words(row, request.viewer)
        row.code = state_code(row)
    part = request.headers.get("HX-Target") == listing.target
    template = "kit/list_body.html" if part else "desk/accreditation/list.html"
    context = {"page": page, "waits": WAITS, "may_lead": may_accredit(request.viewer)}
    return render(request, template, context)
