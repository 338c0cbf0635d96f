"""Events on a common scale of years, one line of text above each bar."""

from collections.abc import Sequence
from datetime import date

from mwalimu.drawing import svg
from mwalimu.drawing.parts import Drawing, Event, Words

ROW = 2.5
HEAD = 1.8
THIN = 0.6  # percent: an event of one day can still be seen


def timeline(words: Words, events: Sequence[Event]) -> Drawing:
    """Bars from the first day to the last, on whole years, in the given order."""
    years = [day.year for each in events for day in (each.starts, each.ends)]
    if not years:
        return svg.drawing(words, (), HEAD, (), "timeline")
    first, last = min(years), max(years) + 1
    origin = date(first, 1, 1).toordinal()
    length = date(last, 1, 1).toordinal() - origin
    height = HEAD + len(events) * ROW
    shapes = _years(first, last, height)
    for index, each in enumerate(events):
        top = HEAD + index * ROW
        left = 100 * (each.starts.toordinal() - origin) / length
        wide = 100 * (each.ends.toordinal() - each.starts.toordinal() + 1) / length
        wide = max(wide, THIN)
        left = min(left, 100 - wide)
        late = left > 50
        shapes.append(
            svg.text(
                f"{each.label} · {each.text}",
                left + wide if late else left,
                top + 1.1,
                anchor="end" if late else "start",
            )
        )
        shapes.append(svg.rect(left, top + 1.4, wide, 0.7, "d-a"))
    rows = [(each.label, each.text) for each in events]
    return svg.drawing(words, shapes, height, rows, "timeline")


def _years(first: int, last: int, height: float) -> list[str]:
    shapes = []
    step = 100 / (last - first)
    every = -(-(last - first) // 8)
    for index, year in enumerate(range(first, last)):
        shapes.append(
            svg.rule(index * step, HEAD - 0.4, index * step, height, "d-grid")
        )
        if index % every == 0:
            shapes.append(svg.text(str(year), index * step, 1.1, "d-soft"))
    return shapes
