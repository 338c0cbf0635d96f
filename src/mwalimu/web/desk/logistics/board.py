"""The board itself, and one step for everybody who is ticked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.engine.logistics import KEPT, WAITING
from mwalimu.programmes.operations.logistics import LogisticsRefused, set_many
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.permissions import may_edit
from mwalimu.programmes.queries.logistics import Board, Row
from mwalimu.programmes.queries.logistics.wording import LABELS, STATES
from mwalimu.web.desk.logistics.drawing import MARKS, drawn
from mwalimu.web.desk.logistics.forms import BoardFilter, BulkForm
from mwalimu.web.desk.logistics.loaders import SEERS, board_or_404, to_board
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.requests import Request, acting


@open_to(SEERS)
@require_safe
def board(request: Request, uuid: UUID) -> HttpResponse:
    """Everybody who comes, against what must be in order."""
    found = board_or_404(request, uuid)
    return _page(request, found, BulkForm(found.steps_to_set))


def _page(
    request: Request, board: Board, bulk: BulkForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    form = BoardFilter(board, _members(board), request.GET)
    form.is_valid()
    rows = [row for row in board.rows if _wanted(row, form.cleaned_data)]
    runs = may_edit(request.viewer)
    context = {
        "board": board,
        "heads": heads(board),
        "rows": drawn(board, rows, runs),
        "vacancies": board.vacancies if not form.cleaned_data.get("show") else (),
        "form": form,
        "bulk": bulk if board.steps_to_set else None,
        "query": request.GET.urlencode(),
        "keys": [(key, MARKS[state], STATES[state]) for key, state in KEYS.items()],
        **more,
    }
    if request.headers.get("HX-Target") == "logistics":
        template = "desk/logistics/table.html"
        more = {"session": board.session, "may_run": runs}
        return render(request, template, {**context, **more}, status=status)
    template = "logistics/board.html"
    return show(request, template, board.session, status=status, **context)


KEYS = {"o": "open", "a": "asked", "d": "done", "n": "not_needed"}


def heads(board: Board) -> list[dict[str, Any]]:
    """A column with its name and its counts."""
    return [{"column": c, "label": LABELS[c.step]} for c in board.columns]


def _members(board: Board) -> list[tuple[str, str]]:
    reading = get_language() or "en"
    found = {
        row.who.member.code: row.who.member for row in board.rows if row.who.member
    }
    names = [(code, str(member.name(reading))) for code, member in found.items()]
    return sorted(names, key=lambda pair: pair[1])


def _wanted(row: Row, wanted: dict[str, Any]) -> bool:
    """Whether a row is to be shown under the filters."""
    member, step, only = (wanted.get(key, "") for key in ("member", "step", "show"))
    if member and (row.who.member is None or row.who.member.code != member):
        return False
    cells = [c for c in row.cells if c and (not step or c.step == step)]
    if only == "late":
        return any(cell.late for cell in cells)
    if only == "open":
        return any(cell.state in WAITING for cell in cells)
    return True


@open_to(SEERS)
@require_POST
def set_steps(request: Request, uuid: UUID) -> HttpResponse:
    """One state for many: those ticked, or the cells on which a key was pressed."""
    found = board_or_404(request, uuid)
    if request.headers.get("HX-Request"):
        return _by_key(request, found)
    form = BulkForm(found.steps_to_set, request.POST)
    ticked = [who for text in request.POST.getlist("who") if (who := _uuid(text))]
    problem = ""
    if form.is_valid():
        data = dict(form.cleaned_data)
        steps = [(who, data["step"]) for who in ticked]
        del data["step"]
        try:
            changed = set_many(
                found.session, steps, **data, by=acting(request), at=request.at
            )
        except SessionRefused as refused:
            problem = refused.message
        else:
            messages.success(request, _said(len(changed)))
            return to_board(request, found.session)
    return _page(request, found, form, status=422, problem=problem, ticked=ticked)


def _by_key(request: Request, board: Board) -> HttpResponse:
    """The rows that changed, the counts of the heads, and what is said about it."""
    steps = [pair for text in request.POST.getlist("cell") if (pair := _pair(text))]
    state, problem = request.POST.get("as", ""), ""
    try:
        changed = set_many(
            board.session, steps, state=state, by=acting(request), at=request.at
        )
    except LogisticsRefused as refused:
        changed, problem = [], refused.message
    now = board_or_404(request, board.session.uuid)
    rows = [row for row in now.rows if row.who.uuid in changed]
    context = {
        "session": board.session,
        "board": now,
        "rows": drawn(now, rows, may_edit(request.viewer)),
        "heads": heads(now),
        "said": problem or _said(len(changed)),
        "problem": problem,
        "bulk": True,
    }
    status = 422 if problem else 200
    answer = render(request, "desk/logistics/answer.html", context, status=status)
    answer.headers["X-Logistics"] = "1"  # tells the page that this is no sign-in page
    return answer


def _said(count: int) -> str:
    if not count:
        return pgettext("message", "Nothing had to be changed.")
    text = npgettext(
        "message", "%(count)d step is set.", "%(count)d steps are set.", count
    )
    return text % {"count": count}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _pair(text: str) -> tuple[UUID, str] | None:
    """A cell, sent as `person:step`; None where it is neither."""
    person, _, step = text.partition(":")
    found = _uuid(person)
    return (found, step) if found and step in KEPT else None
