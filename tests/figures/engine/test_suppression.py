"""Small groups stay hidden, even from somebody who subtracts."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from mwalimu.figures.engine.suppression import TOTAL, hidden, is_small, with_totals

VALUES = st.integers(0, 12)


def grids(rows, columns):
    places = [(f"r{r}", f"c{c}") for r, c in product(range(rows), range(columns))]
    values = st.lists(VALUES, min_size=len(places), max_size=len(places))
    return values.map(lambda found: dict(zip(places, found, strict=True)))


def equations(grid):
    """Each line of the grid: its cells add up to its total."""
    found = []
    one_column = (TOTAL, TOTAL) not in grid
    for axis in (0, 1):
        lines = {}
        for place in grid:
            lines.setdefault(place[axis], []).append(place)
        if axis == 0 and one_column:
            continue
        for some in lines.values():
            found.append({p: -1 if p[1 - axis] == TOTAL else 1 for p in some})
    return found


def deducible(grid, secret):
    """Hidden places whose value follows from the shown ones by linear algebra."""
    unknown = sorted(secret)
    rows = [[Fraction(line.get(p, 0)) for p in unknown] for line in equations(grid)]
    rank = 0
    for column in range(len(unknown)):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        lead = rows[rank][column]
        rows[rank] = [value / lead for value in rows[rank]]
        for other in range(len(rows)):
            if other != rank and (factor := rows[other][column]):
                rows[other] = [
                    a - factor * b for a, b in zip(rows[other], rows[rank], strict=True)
                ]
        rank += 1
    return {
        unknown[next(i for i, value in enumerate(row) if value)]
        for row in rows
        if sum(map(bool, row)) == 1
    }


@settings(max_examples=150, deadline=None)
@given(st.one_of(grids(3, 1), grids(6, 1), grids(2, 2), grids(3, 4), grids(1, 3)))
def test_no_small_group_can_be_taken_out_by_subtraction(cells):
    grid = with_totals(cells)
    secret = hidden(grid)
    assert {p for p in deducible(grid, secret) if is_small(grid[p])} == set()


@settings(max_examples=40, deadline=None)
@given(st.one_of(grids(2, 1), grids(3, 1)))
def test_a_small_group_might_as_well_be_no_small_one(cells):
    grid = with_totals(cells)
    secret = hidden(grid)
    for place in secret & set(cells):
        if is_small(grid[place]):
            assert any(other[place] >= 5 for other in alike(cells, grid, secret))


def alike(cells, grid, secret):
    """Tables with the same shown values; what is hidden is at least 1."""
    unknown = sorted(secret & set(cells))
    for values in product(range(1, 37), repeat=len(unknown)):
        table = {**cells, **dict(zip(unknown, values, strict=True))}
        total = with_totals(table)
        if all(total[p] == grid[p] for p in grid if p not in secret):
            yield table


@settings(deadline=None)
@given(grids(3, 3))
def test_all_small_groups_are_hidden_and_zero_is_shown(cells):
    grid = with_totals(cells)
    secret = hidden(grid)
    assert {p for p, value in grid.items() if is_small(value)} <= secret
    assert {p for p in secret if grid[p] == 0} == set()


@settings(deadline=None)
@given(grids(3, 3).filter(lambda cells: not any(map(is_small, cells.values()))))
def test_a_table_without_small_groups_hides_nothing(cells):
    assert hidden(with_totals(cells)) == frozenset()


def test_one_small_group_takes_the_smallest_other_with_it():
    grid = with_totals({("F", ""): 3, ("M", ""): 40, ("U", ""): 9})
    assert hidden(grid) == {("F", ""), ("U", "")}


def test_a_small_group_beside_zeros_hides_the_total():
    grid = with_totals({("F", ""): 3, ("M", ""): 0, ("U", ""): 40})
    assert hidden(grid) == {("F", ""), ("U", "")}
    alone = with_totals({("F", ""): 3, ("M", ""): 0})
    assert hidden(alone) == {("F", ""), (TOTAL, "")}


def test_four_corners_protect_a_small_group_of_two_dimensions():
    cells = {("2018", "F"): 2, ("2018", "M"): 30, ("2019", "F"): 20, ("2019", "M"): 40}
    assert hidden(with_totals(cells)) == set(cells)


def test_what_must_be_hidden_for_another_table_is_protected_too():
    grid = with_totals({("F", ""): 30, ("M", ""): 40, ("U", ""): 9})
    assert hidden(grid, frozenset({("M", "")})) == {("M", ""), ("U", "")}


def test_a_grid_of_very_many_small_groups_shows_no_line_totals():
    cells = {(f"r{i}", f"c{i % 20}"): 3 for i in range(200)}
    grid = with_totals(cells | {("r0", "c1"): 50})
    secret = hidden(grid)
    assert (TOTAL, TOTAL) not in secret
    assert {place for place in grid if TOTAL in place} - secret == {(TOTAL, TOTAL)}


def test_a_large_grid_takes_no_time():
    cells = {(f"r{i}", f"c{j}"): (i * j) % 40 for i in range(60) for j in range(60)}
    assert hidden(with_totals(cells))
