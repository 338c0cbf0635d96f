"""A bar chart: one line a bar, the label above it, the number at its end."""

from collections.abc import Sequence

from mwalimu.drawing import svg
from mwalimu.drawing.parts import Bar, Drawing, Words

ROW = 2.6  # em: a line of text and the bar below it
THICK = 0.8


def bar(words: Words, bars: Sequence[Bar]) -> Drawing:
    """Horizontal bars from 0; the longest fills the width."""
    most = max((each.value or 0 for each in bars), default=0) or 1
    shapes = []
    for index, each in enumerate(bars):
        top = index * ROW
        shapes.append(svg.text(each.label, 0, top + 1.1))
        shapes.append(svg.text(each.text, 100, top + 1.1, "d-text d-num", "end"))
        shapes.append(svg.rect(0, top + 1.45, 100, THICK, "d-track"))
        if each.value:
            shapes.append(
                svg.rect(0, top + 1.45, 100 * each.value / most, THICK, "d-a")
            )
    rows = [(each.label, each.text) for each in bars]
    return svg.drawing(words, shapes, max(len(bars), 1) * ROW, rows, "bars")
