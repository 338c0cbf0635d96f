"""Small accessible SVG, each with its data table. Plain Python.

Across, a drawing measures in percent; down, in em. So it fills any width, its text
never shrinks, and it grows with the reader's letters. Colours are classes of the
stylesheet; the attributes beside them are for a drawing that stands alone.
"""

from mwalimu.drawing.bars import bar
from mwalimu.drawing.columns import stacked_bar
from mwalimu.drawing.layouts import AFRICA, PACIFIC, Layout
from mwalimu.drawing.lines import Line, Point, line
from mwalimu.drawing.parts import Bar, Column, Drawing, Event, Table, Tile, Words
from mwalimu.drawing.tiles import tile_map
from mwalimu.drawing.timelines import timeline

__all__ = [
    "AFRICA",
    "PACIFIC",
    "Bar",
    "Column",
    "Drawing",
    "Event",
    "Layout",
    "Line",
    "Point",
    "Table",
    "Tile",
    "Words",
    "bar",
    "line",
    "stacked_bar",
    "tile_map",
    "timeline",
]
