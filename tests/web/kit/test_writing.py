"""Dates, ranges and numbers as readers write them."""

import pytest

from mwalimu.shared.dates import PartialDate
from mwalimu.web.kit import writing


def when(text):
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("2020-05", "en", "May 2020"),
        ("2020-05", "fr", "mai 2020"),
        ("2020-05", "pt", "maio de 2020"),
        ("2020-05", "es", "mayo de 2020"),
        ("2020", "en", "2020"),
        ("2018-09-10", "en", "10 September 2018"),
        ("2018-08-01", "fr", "1er août 2018"),
        ("2018-09-10", "pt", "10 de setembro de 2018"),
        ("2018-09-10", "de", "10 September 2018"),
    ],
)
def test_a_date_says_what_is_known(text, language, written):
    assert writing.day(when(text), language) == written


@pytest.mark.parametrize(
    ("starts", "ends", "language", "written"),
    [
        ("2018-09-10", "2018-09-14", "en", "10–14 September 2018"),
        ("2018-09-10", "2018-09-14", "fr", "10–14 septembre 2018"),
        ("2018-09-10", "2018-09-14", "pt", "10–14 de setembro de 2018"),
        ("2018-09-10", "2018-09-14", "es", "10–14 de septiembre de 2018"),
        ("2018-08-01", "2018-08-03", "fr", "1er–3 août 2018"),
        ("2018-05-28", "2018-06-01", "en", "28 May – 1 June 2018"),
        ("2018-05-28", "2018-06-01", "fr", "28 mai – 1er juin 2018"),
        ("2018-12-28", "2019-01-04", "en", "28 December 2018 – 4 January 2019"),
        ("2020-05", "2020-10", "en", "May – October 2020"),
        ("2020-05", "2020-10", "fr", "mai – octobre 2020"),
        ("2020-05", "2020-10", "pt", "maio – outubro de 2020"),
        ("2020-05", "2020-05", "en", "May 2020"),
        ("2020-05", "2020-06-12", "en", "May 2020 – 12 June 2020"),
        ("2019-02-11", "", "en", "from 11 February 2019, end day not known"),
        ("2019-02-11", "", "fr", "à partir du 11 février 2019, dernier jour non connu"),
        (
            "2019-02-11",
            "",
            "pt",
            "a partir de 11 de fevereiro de 2019, último dia não conhecido",
        ),
        (
            "2019-02-11",
            "",
            "es",
            "desde el 11 de febrero de 2019, último día no conocido",
        ),
        ("2020-05", "", "en", "May 2020"),
        ("", "2020-05", "en", "May 2020"),
        ("", "", "en", None),
    ],
)
def test_a_range_says_what_is_known(starts, ends, language, written):
    assert writing.days(when(starts), when(ends), language) == written


def test_what_goes_on_is_said_with_its_start():
    assert writing.since(when("2021-07"), "en") == "since July 2021"
    assert writing.since(when("2021-07-01"), "fr") == "depuis le 1er juillet 2021"


def test_numbers_have_the_separators_of_the_language():
    assert writing.number(49032, "en") == "49,032"
    assert writing.number(49032, "fr") == "49\u202f032"
    assert writing.number(49032.25, "pt", 1) == "49\xa0032,2"
    assert writing.percent(0.12, "fr") == "12\xa0%"
