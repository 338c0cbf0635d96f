"""The rows of the board, drawn in Python: 60 people have more than 500 cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from mwalimu.programmes.engine.logistics import (
    ASKED,
    DONE,
    LETTER,
    NOMINEE,
    NOT_NEEDED,
    OPEN,
)
from mwalimu.programmes.queries.logistics import Board, Cell, Row
from mwalimu.programmes.queries.logistics.wording import LABELS, STATES
from mwalimu.web.kit import writing

MARKS: Mapping[str, str] = {OPEN: "○", ASKED: "→", DONE: "✓", NOT_NEEDED: "–"}
SHOWN_OF_NOTE = 24


@dataclass(frozen=True)
class Drawn:
    """A row with its cells as HTML."""

    row: Row
    cells: SafeString


def drawn(board: Board, rows: Iterable[Row], writes_letters: bool) -> list[Drawn]:
    """The cells of these rows. Every part is escaped."""
    made = _Pen(board, writes_letters)
    return [Drawn(row, made.cells(row)) for row in rows]


class _Pen:
    """What all cells of a page share, put into words once."""

    def __init__(self, board: Board, writes_letters: bool) -> None:
        self.language = get_language() or "en"
        self.labels = {step: escape(LABELS[step]) for step in board.steps}
        self.words = {
            state: f"{MARKS[state]} <span>{escape(STATES[state])}</span>"
            for state in MARKS
        }
        self.late = escape(pgettext("logistics", "late"))
        self.write = ""
        if writes_letters:
            url = reverse("desk:letters_write")
            query = f"session={board.session.uuid}&kind=invitation"
            self.write = escape(f"{url}?{query}")

    def cells(self, row: Row) -> SafeString:
        """A `td` for each column; an empty one where the viewer may not look."""
        made = (self._cell(row, cell) if cell else "<td></td>" for cell in row.cells)
        return mark_safe("".join(made))  # noqa: S308 - every part is escaped

    def _cell(self, row: Row, cell: Cell) -> str:
        late = " is-late" if cell.late else ""
        inner = self._inner(row, cell)
        label = self.labels[cell.step]
        return f'<td class="l-{cell.state}{late}" data-label="{label}">{inner}</td>'

    def _inner(self, row: Row, cell: Cell) -> str:
        words = self.words[cell.state]
        if cell.day:
            words += (
                f" <small>{escape(writing.short_day(cell.day, self.language))}</small>"
            )
        if cell.late:
            words += f" <small>{self.late}</small>"
        url = self._url(row, cell)
        text = f"<span>{words}</span>"
        if url:
            text = f'<a href="{url}"{self._quick(cell)}>{words}</a>'
        return text + self._note(cell)

    def _quick(self, cell: Cell) -> str:
        if cell.step in (LETTER, NOMINEE):
            return ' hx-boost="false"'
        return " data-set" if cell.may_set else ""

    def _url(self, row: Row, cell: Cell) -> str:
        """Relative to the page of the board, which keeps it small."""
        if cell.step == NOMINEE:
            return ""
        if cell.step != LETTER:
            return f"{row.who.uuid}/{cell.step}/"
        if cell.letter:
            return escape(reverse("desk:letter", kwargs={"uuid": cell.letter.uuid}))
        member = row.who.member
        if not self.write or member is None or cell.state == NOT_NEEDED:
            return ""
        return f"{self.write}&amp;member={escape(member.code)}"

    def _note(self, cell: Cell) -> str:
        text = cell.letter.number if cell.letter else cell.note
        if cell.hour:
            text = f"{cell.hour:%H:%M} {text}".strip()
        if not text:
            return ""
        short = text if len(text) <= SHOWN_OF_NOTE else f"{text[:SHOWN_OF_NOTE]}…"
        return f"<small>{escape(short)}</small>"
