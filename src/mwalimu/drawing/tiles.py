"""A tile-grid map: one tile a Member, so that a small one is as visible as a large one.

One hue, in steps; the number is written in the tile and a mark says who takes part, so
colour is never the only sign. Nothing is ranked: tiles stand where the map puts them.
"""

from collections.abc import Sequence

from mwalimu.drawing import svg
from mwalimu.drawing.layouts import Layout
from mwalimu.drawing.parts import Drawing, Tile, Words

HIGH = 3.2  # em
GAP = 0.25  # em between rows; in percent of a column across
STEPS = ("d-t1", "d-t2", "d-t3", "d-t4")
FALLBACK = {
    "d-t0": "#f2f0ec",
    "d-t1": "#e3f0ed",
    "d-t2": "#c7e2dc",
    "d-t3": "#a5cfc5",
    "d-t4": "#7fb9ac",
}


def tile_map(words: Words, layout: Layout, tiles: Sequence[Tile]) -> Drawing:
    """The tiles that have a place in the layout; the table lists them by name."""
    placed = [tile for tile in tiles if tile.code in layout.places]
    wide = 100 / layout.columns
    shapes = [_tile(tile, layout, wide) for tile in placed]
    rows = [(tile.name, tile.text or "–") for tile in placed]
    height = layout.rows * (HIGH + GAP)
    return svg.drawing(words, shapes, height, rows, "tiles")


def look_of(tile: Tile) -> str:
    """The step of the one hue in which a tile is filled."""
    if not tile.marked and not tile.share:
        return "d-t0"
    share = min(max(tile.share or 0, 0), 1)
    return STEPS[min(int(share * len(STEPS)), len(STEPS) - 1)]


def _tile(tile: Tile, layout: Layout, wide: float) -> str:
    column, row = layout.places[tile.code]
    left, top = column * wide, row * (HIGH + GAP)
    look = look_of(tile)
    middle = left + wide / 2
    said = f"{tile.name}: {tile.text}" if tile.text else tile.name
    box = svg.element(
        "rect",
        class_=f"{look} d-in" if tile.marked else look,
        x=svg.across(left + wide * 0.04),
        y=svg.down(top),
        width=svg.across(wide * 0.92),
        height=svg.down(HIGH),
        rx="3",
        fill=FALLBACK[look],
    )
    code = svg.text(
        tile.code,
        middle,
        top + (1.35 if tile.text else 1.95),
        "d-text d-code" if tile.marked else "d-soft",
        "middle",
    )
    value = ""
    if tile.text:
        value = svg.element(
            "text",
            svg.element("tspan", svg.clean(tile.text), class_="d-tiny"),
            class_="d-text",
            x=svg.across(middle),
            y=svg.down(top + 2.6),
            text_anchor="middle",
        )
    return svg.element("g", svg.element("title", svg.clean(said)) + box + code + value)
