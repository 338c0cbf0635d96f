"""Who arrives when, and who sleeps where: to print, and for a spreadsheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.figures.exports import harmless, separated
from mwalimu.programmes.engine.logistics import (
    ARRIVAL,
    HOTEL,
    NOT_NEEDED,
    PASSPORT,
)
from mwalimu.programmes.queries.logistics import Board, Cell, Row
from mwalimu.programmes.queries.logistics.travellers import Part
from mwalimu.programmes.queries.logistics.wording import STATES
from mwalimu.web.desk.logistics.loaders import SEERS, board_or_404
from mwalimu.web.desk.sessions.loaders import show
from mwalimu.web.kit.access import open_to
from mwalimu.web.kit.downloads import send_bytes
from mwalimu.web.kit.navigation import Label
from mwalimu.web.kit.requests import Request

KINDS: dict[str, tuple[str, Label]] = {
    "arrivals": (ARRIVAL, pgettext_lazy("title", "Arrivals")),
    "hotel": (HOTEL, pgettext_lazy("title", "Hotel list")),
}


@dataclass(frozen=True)
class Line:
    """A person of a list: the row, the cell that the list is about, the passport name."""

    row: Row
    cell: Cell
    passport: str = ""

    @property
    def nights(self) -> int | None:
        """How many nights, where both days are known."""
        days = (self.cell.day, self.cell.until)
        return (days[1] - days[0]).days if days[0] and days[1] else None


def lines_of(board: Board, step: str) -> list[Line]:
    """Everybody for whom it is needed, the first to come first; the undated last."""
    return sorted(_lines(board, step), key=_order)


def _lines(board: Board, step: str) -> Iterator[Line]:
    for row in board.rows:
        cell = row.cell(step)
        if cell is None or cell.state == NOT_NEEDED or row.who.part == Part.FORMER:
            continue
        passport = row.cell(PASSPORT)
        yield Line(row, cell, passport.note if passport else "")


def _order(line: Line) -> tuple[str, str, str]:
    day, hour = line.cell.day, line.cell.hour
    return (
        day.isoformat() if day else "9",
        hour.isoformat() if hour else "9",
        line.row.who.name,
    )


def _asked(request: Request, uuid: UUID, kind: str) -> tuple[Board, str, Label]:
    board = board_or_404(request, uuid)
    if kind not in KINDS or KINDS[kind][0] not in board.steps:
        raise Http404
    return board, *KINDS[kind]


@open_to(SEERS)
@require_safe
def listing(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    """A list to print."""
    board, step, title = _asked(request, uuid, kind)
    return show(
        request,
        "logistics/list.html",
        board.session,
        kind=kind,
        title=title,
        lines=[(line, STATES[line.cell.state]) for line in lines_of(board, step)],
        with_passport=PASSPORT in board.steps,
    )


@open_to(SEERS)
@require_safe
def file(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    """The same for a spreadsheet."""
    board, step, _ = _asked(request, uuid, kind)
    lines = lines_of(board, step)
    rows = [[*map(harmless, _cells(line))] for line in lines]
    heads = _heads(step)
    if any(map(_is_synthetic, lines)):  # said in the file, which leaves these pages
        heads.append(pgettext("column", "Data"))
        for line, row in zip(lines, rows, strict=True):
            row.append(
                pgettext("chart", "synthetic data") if _is_synthetic(line) else ""
            )
    text = separated(heads, rows)
    return send_bytes(
        text.encode("utf-8-sig"),
        name=f"{kind}-{board.session.starts or board.session.uuid}.csv",
        media_type="text/csv; charset=utf-8",
    )


def _is_synthetic(line: Line) -> bool:
    return line.row.who.person is not None and line.row.who.person.synthetic


def _heads(step: str) -> list[str]:
    first = [
        pgettext("column", "Name"),
        pgettext("column", "Name as in the passport"),
        pgettext("column", "Member"),
        pgettext("column", "State"),
    ]
    if step == HOTEL:
        return [
            *first,
            pgettext("column", "First night"),
            pgettext("column", "Leaves on"),
            pgettext("column", "Nights"),
            pgettext("column", "Hotel"),
        ]
    return [
        *first,
        pgettext("column", "Day"),
        pgettext("column", "Hour"),
        pgettext("column", "Flight, or how they arrive"),
    ]


def _cells(line: Line) -> Iterator[str]:
    cell, who = line.cell, line.row.who
    yield who.name
    yield line.passport
    yield str(who.member.name(get_language() or "en")) if who.member else ""
    yield str(STATES[cell.state])
    yield cell.day.isoformat() if cell.day else ""
    if cell.step == HOTEL:
        yield cell.until.isoformat() if cell.until else ""
        yield str(line.nights or "")
    else:
        yield f"{cell.hour:%H:%M}" if cell.hour else ""
    yield cell.note
