"""The picture of a figure, where a picture says more than its table."""

from collections.abc import Collection, Sequence

from django.utils.translation import pgettext

from mwalimu.drawing import (
    Bar,
    Column,
    Drawing,
    Line,
    Point,
    Words,
    bar,
    line,
    stacked_bar,
)
from mwalimu.figures.engine.dimensions import NOT_RECORDED
from mwalimu.figures.queries import Amount, FigureTable, Labels
from mwalimu.web.kit.figures.amounts import written
from mwalimu.web.kit.figures.grids import IN_TIME, column_codes, place

MOST_BARS = 24
MOST_PARTS = 4
MOST_COLUMNS = 72


def chart_of(table: FigureTable, labels: Labels) -> Drawing | None:
    """Columns over time, bars for anything else, none where there is too much."""
    if not table.rows:
        return None
    if len(table.by) == 1:
        return _one_way(table, labels)
    times = [name for name in table.by if name in IN_TIME]
    if len(times) != 1 or not table.adds_up:
        return None
    return _parts_over_time(table, labels, times[0])


def _value(amount: Amount | None) -> float | None:
    if amount is None:
        return 0
    return None if amount.value is None else float(amount.value)


def _words(table: FigureTable, labels: Labels, headings: Sequence[str]) -> Words:
    cut = " × ".join(labels.dimension(name) for name in table.by)
    name = labels.text(table.indicator.names)
    made = pgettext("chart", "synthetic data") if table.synthetic else ""
    return Words(
        title=pgettext("figures", "%(figure)s: %(cut)s") % {"figure": name, "cut": cut},
        description=labels.scope(table.conditions),
        headings=tuple(headings),
        note=made,
    )


def _one_way(table: FigureTable, labels: Labels) -> Drawing | None:
    name = table.by[0]
    found = {row.key[0]: row.amount for row in table.rows}
    words = _words(
        table, labels, [labels.dimension(name), labels.text(table.indicator.unit)]
    )
    if name not in IN_TIME:
        codes = sorted(found, key=lambda code: place(name, code, labels))
        bars = [
            Bar(labels.value(name, code), _value(found[code]), written(found[code]))
            for code in codes
        ]
        return bar(words, bars) if len(bars) <= MOST_BARS else None
    codes = time_line(name, found)
    if len(codes) > MOST_COLUMNS:
        return None
    if table.total.at_most is not None:
        return line(words, _written_codes(codes, name, labels), [_band(codes, found)])
    columns = [
        Column(
            label,
            (Bar(label, _value(found.get(code)), written(found.get(code))),),
            written(found.get(code)),
        )
        for code, label in zip(codes, _written_codes(codes, name, labels), strict=True)
    ]
    return stacked_bar(words, columns)


def _written_codes(codes: Sequence[str], name: str, labels: Labels) -> list[str]:
    return [labels.value(name, code) for code in codes]


def _band(codes: Sequence[str], found: dict[str, Amount]) -> Line:
    points: list[Point | None] = []
    for code in codes:
        amount = found.get(code)
        if amount is None or amount.value is None:
            points.append(None)
            continue
        points.append(
            Point(float(amount.value), written(amount), amount.at_least, amount.at_most)
        )
    return Line("", tuple(points))


def time_line(name: str, found: Collection[str]) -> list[str]:
    """Every year or month from the first to the last; what is not recorded, last."""
    codes = sorted(code for code in found if code != NOT_RECORDED)
    rest = [NOT_RECORDED] if NOT_RECORDED in found else []
    if not codes:
        return rest
    if name == "year":
        return [str(y) for y in range(int(codes[0]), int(codes[-1]) + 1)]
    first, last = _count(codes[0]), _count(codes[-1])
    months = [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(first, last + 1)]
    return [*months, *rest]


def _count(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _parts_over_time(table: FigureTable, labels: Labels, time: str) -> Drawing | None:
    axis = table.by.index(time)
    other = table.by[1 - axis]
    parts = column_codes(table, labels, 1 - axis)
    found = {(row.key[axis], row.key[1 - axis]): row.amount for row in table.rows}
    codes = time_line(time, {row.key[axis] for row in table.rows})
    if len(parts) > MOST_PARTS or len(codes) > MOST_COLUMNS:
        return None
    names = [labels.value(other, part) for part in parts]
    sums = table.row_totals if axis == 0 else table.column_totals
    columns = [
        Column(
            labels.value(time, code),
            tuple(
                Bar(
                    name,
                    _value(found.get((code, part))),
                    written(found.get((code, part))),
                )
                for part, name in zip(parts, names, strict=True)
            ),
            written(sums.get(code)),
        )
        for code in codes
    ]
    headings = [labels.dimension(time), *names, pgettext("figures", "Total")]
    return stacked_bar(_words(table, labels, headings), columns, names)
