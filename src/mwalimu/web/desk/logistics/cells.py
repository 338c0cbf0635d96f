"""One step of one person: what stands there, who wrote it, and writing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from mwalimu.people.queries import names_of_accounts
from mwalimu.programmes.engine.logistics import DERIVED
from mwalimu.programmes.operations.logistics import (
    Said,
    StepChanged,
    clear_traveller,
    set_step,
)
from mwalimu.programmes.operations.logistics.steps import version_of
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.permissions import may_edit
from mwalimu.programmes.queries.logistics import Board, Cell, Row
from mwalimu.programmes.queries.logistics.wording import LABELS, STATES
from mwalimu.web.desk.logistics.forms import StepForm
from mwalimu.web.desk.logistics.loaders import (
    SEERS,
    board_or_404,
    board_url,
    to_board,
)
from mwalimu.web.desk.people.audit import name_of
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.forms import say_at
from mwalimu.web.kit.requests import Request, acting


def cell_or_404(
    request: Request, uuid: UUID, who: UUID, step: str
) -> tuple[Board, Row, Cell]:
    """A step of somebody, if the viewer sees it."""
    board = board_or_404(request, uuid)
    row = board.row(who)
    found = row.cell(step) if row else None
    if row is None or found is None or step in DERIVED:
        raise Http404
    return board, row, found


@open_to(SEERS)
def cell(request: Request, uuid: UUID, who: UUID, step: str) -> HttpResponse:
    """Read a step, or write it with its day and note."""
    board, row, found = cell_or_404(request, uuid, who, step)
    if request.method != "POST":
        form = StepForm(found, version_of(found.row))
        return _show(request, board, row, found, form)
    if not found.may_set:
        raise Http404
    sent = request.POST.copy()
    form = StepForm(found, version_of(found.row), sent)
    if form.is_valid():
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        try:
            set_step(
                board.session,
                who,
                step,
                Said(**data),
                seen=seen,
                by=acting(request),
                at=request.at,
            )
        except StepChanged as changed:
            sent["seen"] = version_of(found.row)  # the form shows what stands there now
            form.add_error(None, changed.message)
        except SessionRefused as refused:
            say_at(form, refused.field, refused.message)
        else:
            return to_board(request, board.session, who)
    return _show(request, board, row, found, form, status=422)


def _show(
    request: Request,
    board: Board,
    row: Row,
    found: Cell,
    form: StepForm,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "row": row,
        "cell": found,
        "label": LABELS[found.step],
        "state": STATES[found.state],
        "form": form if found.may_set else None,
        "back": board_url(request, board.session),
        "set_by": _writer(request, found),
        "query": request.GET.urlencode(),
    }
    if request.headers.get("HX-Target") == "why":
        context |= {"session": board.session, "part": True}
        return render(request, "desk/logistics/cell.html", context, status=status)
    template = "logistics/cell_page.html"
    return show(request, template, board.session, status=status, **context)


def _writer(request: Request, cell: Cell) -> str:
    """Who wrote a step, for the project team."""
    if cell.row is None or not may_edit(request.viewer):
        return ""
    by = cell.row.set_by
    names = names_of_accounts([by.account_id]) if by.account_id else {}
    return name_of(by, names)


@open_to(TEAM)
@require_POST
def clear(request: Request, uuid: UUID, who: UUID) -> HttpResponse:
    """Everything booked for somebody who comes no longer is undone."""
    board = board_or_404(request, uuid)
    try:
        clear_traveller(board.session, who, by=acting(request), at=request.at)
    except SessionRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, pgettext("message", "The row is gone."))
    return to_board(request, board.session)
