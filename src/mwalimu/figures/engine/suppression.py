"""Hiding small groups so that nobody can take them back out of the totals.

A table of one or two dimensions is a grid; its row totals, column totals and grand
total are cells of the same grid (the line TOTAL). Values from 1 to 4 are hidden. What is
hidden is safe when there is another table with the same shown values, all hidden ones at
least 1, in which the small value is 5 or more: a reader then cannot tell that it is
small. Such a table is reached by moving people round a cycle of hidden cells; the
cheapest cycle is looked for, and what it uses is hidden too. 0 is always shown.
"""

from collections.abc import Callable, Iterator, Mapping
from heapq import heappop, heappush

SMALLEST_SHOWN = 5
TOTAL = "\0total"

Place = tuple[str, str]  # row, column; TOTAL for a line of totals
Grid = dict[Place, int]
_Step = tuple[Place, bool]  # a cell, and whether it is raised


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
    found = set(small)
    for place in small:
        found |= _protection(grid, place, found)
    return frozenset(found)


def _protection(grid: Grid, place: Place, known: set[Place]) -> set[Place]:
    """The cheapest cycle of cells through `place` that can carry it to 5 or more."""
    need = max(SMALLEST_SHOWN - grid[place], 1)
    row_lines = _lines(grid, 0)
    column_lines = _lines(grid, 1)
    if len(column_lines) == 1:
        return _one_column(grid, place, known, need)

    def cost(cell: Place) -> int:
        if cell in known:
            return 0
        weight = 10**9 if TOTAL in cell else 1
        return grid[cell] * weight + 1

    return _cycle(grid, place, need, (row_lines, column_lines), cost)


def _lines(grid: Grid, axis: int) -> dict[str, list[Place]]:
    """The places of every row (axis 0) or column (axis 1)."""
    found: dict[str, list[Place]] = {}
    for place in sorted(grid):
        found.setdefault(place[axis], []).append(place)
    return found


def _one_column(grid: Grid, place: Place, known: set[Place], need: int) -> set[Place]:
    """Others of the column that can give up `need` together, else its total."""
    total = (TOTAL, place[1])
    if place == total:
        others = [cell for cell in sorted(grid) if cell != total and grid[cell]]
        return set(others[:1]) if len(others) == 1 else set()
    others = [c for c in grid if c not in (place, total) and grid[c] > 0]
    others.sort(key=lambda cell: (cell not in known, grid[cell], cell))
    taken: set[Place] = set()
    for cell in others:
        if sum(grid[c] - 1 for c in taken) >= need:
            break
        taken.add(cell)
    if sum(grid[c] - 1 for c in taken) >= need:
        return taken
    return {total} if total in grid else set()


def _cycle(
    grid: Grid,
    place: Place,
    need: int,
    lines: tuple[dict[str, list[Place]], dict[str, list[Place]]],
    cost: Callable[[Place], int],
) -> set[Place]:
    """Dijkstra over (cell, raised or lowered, which line is still out of balance).

    `place` is raised. Its row is set right by another cell of that row, whose column is
    set right by another of that column, and so on, until the column of `place` is right.
    A total stands on the other side of its line's sum, so it moves the other way.
    """
    start: tuple[Place, bool, int] = (place, True, 0)
    queue: list[tuple[int, tuple[Place, bool, int], frozenset[Place]]] = [
        (0, start, frozenset())
    ]
    done = set()
    while queue:
        spent, (cell, raised, axis), used = heappop(queue)
        if (cell, raised, axis) in done:
            continue
        done.add((cell, raised, axis))
        for following, up in _balancing(grid, cell, raised, axis, lines, need):
            if following == place:
                if axis == 1 and up:
                    return set(used)
                continue
            step = (following, up, 1 - axis)
            if step not in done and following not in used:
                heappush(queue, (spent + cost(following), step, used | {following}))
    return {cell for cell in grid if TOTAL in cell and grid[cell]}


def _balancing(
    grid: Grid,
    cell: Place,
    raised: bool,
    axis: int,
    lines: tuple[dict[str, list[Place]], dict[str, list[Place]]],
    need: int,
) -> Iterator[_Step]:
    """The cells of one line that can set it right, and whether they go up for that."""
    is_total = cell[1 - axis] == TOTAL
    for other in lines[axis][cell[axis]]:
        if other == cell or not grid[other]:
            continue
        same_side = is_total == (other[1 - axis] == TOTAL)
        up = raised != same_side
        if up or grid[other] - 1 >= need:
            yield other, up
