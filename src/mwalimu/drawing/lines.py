"""A line over time, with the interval in which each value lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from mwalimu.drawing import svg
from mwalimu.drawing.parts import Drawing, Words

PLOT = 12.0
ABOVE = 1.4
BELOW = 1.6
FEW = 9
DASHES = ("", "6 3", "2 3", "8 3 2 3")  # colour is never the only sign


@dataclass(frozen=True)
class Point:
    """A value >= 0 and the bounds in which it lies, if it is not exact."""

    value: float
    text: str
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True)
class Line:
    """A named row of points, one per label; None where nothing is recorded."""

    name: str
    points: tuple[Point | None, ...]


def line(words: Words, labels: Sequence[str], lines: Sequence[Line]) -> Drawing:
    """Lines from 0 over equally spaced labels; a gap stays a gap."""
    most = max((_reach(point) for each in lines for point in each.points), default=0)
    scale = PLOT / (most or 1)
    floor = ABOVE + PLOT
    step = 100 / max(len(labels), 1)
    shapes = []
    for place, each in enumerate(lines):
        spots = [
            ((index + 0.5) * step, floor - point.value * scale, point)
            for index, point in enumerate(each.points)
            if point
        ]
        shapes += [_interval(x, floor, scale, point) for x, _, point in spots]
        shapes += _strokes(each, step, floor, scale, DASHES[place % len(DASHES)])
        shapes += [_dot(x, y) for x, y, _ in spots]
        if spots:
            x, y, point = spots[-1]
            said = f"{each.name} {point.text}" if len(lines) > 1 else point.text
            shapes.append(svg.text(said, min(x + step / 2, 100), y - 0.6, anchor="end"))
    every = -(-len(labels) // FEW)
    shapes += [
        svg.text(label, (index + 0.5) * step, floor + 1.2, "d-soft", "middle")
        for index, label in enumerate(labels)
        if index % every == 0
    ]
    shapes.append(svg.rule(0, floor, 100, floor, "d-axis"))
    rows = [
        (label, *(_said(each.points[index]) for each in lines))
        for index, label in enumerate(labels)
    ]
    return svg.drawing(words, shapes, floor + BELOW, rows, "lines")


def _reach(point: Point | None) -> float:
    if point is None:
        return 0
    return max(point.value, point.at_most or 0)


def _said(point: Point | None) -> str:
    return point.text if point else "–"


def _interval(x: float, floor: float, scale: float, point: Point) -> str:
    """The band of one point: a translucent bar from the least to the most."""
    if point.at_least is None or point.at_most is None:
        return ""
    top = floor - point.at_most * scale
    height = (point.at_most - point.at_least) * scale
    return svg.rect(max(x - 1.5, 0), top, 3, height, "d-band")


def _dot(x: float, y: float) -> str:
    return svg.element(
        "circle", class_="d-a", cx=svg.across(x), cy=svg.down(y), r="0.3em"
    )


def _strokes(
    each: Line, step: float, floor: float, scale: float, dash: str
) -> list[str]:
    found = []
    for index, (first, second) in enumerate(
        zip(each.points, each.points[1:], strict=False)
    ):
        if first is None or second is None:
            continue
        found.append(
            svg.element(
                "line",
                class_="d-line",
                x1=svg.across((index + 0.5) * step),
                y1=svg.down(floor - first.value * scale),
                x2=svg.across((index + 1.5) * step),
                y2=svg.down(floor - second.value * scale),
                stroke_width="2",
                stroke_dasharray=dash or "none",
            )
        )
    return found
