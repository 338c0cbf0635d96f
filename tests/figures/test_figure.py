"""Asking for figures: what is answered, to whom, at what cost."""

from datetime import date

import pytest

from mwalimu.figures.engine.indicators import INDICATORS
from mwalimu.figures.queries import BadQuestion, Labels, figure, trace
from mwalimu.figures.queries.trace import TraceClosed
from mwalimu.people.permissions import OPERATOR, PUBLIC

pytestmark = pytest.mark.django_db


def ask(indicator, *by, where=None, **options):
    return figure(indicator, by, where, viewer=OPERATOR, **options)


def numbers(table):
    return {row.key: row.amount.value for row in table.rows}


@pytest.fixture
def two_years(world):
    """Kenya 2018: 3 named, 20 counted, of two Members. Uganda 2019: one of the same
    persons and 6 others, in two topics."""
    world.known = world.people(3)
    world.verified(
        day=date(2018, 5, 7),
        named=[(world.known, "KE", "customs", "F")],
        heads=[(14, "KE", "customs", "M"), (6, "UG", "private", "N")],
        hours=12.5,
        synthetic=True,
    )
    world.verified(
        day=date(2019, 2, 1),
        host="UG",
        topics=("HS", "CV"),
        named=[(world.known[:1], "KE", "customs", "F")],
        heads=[(6, "UG", "customs", "F")],
        precision="year",
        lead_member=world.members["KE"],
        hours=6,
    )
    return world


def test_participations_by_two_dimensions_add_up(two_years):
    table = ask("participations", "year", "host")
    assert numbers(table) == {("2018", "KE"): 23, ("2019", "UG"): 7}
    assert (table.total.value, table.adds_up) == (30, True)
    assert table.row_totals["2018"].value == 23
    assert table.column_totals["UG"].value == 7


def test_persons_are_an_interval_where_heads_were_counted(two_years):
    table = ask("persons", "year")
    bounds = {
        row.key[0]: (row.amount.at_least, row.amount.at_most) for row in table.rows
    }
    assert bounds == {"2018": (23, 23), "2019": (7, 7)}
    assert (table.total.at_least, table.total.at_most) == (23, 29)
    assert table.adds_up is False


def test_persons_of_several_sectors_are_counted_from_the_cells(two_years):
    where = {"sector": "customs|private", "host": "KE"}
    assert ask("persons", where=where).total.at_least == 23


def test_a_training_stands_in_each_row_that_it_reached(two_years):
    table = ask("trainings", "sex")
    assert numbers(table) == {("F",): 2, ("M",): 1, ("N",): 1}
    assert (table.total.value, table.adds_up) == (2, False)


def test_hours_are_counted_once_a_training(two_years):
    assert ask("hours", "topic").total.value == 18.5
    assert numbers(ask("hours", "topic")) == {("HS",): 12.5, ("several",): 6}


def test_members_reached_are_distinct(two_years):
    table = ask("members_reached", "year")
    assert numbers(table) == {("2018",): 2, ("2019",): 2}
    assert table.total.value == 2


def test_own_and_other_members_are_told_apart(two_years):
    assert numbers(ask("trainings", "abroad")) == {("own",): 1, ("abroad",): 1}


def test_an_unknown_month_says_so(two_years):
    assert numbers(ask("participations", "month")) == {
        ("2018-05",): 23,
        ("not_recorded",): 7,
    }


def test_a_filter_by_range_and_alternatives(two_years):
    where = {"year": "2017..2018", "topic": "HS|several"}
    assert ask("participations", where=where).total.value == 23


def test_what_is_made_up_is_said(two_years):
    assert ask("participations").synthetic is True
    assert ask("participations", where={"year": "2019"}).synthetic is False


def test_an_unknown_value_is_answered_with_known_ones(two_years):
    with pytest.raises(
        BadQuestion, match=r"'XX' is no value of host. Values: KE, TG, UG"
    ):
        ask("participations", where={"host": "XX"})


def test_master_trainers_are_counted_from_awards(two_years):
    first, second = two_years.people(2)
    two_years.award(first, "HS")
    two_years.award(first, "CV", since=date(2020, 1, 1))
    two_years.award(second, "HS", member="UG")
    table = ask("master_trainers", "topic")
    assert numbers(table) == {("CV",): 1, ("HS",): 2}
    assert (table.total.value, table.adds_up) == (2, False)
    assert ask("master_trainers", where={"year": "2020"}).total.value == 1
    assert numbers(ask("master_trainers", "member")) == {("KE",): 1, ("UG",): 1}


