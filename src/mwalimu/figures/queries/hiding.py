"""Small groups of a figure's rows, and what must be hidden with them."""

from collections.abc import Mapping, Sequence

from mwalimu.figures.engine.suppression import (
    TOTAL,
    Grid,
    Place,
    hidden,
    is_small,
    with_totals,
)
from mwalimu.figures.queries.measures import Key, Measure

COLUMN = ""  # the one column of a cut by one dimension


def place_of(key: Key) -> Place:
    """Where a row stands in the grid."""
    row, column, *_ = (*key, COLUMN, COLUMN)
    return (row, column)


def whole_place(by: Sequence[str], found: Mapping[Key, Measure]) -> Place:
    """Where the total stands in the grid."""
    if not by:
        return place_of(())
    columns = {place_of(key)[1] for key in found}
    return (TOTAL, min(columns)) if len(columns) == 1 else (TOTAL, TOTAL)


def _people(measure: Measure) -> int:
    """The smallest number that a reader may take the measure for."""
    return measure.value


def places_to_hide(
    found: Mapping[Key, Measure],
    whole: Measure,
    relaxed: Sequence[Mapping[Key, Measure]],
) -> frozenset[Place]:
    """The places of a table that the public does not see.

    `relaxed`: the same table with one filter on people left out; who sees both could
    take a small group out by subtraction, so such a row is hidden too.
    """
    cells = {place_of(key): _people(measure) for key, measure in found.items()}
    grid: Grid = dict(cells) if () in found else with_totals(cells)
    remainders = frozenset(
        place_of(key)
        for wider in relaxed
        for key, measure in found.items()
        if key in wider and is_small(_people(wider[key]) - _people(measure))
    )
    if () in found:
        small = {place for place, value in grid.items() if is_small(value)}
        return frozenset(small) | remainders
    places = hidden(grid, remainders)
    if is_small(whole.value):
        places |= {place for place in grid if TOTAL in place}
    return places
