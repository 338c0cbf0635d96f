"""A figure's table as a page lays it out: one column, or a grid of two dimensions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mwalimu.figures.engine.dimensions import DIMENSIONS, natural
from mwalimu.figures.queries import Amount, FigureTable, Labels
from mwalimu.figures.queries.labels import folded
from mwalimu.figures.queries.table import FigureRow
from mwalimu.web.kit.figures.amounts import recorded, written

WIDEST = 12  # columns of a grid
LONGEST = 250  # lines of a page; the file holds all
IN_TIME = ("year", "month")


@dataclass(frozen=True)
class GridCell:
    """A number, and the address of its rows where the reader may see them."""

    text: str
    url: str = ""
    hidden: bool = False


def cell_of(amount: Amount | None, url: str = "") -> GridCell:
    """A number as it is written; what is hidden or no record leads nowhere."""
    hidden = amount is not None and amount.hidden
    return GridCell(written(amount), "" if hidden or amount is None else url, hidden)


def total_of(amount: Amount | None, url: str) -> GridCell:
    """A total, or in words that nothing stands behind it."""
    text = recorded(amount)
    return replace(cell_of(amount, url), text=text)


@dataclass(frozen=True)
class Line:
    """Words in front, then numbers."""

    heads: tuple[str, ...]
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class Grid:
    """What the table of a page shows. `cut_off`: how many lines are left out."""

    corner: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    foot: Line | None = None
    cut_off: int = 0


Address = Callable[[dict[str, str]], str]


def grid_of(table: FigureTable, labels: Labels, address: Address, total: str) -> Grid:
    """Lay a table out. `address` makes the address of the rows of some values."""
    ordered = _in_order(table, labels)
    if len(table.by) == 2:
        columns = column_codes(table, labels, 1)
        if len(columns) <= WIDEST:
            return _two_ways(table, labels, address, total, columns)
    unit = labels.text(table.indicator.unit)
    lines = tuple(
        Line(
            tuple(map(labels.value, table.by, row.key)),
            (_cell(row, address, table.by),),
        )
        for row in ordered[:LONGEST]
    )
    heads = tuple(map(labels.dimension, table.by))
    return Grid(heads, (unit,), lines, cut_off=max(0, len(ordered) - LONGEST))


def _cell(row: FigureRow, address: Address, by: tuple[str, ...]) -> GridCell:
    return cell_of(row.amount, address(dict(zip(by, row.key, strict=True))))


def _in_order(table: FigureTable, labels: Labels) -> list[FigureRow]:
    places = [
        {code: at for at, code in enumerate(column_codes(table, labels, axis))}
        for axis in range(len(table.by))
    ]
    return sorted(
        table.rows, key=lambda row: tuple(map(dict.__getitem__, places, row.key))
    )


def place(name: str, code: str, labels: Labels) -> tuple[int, int, str]:
    """Natural order of a closed list and of time, else alphabetical in the language."""
    rank, place, _ = natural(name, code)
    if DIMENSIONS[name].values or name in IN_TIME:
        return (rank, place, code)
    return (rank, 0, folded(labels.value(name, code)))


def column_codes(table: FigureTable, labels: Labels, axis: int) -> list[str]:
    """The codes of one dimension of the cut, in the order in which they are shown."""
    name = table.by[axis]
    codes = {row.key[axis] for row in table.rows}
    return sorted(codes, key=lambda code: place(name, code, labels))


def _two_ways(
    table: FigureTable,
    labels: Labels,
    address: Address,
    total: str,
    columns: list[str],
) -> Grid:
    found = {row.key: row for row in table.rows}
    rows = column_codes(table, labels, 0)
    across, down = table.by[1], table.by[0]
    with_sums = bool(table.row_totals)
    lines = []
    for code in rows[:LONGEST]:
        cells = [
            _cell(found[code, column], address, table.by)
            if (code, column) in found
            else cell_of(None)
            for column in columns
        ]
        if with_sums:
            cells.append(cell_of(table.row_totals.get(code), address({down: code})))
        lines.append(Line((labels.value(down, code),), tuple(cells)))
    sums = [
        cell_of(table.column_totals.get(column), address({across: column}))
        for column in columns
    ]
    foot = Line((total,), (*sums, cell_of(table.total, address({}))))
    names = [labels.value(across, column) for column in columns]
    return Grid(
        corner=(labels.dimension(down),),
        columns=(*names, total) if with_sums else tuple(names),
        lines=tuple(lines),
        foot=foot if with_sums else None,
        cut_off=max(0, len(rows) - LONGEST),
    )
