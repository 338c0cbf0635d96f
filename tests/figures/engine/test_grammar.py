"""What somebody may ask, and what is said when it makes no sense."""

import pytest

from mwalimu.figures.engine.grammar import (
    BadQuestion,
    conditions,
    cuts,
    indicator_called,
    where_from,
)
from mwalimu.figures.engine.indicators import INDICATORS

PARTICIPATIONS = INDICATORS["participations"]


def test_conditions_are_joined_by_commas():
    text = "host=KE, year=2018..2023,topic=HS|CV"
    assert where_from([text]) == {
        "host": "KE",
        "year": "2018..2023",
        "topic": "HS|CV",
    }


def test_a_range_of_years_admits_its_ends():
    (years,) = conditions(PARTICIPATIONS, {"year": "2018..2023"})
    assert [years.admits(year) for year in ("2017", "2018", "2023", "2024")] == [
        False,
        True,
        True,
        False,
    ]


def test_a_month_range_leaves_out_what_is_not_recorded():
    (months,) = conditions(PARTICIPATIONS, {"month": "2019-01..2019-06"})
    assert months.admits("2019-06")
    assert not months.admits("not_recorded")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (
            {"planet": "earth"},
            "There is no dimension 'planet'. Dimensions: year, month",
        ),
        ({"year": "twenty"}, "'twenty' is no year: write year=2019 or 2019..2019"),
        ({"year": "2023..2018"}, "ends before it starts; write 2018..2023"),
        ({"year": "2018.."}, "'' is no year"),
        ({"month": "2019-13"}, "'2019-13' is no month: write month=2019-04"),
        ({"month": "0000-01..9999-12"}, "'0000-01' is no month: write month=2019-04"),
        ({"year": "0000"}, "'0000' is no year: write year=2019"),
        ({"sex": "X"}, "'X' is no value of sex. Values: F, M, U, N."),
        ({"host": "KE..UG"}, "host has no ranges"),
        ({"language": "English"}, "'English' is no language: write language=fr"),
        ({"host": "K" * 3000}, "The filter by host is longer than 2000 characters."),
        ({"x" * 500: "1"}, "There is no dimension 'xxx"),
    ],
)
def test_a_bad_filter_is_explained(where, says):
    with pytest.raises(BadQuestion) as refused:
        conditions(PARTICIPATIONS, where)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("text", ["host", "=KE", "host=", "host=KE,year"])
def test_half_a_condition_is_refused(text):
    with pytest.raises(BadQuestion, match=r"write dimension=value|no dimension"):
        conditions(PARTICIPATIONS, where_from([text]))


def test_filtering_twice_by_one_dimension_is_refused():
    with pytest.raises(BadQuestion, match=r"host=KE\|UG"):
        where_from(["host=KE,host=UG"])


def test_a_dimension_that_an_indicator_does_not_have_is_refused():
    with pytest.raises(BadQuestion, match="hours cannot be cut or filtered by sex"):
        cuts(INDICATORS["hours"], ["sex"])


def test_three_dimensions_are_too_many():
    with pytest.raises(BadQuestion, match="at most two dimensions, not 3"):
        cuts(PARTICIPATIONS, ["year", "sex", "host"])


def test_a_dimension_is_not_named_twice():
    with pytest.raises(BadQuestion, match="named twice"):
        cuts(PARTICIPATIONS, ["year", "year"])


def test_master_trainers_are_not_shown_by_member_in_public():
    assert cuts(INDICATORS["master_trainers"], ["member"]) == ("member",)
    with pytest.raises(BadQuestion, match="by member in public"):
        cuts(INDICATORS["master_trainers"], ["member"], public=True)


def test_an_unknown_indicator_is_answered_with_the_known_ones():
    with pytest.raises(BadQuestion, match="Indicators: hours, master_trainers"):
        indicator_called("people")