def test_the_two_ways_to_count_what_master_trainers_did(two_years):
    trainer = two_years.person()
    two_years.award(trainer, since=date(2018, 1, 1))
    two_years.verified(
        day=date(2017, 3, 1), heads=[(40, "KE", "customs", "N")], trainer=trainer
    )
    two_years.verified(
        day=date(2018, 3, 1), heads=[(9, "KE", "customs", "N")], trainer=trainer
    )
    assert ask("participations_by_master_trainers").total.value == 9
    assert ask("participations_by_became").total.value == 49
    assert ask("participations").total.value == 79


def test_nothing_recorded_is_zero(db):
    assert {ask(code).total.value for code in INDICATORS} == {0}


def test_the_public_sees_no_small_group(two_years):
    table = figure("participations", ["sex"], viewer=PUBLIC)
    hidden = {row.key[0] for row in table.rows if row.amount.hidden}
    assert hidden == set()
    table = figure("participations", ["sex"], {"year": "2018"}, viewer=PUBLIC)
    shown = {row.key[0]: row.amount.value for row in table.rows}
    assert shown == {"F": None, "M": 14, "N": None}


def test_the_public_cannot_subtract_one_filter_from_another(two_years):
    customs = {"year": "2018", "sector": "customs"}
    men = figure("participations", [], customs | {"sex": "M"}, viewer=PUBLIC)
    assert men.total.hidden
    assert figure("participations", [], customs, viewer=PUBLIC).total.value == 17


def test_trainings_are_not_people_and_not_hidden(two_years):
    assert numbers(figure("trainings", ["sex"], viewer=PUBLIC))[("M",)] == 1


@pytest.mark.parametrize("indicator", [c for c in INDICATORS if c != "master_trainers"])
@pytest.mark.parametrize("where", [{}, {"host": "UG"}, {"year": "2018"}])
def test_the_rows_behind_a_number_add_up_to_it(two_years, indicator, where):
    found = trace(indicator, where, viewer=OPERATOR)
    assert sum(row.value for row in found.rows) == found.sums_to.value
    assert found.sums_to.value in (found.figure.total.value, found.figure.total.at_most)
    assert found.records == len(found.rows)


def test_awards_stand_behind_master_trainers(two_years):
    person = two_years.person("Wanjiru")
    two_years.award(person, "HS")
    two_years.award(person, "CV")
    found = trace("master_trainers", viewer=OPERATOR)
    assert [(row.topic, row.value) for row in found.rows] == [("HS", 1), ("CV", 0)]
    assert "Wanjiru" not in repr(found)


def test_rows_come_oldest_first_in_pages(two_years):
    page = trace("participations", viewer=OPERATOR, first=1, limit=1)
    assert [(str(row.day), row.value) for row in page.rows] == [("2019", 7)]
    assert page.records == 2


def test_the_public_sees_no_rows(two_years):
    with pytest.raises(TraceClosed):
        trace("participations", viewer=PUBLIC)


@pytest.mark.parametrize("records", [1, 3])
def test_a_figure_costs_the_same_whatever_the_rows(
    world, records, django_assert_num_queries
):
    for number in range(records):
        world.verified(heads=[(9, "KE", "customs", "F")], day=date(2018 + number, 1, 1))
    with django_assert_num_queries(1):
        ask("participations", "year", "topic", where={"sex": "F"})
    with django_assert_num_queries(2):
        ask("persons", "year", where={"sex": "F"})
    with django_assert_num_queries(5):
        trace("persons", {"host": "KE"}, viewer=OPERATOR)


def test_words_are_in_the_reader_s_language(two_years):
    conditions = ask("participations", where={"host": "KE", "year": "2018..2019"})
    assert Labels("en").scope(conditions.conditions) == (
        "Host Member: Kenya; Year: 2018 to 2019"
    )
    assert Labels("fr").dimension("host") == "Membre hôte"
    assert Labels("fr").value("month", "2019-02") == "févr. 2019"
    assert Labels("en").value("language", "fr") == "French"
    assert Labels("en").value("topic", "several") == "several topics"
