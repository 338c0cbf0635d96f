"""Hiding small groups so that nobody can take them back out of the totals.

A table of one or two dimensions is a grid; its row totals, column totals and grand
total are cells of the same grid (the line TOTAL). Values from 1 to 4 are hidden. What is
hidden is safe when there is another table with the same shown values, all hidden ones at
least 1, in which the small value is 5 or more: a reader then cannot tell that it is
small. Such a table is reached by moving people round a cycle of hidden cells; the
cheapest cycle is looked for, and what it uses is hidden too. 0 is always shown.

Every cell lies in one row and one column. Seen as a network, the lines are nodes and a
cell is an arc between its two lines: raising it moves people along the arc, lowering it
moves them back, at most as many as leave it at 1. A table with the same shown totals is
then a circulation, and the cycle a shortest path.
"""

from collections.abc import Callable, Mapping
from heapq import heappop, heappush

SMALLEST_SHOWN = 5
TOTAL = "\0total"
MANY = 120  # small groups beyond which a grid shows no line totals

Place = tuple[str, str]  # row, column; TOTAL for a line of totals
Grid = dict[Place, int]
Node = tuple[int, str]  # 0 row, 1 column; its name
Lines = dict[Node, list[Place]]
_DEAR = 10**9  # what hiding a total costs, in people


def is_small(value: int) -> bool:
    """Whether a number of people is too small to be shown in public."""
    return 0 < value < SMALLEST_SHOWN


def with_totals(cells: Mapping[Place, int]) -> Grid:
    """The grid with its totals. A grid of one column has no column of row totals."""
    grid: Grid = dict(cells)
    one_column = len({column for _, column in cells}) <= 1
    for (row, column), value in cells.items():
        lines = [(TOTAL, column)]
        if not one_column:
            lines += [(row, TOTAL), (TOTAL, TOTAL)]
        for place in lines:
            grid[place] = grid.get(place, 0) + value
    return grid


def hidden(grid: Grid, also: frozenset[Place] = frozenset()) -> frozenset[Place]:
    """The places to hide: small ones, `also`, and what protects them."""
    small = [place for place, value in sorted(grid.items()) if is_small(value)]
    small += [place for place in sorted(also) if grid.get(place) and place not in small]
    if len({column for _, column in grid}) <= 1:
        return frozenset(_in_one_line(grid, small))
    if len(small) > MANY:
        return _without_line_totals(grid, small)
    found = set(small)
    lines = _lines(grid)
    for place in small:
        found |= _cycle(grid, place, lines, found)
    return frozenset(found)


def _need(grid: Grid, place: Place) -> int:
    """By how much a value must be able to grow so that it need not be small."""
    return max(SMALLEST_SHOWN - grid[place], 1)


def _in_one_line(grid: Grid, small: list[Place]) -> set[Place]:
    """What to hide where all cells add up to one total."""
    found = set(small)
    total = next((place for place in grid if place[0] == TOTAL), None)
    cells = sorted((value, place) for place, value in grid.items() if place != total)
    slack = sum(grid[place] - 1 for place in found if place != total)
    spare = iter([each for each in cells if each[0] and each[1] not in found])
    for place in small:
        if place == total or total in found:
            continue
        while slack - (grid[place] - 1) < _need(grid, place):
            value, other = next(spare, (0, None))
            if other is None:
                if total is not None:
                    found.add(total)
                break
            found.add(other)
            slack += value - 1
    if total in small and len([1 for value, _ in cells if value]) == 1:
        found |= {place for value, place in cells if value}
    return found


def _without_line_totals(grid: Grid, small: list[Place]) -> frozenset[Place]:
    """Of a grid with very many small groups: no line totals, only the grand total."""
    whole = (TOTAL, TOTAL)
    totals = {place for place in grid if TOTAL in place and place != whole}
    inner = {place: value for place, value in grid.items() if place not in totals}
    rest = [place for place in small if place not in totals]
    return frozenset(_in_one_line(inner, rest) | {p for p in totals if grid[p]})


def _lines(grid: Grid) -> Lines:
    """The places of every line, without zeros, which are shown and never move."""
    found: Lines = {}
    for place in sorted(grid):
        if grid[place]:
            for axis in (0, 1):
                found.setdefault((axis, place[axis]), []).append(place)
    return found


def _arc(place: Place) -> tuple[Node, Node]:
    """From which line to which a cell moves people when it is raised.

    A total stands on the other side of its line's sum, so it points the other way.
    """
    row, column = (0, place[0]), (1, place[1])
    turned = (place[0] == TOTAL) != (place[1] == TOTAL)
    return (row, column) if turned else (column, row)


def _cycle(grid: Grid, place: Place, lines: Lines, known: set[Place]) -> set[Place]:
    """The cheapest cells that can carry `place` to 5 or more, by Dijkstra over lines."""
    need = _need(grid, place)
    goal, start = _arc(place)

    def cost(cell: Place) -> int:
        if cell in known:
            return 0
        return grid[cell] * (_DEAR if TOTAL in cell else 1) + 1

    came = _shortest(grid, place, (start, goal, need), lines, cost)
    found: set[Place] = set()
    node = goal
    while node != start and node in came:
        cell, before = came[node]
        found.add(cell)
        node = before
    if node != start:
        return {cell for cell in grid if TOTAL in cell and grid[cell]}
    return found


def _shortest(
    grid: Grid,
    place: Place,
    way: tuple[Node, Node, int],
    lines: Lines,
    cost: Callable[[Place], int],
) -> dict[Node, tuple[Place, Node]]:
    """How each line is reached from the start: by which cell, from which line."""
    start, goal, need = way
    best = {start: 0}
    came: dict[Node, tuple[Place, Node]] = {}
    queue = [(0, start)]
    done: set[Node] = set()
    while queue:
        spent, node = heappop(queue)
        if node == goal:
            break
        if node in done:
            continue
        done.add(node)
        for cell in lines[node]:
            tail, head = _arc(cell)
            raised = tail == node
            if cell == place or not (raised or grid[cell] > need):
                continue
            following = head if raised else tail
            price = spent + cost(cell)
            if price < best.get(following, price + 1):
                best[following] = price
                came[following] = (cell, node)
                heappush(queue, (price, following))
    return came
