"""Reading a table of events as text: what can be read at all, and cell by cell."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import pgettext

from mwalimu.shared.texts import is_readable

REQUIRED = ("id", "cohort", "stage", "start")
OPTIONAL = (
    "topic end mode city country participants members demo_trainees confidence"
    " source note partners stage_codes"
).split()
COLUMNS = (*REQUIRED, *OPTIONAL)
LONGEST = {"id": 60, "stage": 200, "city": 100, "source": 500, "note": 5_000}
LONGEST_OTHER = 500
LARGEST_FILE = 50 * 1024 * 1024


class UnreadableFile(ValueError):
    """The file is no table of events; `str()` says why and what would be right."""


@dataclass(frozen=True)
class Problem:
    """One cell that is wrong. `row` counts as a spreadsheet does: the header is row 1."""

    row: int
    id: str
    column: str
    value: str
    message: str


@dataclass(frozen=True)
class Row:
    """The cells of one row by column, stripped; a column the file lacks is absent."""

    number: int
    cells: dict[str, str]

    @property
    def id(self) -> str:
        """The key of the event."""
        return self.cells.get("id", "")[:60]

    def problem(self, column: str, message: str) -> Problem:
        """What is wrong with a cell of this row."""
        value = self.cells.get(column, "")
        shown = value if len(value) <= 80 else f"{value[:60]}... {_length(value)}"
        return Problem(self.number, self.id, column, shown, message)


def _length(text: str) -> str:
    told = pgettext("import", "(%(number)s characters)")
    return told % {"number": f"{len(text):,}"}


def decode(content: bytes) -> str:
    """The text of a file in UTF-8. Raises UnreadableFile."""
    if len(content) > LARGEST_FILE:
        large = pgettext("import", "The file is larger than %(most)s MB: split it.")
        raise UnreadableFile(large % {"most": LARGEST_FILE // 1024**2})
    if b"\0" in content:
        raise UnreadableFile(
            pgettext(
                "import",
                "This is no text: save the table as CSV (in Excel: CSV UTF-8).",
            )
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        odd = pgettext(
            "import", "Line %(line)s is not UTF-8: save the table as CSV UTF-8."
        )
        raise UnreadableFile(odd % {"line": line}) from None


def read_rows(lines: Iterable[str]) -> Iterator[Row | Problem]:
    """Every row that is whole, or what is wrong with it. Raises UnreadableFile.

    Columns are found by their names, in any order; comma, semicolon or tab divides.
    """
    source = iter(lines)
    first = next(source, "").lstrip("\ufeff")
    divider = max(",;\t", key=first.count)
    header = [
        name.strip().lower()
        for name in next(csv.reader([first], delimiter=divider), [])
    ]
    _check_header(header)
    with _long_cells():
        records = _records(list(source), divider, len(header))
        for number, (cells, left_open) in enumerate(records, 2):
            if left_open:
                yield _left_open(number, header, cells)
            elif any(cell.strip() for cell in cells):
                yield _row(number, header, cells)


def _records(
    lines: list[str], divider: str, width: int
) -> Iterator[tuple[list[str], bool]]:
    """The cells of every record, and whether a quotation mark in it was left open.

    Such a record swallows the rows below it: reading goes on at the first of them.
    """
    start = 0
    while start < len(lines):
        first = start
        following = (lines[at] for at in range(first, len(lines)))
        reader = csv.reader(following, delimiter=divider)
        for cells in reader:
            end = first + reader.line_num
            swallowed = _swallowed(lines[start:end], cells, divider, width)
            if swallowed:
                yield (
                    next(csv.reader(lines[start : start + 1], delimiter=divider)),
                    True,
                )
                start += swallowed
                break
            yield cells, False
            start = end


def _swallowed(lines: list[str], cells: list[str], divider: str, width: int) -> int:
    """Which of a record's lines is a whole row that does not belong to it; 0: none."""
    if len(lines) == 1 or (len(cells) == width and _closed(lines, divider)):
        return 0
    for number, line in enumerate(lines[1:], 1):
        if len(next(csv.reader([line], delimiter=divider), [])) == width:
            return number
    return 0


def _closed(lines: list[str], divider: str) -> bool:
    """Whether the quotation marks of a record are closed before the file ends."""
    try:
        list(csv.reader(lines, delimiter=divider, strict=True))
    except csv.Error:
        return False
    return True


@contextmanager
def _long_cells() -> Iterator[None]:
    # The csv module stops at the first long cell and loses the rest of the file; the
    # limit is one per process, so it is put back.
    before = csv.field_size_limit(2 * LARGEST_FILE)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _check_header(header: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        nothing = pgettext("import", "nothing")
        found = ", ".join(name[:30] for name in header[:20] if name) or nothing
        text = pgettext(
            "import",
            "The first row must name the columns. Missing: %(missing)s. Found:"
            " %(found)s.",
        )
        raise UnreadableFile(text % {"missing": ", ".join(missing), "found": found})
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        text = pgettext("import", "The first row names a column twice: %(columns)s.")
        raise UnreadableFile(text % {"columns": ", ".join(twice)})


def _row(number: int, header: list[str], cells: list[str]) -> Row | Problem:
    known = {
        name: cell.strip()
        for name, cell in zip(header, cells, strict=False)
        if name in COLUMNS
    }
    row = Row(number, known)
    if len(cells) != len(header):
        return _torn(row, header, cells)
    for column, cell in known.items():
        longest = LONGEST.get(column, LONGEST_OTHER)
        if len(cell) > longest:
            text = pgettext("import", "Too long: at most %(most)s characters.")
            return row.problem(column, text % {"most": f"{longest:,}"})
        if not is_readable(cell):
            text = pgettext("import", "This holds a character that no text has.")
            return row.problem(column, text)
    return row


def _left_open(number: int, header: list[str], cells: list[str]) -> Problem:
    row = Row(number, dict(zip(header, map(str.strip, cells), strict=False)))
    last = header[min(len(cells), len(header)) - 1]
    return row.problem(
        last,
        pgettext(
            "import",
            "A quotation mark is left open in this row: close it. The rows below it"
            " were read on their own.",
        ),
    )


def _torn(row: Row, header: list[str], cells: list[str]) -> Problem:
    """A row with too few or too many cells, often an unclosed quotation mark."""
    last = header[min(len(cells), len(header)) - 1]
    if any("\n" in cell for cell in cells):
        message = pgettext(
            "import",
            "The row has %(cells)s cells, the header has %(header)s. Is a quotation mark"
            " left open?",
        )
    else:
        message = pgettext(
            "import",
            "The row has %(cells)s cells, the header has %(header)s. A cell that holds a"
            " comma stands in quotation marks.",
        )
    return row.problem(last, message % {"cells": len(cells), "header": len(header)})
