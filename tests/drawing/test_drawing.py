"""What drawings show, and that they show it whatever they are given."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.drawing import (
    AFRICA,
    PACIFIC,
    Bar,
    Column,
    Event,
    Line,
    Point,
    Tile,
    Words,
    bar,
    line,
    stacked_bar,
    tile_map,
    timeline,
)
from tests.drawing.reading import off_canvas, shapes, size, texts, tree

WORDS = Words("By year", "Participations by year.", ("Year", "People"), "synthetic")
ANY = st.text(max_size=30)
AMOUNTS = st.floats(0, 1e9, allow_nan=False)
BARS = st.lists(st.builds(Bar, ANY, st.none() | AMOUNTS, ANY), max_size=12)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
EVENTS = st.builds(
    lambda label, first, length: Event(
        label, first, first + timedelta(days=length), "when"
    ),
    ANY,
    DAYS,
    st.integers(0, 900),
)
POINTS = st.builds(
    lambda value, less, more: Point(value, "n", max(value - less, 0), value + more),
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
)
LAYOUTS = {"Africa": AFRICA, "Pacific": PACIFIC}


def columns_of(rows):
    return [Column("c", tuple(row), "sum") for row in rows]


ALL = st.one_of(
    st.builds(bar, st.just(WORDS), BARS),
    st.builds(
        stacked_bar,
        st.just(WORDS),
        st.lists(BARS, max_size=14).map(columns_of),
        st.just(("one", "two")),
    ),
    st.builds(timeline, st.just(WORDS), st.lists(EVENTS, max_size=9)),
    st.lists(st.none() | POINTS, max_size=20).map(
        lambda points: line(WORDS, ["x"] * len(points), [Line("l", tuple(points))])
    ),
    st.lists(
        st.builds(Tile, st.sampled_from(sorted(AFRICA.places)), ANY, ANY),
        unique_by=lambda tile: tile.code,
    ).map(lambda tiles: tile_map(WORDS, AFRICA, tiles)),
)


@given(ALL)
def test_every_drawing_is_sound(drawing):
    root = tree(drawing)
    assert root.get("role") == "img"
    assert root[0].text == "By year"
    assert root[1].text == "Participations by year."
    assert "synthetic" in texts(drawing)
    assert "style=" not in drawing.svg
    assert off_canvas(drawing) == []


@given(st.text())
def test_any_text_is_escaped(text):
    words = Words(text, text, (text, text), text)
    tree(bar(words, [Bar(text, 1, text)]))


@given(st.lists(st.floats(1, 1e6), min_size=2, max_size=9))
def test_bars_are_in_proportion(values):
    drawing = bar(WORDS, [Bar("b", value, "b") for value in values])
    widths = [size(box.get("width")) for box in shapes(drawing, "rect", "d-a")]
    assert widths == pytest.approx(
        [100 * value / max(values) for value in values], abs=0.01
    )


@given(st.lists(st.floats(1e3, 1e6), min_size=2, max_size=9))
def test_columns_are_in_proportion(values):
    columns = [Column("c", (Bar("", value, ""),)) for value in values]
    drawing = stacked_bar(WORDS, columns)
    heights = [size(box.get("height")) for box in shapes(drawing, "rect", "d-a")]
    tallest = max(heights)
    assert heights == pytest.approx(
        [tallest * value / max(values) for value in values], abs=0.02
    )


def test_parts_of_a_column_stand_on_each_other():
    column = Column("2019", (Bar("a", 30, "30"), Bar("b", 10, "10")), "40")
    drawing = stacked_bar(WORDS, [column], ("a", "b"))
    lower, upper = shapes(drawing, "rect", "d-a")[1], shapes(drawing, "rect", "d-c")[1]
    assert size(upper.get("y")) + size(upper.get("height")) == pytest.approx(
        size(lower.get("y"))
    )
    assert drawing.table.rows == (("2019", "30", "10", "40"),)


def test_what_is_hidden_has_no_bar_but_its_word():
    drawing = bar(WORDS, [Bar("Tonga", None, "hidden"), Bar("Fiji", 4, "4")])
    assert len(shapes(drawing, "rect", "d-a")) == 1
    assert drawing.table.rows == (("Tonga", "hidden"), ("Fiji", "4"))


def test_a_gap_in_a_line_stays_a_gap():
    points = (Point(1, "1"), None, Point(3, "3"), Point(4, "4"))
    drawing = line(WORDS, ["a", "b", "c", "d"], [Line("l", points)])
    assert len(shapes(drawing, "line", "d-line")) == 1
    assert drawing.table.rows[1] == ("b", "–")


def test_an_interval_is_drawn_from_its_least_to_its_most():
    drawing = line(WORDS, ["a"], [Line("l", (Point(8, "8", 5, 10),))])
    (band,) = shapes(drawing, "rect", "d-band")
    assert size(band.get("height")) == pytest.approx(6)  # half of the plot's 12 em


def test_an_event_of_a_day_can_be_seen():
    day = date(2018, 9, 10)
    drawing = timeline(WORDS, [Event("WG1", day, day, "10 September 2018")])
    (box,) = shapes(drawing, "rect", "d-a")
    assert size(box.get("width")) >= 0.6


@pytest.mark.parametrize(("name", "members"), [("Africa", 54), ("Pacific", 10)])
def test_a_layout_gives_every_member_its_own_place(name, members):
    layout = LAYOUTS[name]
    assert len(layout.places) == members
    assert len(set(layout.places.values())) == members
    assert max(column for column, _ in layout.places.values()) < layout.columns


def test_every_tile_has_the_same_size():
    tiles = [Tile(code, code) for code in PACIFIC.places]
    drawing = tile_map(WORDS, PACIFIC, tiles)
    sizes = {(box.get("width"), box.get("height")) for box in shapes(drawing, "rect")}
    assert len(sizes) == 1


def test_a_member_that_takes_part_is_marked_not_only_coloured():
    tiles = [Tile("TO", "Tonga", "12", 1, True), Tile("NZ", "New Zealand")]
    drawing = tile_map(WORDS, PACIFIC, tiles)
    assert [each.text for each in shapes(drawing, "text", "d-code")] == ["TO"]
    assert drawing.table.rows == (("Tonga", "12"), ("New Zealand", "–"))


def test_a_member_without_a_place_is_left_to_the_table_of_the_page():
    drawing = tile_map(WORDS, PACIFIC, [Tile("KE", "Kenya", "3")])
    assert drawing.table.rows == ()


def test_a_chart_of_six_years_is_small():
    columns = [Column(str(year), (Bar("", 9, "9"),), "9") for year in range(2018, 2024)]
    assert len(stacked_bar(WORDS, columns).svg) < 3500
