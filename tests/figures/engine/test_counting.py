"""Counting by property: what must hold whatever the trainings are."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from mwalimu.figures.engine.cuboids import CUBOIDS, holding
from mwalimu.figures.engine.dimensions import DIMENSIONS, NAMES, OF_TRAINING
from mwalimu.figures.engine.facts import (
    CountedTwice,
    Group,
    TrainingFacts,
    cells_of,
    values_at,
)
from mwalimu.figures.engine.intervals import persons
from mwalimu.figures.engine.tallies import Tally, packed, tally, unpacked
from tests.figures.engine.worlds import quick, trainings

FACTS = {
    "year": "2019",
    "month": "2019-04",
    "host": "KE",
    "region": "ESA",
    "topic": "HS",
    "mode": "online",
    "language": "en",
    "abroad": "own",
    "initiative": "none",
    "led_by": "other",
}


def cells(world):
    return [cell for facts in world for cell in cells_of(facts)]


def people(world):
    return sum(len(g.named) + g.counted for facts in world for g in facts.groups)


@quick
@given(trainings(), st.sampled_from(NAMES))
def test_a_cut_by_any_dimension_adds_up_to_the_total(world, dimension):
    cut = {}
    for cell in cells(world):
        key = values_at(cell, [dimension])
        cut[key] = cut.get(key, 0) + cell.people
    assert sum(cut.values()) == people(world)


@quick
@given(trainings(), st.sampled_from(CUBOIDS))
def test_every_roll_up_adds_up_to_all_participations(world, cuboid):
    rows = tally(cells(world), (cuboid,))
    assert sum(row.named + row.counted for row in rows.values()) == people(world)


@quick
@given(trainings(), st.sampled_from([c for c in CUBOIDS if not c.of_people]))
def test_trainings_and_hours_add_up_where_people_are_not_told_apart(world, cuboid):
    rows = tally(cells(world), (cuboid,)).values()
    assert sum(row.trainings for row in rows) == len(world)
    assert sum(row.tenths for row in rows) == sum(facts.tenths for facts in world)


@quick
@given(trainings())
def test_a_training_stands_in_one_row_of_topics(world):
    rows = tally(cells(world), (CUBOIDS[2],))
    assert sum(row.trainings for row in rows.values()) == len(world)


@quick
@given(trainings(), st.randoms())
def test_the_order_of_trainings_is_no_matter(world, chance):
    shuffled = random.Random(chance.random()).sample(world, len(world))
    assert tally(cells(world)) == tally(cells(shuffled))


@quick
@given(trainings(), st.integers(0, 8))
def test_parts_add_up_to_the_whole(world, place):
    whole = tally(cells(world))
    added = tally(cells(world[:place]))
    for key, part in tally(cells(world[place:])).items():
        added.setdefault(key, Tally()).add(part)
    assert added == whole


@quick
@given(trainings())
def test_taking_away_undoes_adding(world):
    before, last = tally(cells(world[:-1])), cells(world[-1:])
    rows = tally(cells(world))
    for key, part in tally(last).items():
        stay = before[key].persons if key in before else BitMap()
        rows[key].take_away(part, part.persons - stay)
        rows[key].largest = before[key].largest if key in before else 0
    assert {key: row for key, row in rows.items() if row.cells} == before


@quick
@given(trainings())
def test_persons_lie_between_their_bounds(world):
    rows = tally(cells(world), (CUBOIDS[0],))
    for row in rows.values():
        bounds = persons(
            named=len(row.persons), counted=row.counted, largest=row.largest
        )
        assert bounds.at_least <= bounds.at_most <= people(world)
        assert bounds.is_exact or row.counted


def test_persons_are_exact_when_all_are_named():
    assert persons(named=12, counted=0, largest=0).is_exact


def test_people_of_one_training_are_different_people():
    bounds = persons(named=3, counted=40, largest=30)
    assert (bounds.at_least, bounds.at_most) == (30, 43)


def test_somebody_named_twice_in_a_training_is_refused():
    twice = (Group("KE", "customs", "F", (7,)), Group("KE", "private", "F", (7,)))
    with pytest.raises(CountedTwice):
        cells_of(TrainingFacts(1, **FACTS, groups=twice))


def test_named_rows_and_head_counts_of_a_group_share_a_cell():
    same = (Group("KE", "customs", "F", (7,)), Group("KE", "customs", "F", (), 4))
    (cell,) = cells_of(TrainingFacts(1, **FACTS, groups=same))
    assert (cell.named, cell.counted, cell.people) == (1, 4, 5)


def test_a_training_without_people_still_counts_as_a_training():
    (cell,) = cells_of(TrainingFacts(1, **FACTS, tenths=60))
    assert (cell.trainings, cell.tenths, cell.people) == (1, 60, 0)
    assert values_at(cell, ["member", "sector", "sex"]) == (
        "not_recorded",
        "not_recorded",
        "N",
    )


@quick
@given(st.sets(st.integers(1, 70000), max_size=300), st.sets(st.integers(1, 70000)))
def test_equal_sets_pack_to_equal_bytes(kept, passing):
    once, again = BitMap(kept), BitMap(kept | passing)
    again -= BitMap(passing - kept)
    assert packed(once) == packed(again)
    assert unpacked(packed(once)) == once


def test_packing_does_not_remember_runs():
    filled = BitMap(range(1, 10000))
    filled.run_optimize()
    filled -= BitMap(range(1, 10000, 2))
    assert packed(filled) == packed(BitMap(range(2, 10000, 2)))


def test_packing_does_not_remember_unions():
    pieces = [4, 5, 6, 8, 9, 11, 12, 13, 17]
    grown = unpacked(packed(BitMap(range(1, 14))))
    grown &= BitMap(pieces)
    grown.add(17)
    assert packed(grown) == packed(BitMap(pieces))


def test_the_smallest_roll_up_that_fits_is_chosen():
    assert holding(()).number == 1
    assert holding(["year"]).number == 2
    assert holding(["year"], frozenset()).number == 2
    assert holding(["region", "mode"]).dimensions[0] == "host"
    assert holding(["sex"], frozenset({"sex"})).of_people == {"sex"}
    assert holding(["member", "mode", "month"]) is None


@pytest.mark.parametrize("name", OF_TRAINING)
def test_trainings_can_be_cut_by_any_of_their_dimensions(name):
    assert holding([name], frozenset()) is not None


def test_roll_ups_have_numbers_of_their_own():
    assert len({cuboid.number for cuboid in CUBOIDS}) == len(CUBOIDS)
    assert all(set(cuboid.dimensions) <= set(DIMENSIONS) for cuboid in CUBOIDS)
