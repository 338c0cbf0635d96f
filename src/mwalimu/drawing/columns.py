"""Columns beside each other, each of one or several parts on top of each other."""

from collections.abc import Sequence

from mwalimu.drawing import svg
from mwalimu.drawing.parts import Column, Drawing, Words

PLOT = 12.0  # em, the room of the tallest column
ABOVE = 1.4  # em, for the number on top
BELOW = 1.6  # em, for the label
LEGEND = 1.8
FEW = 9  # up to so many columns each has room for its number


def stacked_bar(
    words: Words, columns: Sequence[Column], series: Sequence[str] = ()
) -> Drawing:
    """Vertical columns from 0, oldest first; `series` are the names of the parts."""
    most = max((each.total for each in columns), default=0) or 1
    top = LEGEND if len(series) > 1 else 0.0
    shapes = _legend(series) if len(series) > 1 else []
    floor = top + ABOVE + PLOT
    step = 100 / max(len(columns), 1)
    every = -(-len(columns) // FEW)
    for index, each in enumerate(columns):
        left, middle = index * step + step * 0.15, (index + 0.5) * step
        above = floor
        for place, part in enumerate(each.parts):
            high = PLOT * (part.value or 0) / most
            above -= high
            if high:
                look = svg.SERIES[place % len(svg.SERIES)]
                shapes.append(svg.rect(left, above, step * 0.7, high, look))
        if index % every == 0:
            shapes.append(svg.text(each.text, middle, above - 0.4, "d-text", "middle"))
            shapes.append(svg.text(each.label, middle, floor + 1.2, "d-soft", "middle"))
    shapes.append(svg.rule(0, floor, 100, floor, "d-axis"))
    rows = [
        (each.label, *(part.text for part in each.parts))
        + ((each.text,) if len(each.parts) > 1 else ())
        for each in columns
    ]
    return svg.drawing(words, shapes, floor + BELOW, rows, "columns")


def _legend(series: Sequence[str]) -> list[str]:
    shapes = []
    step = 100 / len(series)
    for place, name in enumerate(series):
        look = svg.SERIES[place % len(svg.SERIES)]
        shapes.append(
            svg.element(
                "rect",
                class_=look,
                x=svg.across(place * step),
                y="0.3em",
                width="0.8em",
                height="0.8em",
            )
        )
        shapes.append(svg.element(
            "text", svg.clean(name) or " ", class_="d-text",
            x=svg.across(place * step), dx="1.2em", y="1em",
        ))  # fmt: skip
    return shapes
