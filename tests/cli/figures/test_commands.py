"""`mwalimu figures` and `mwalimu trace`, to the letter."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from mwalimu.cli import main
from mwalimu.cli.door import languages_of
from mwalimu.figures.engine.indicators import INDICATORS

pytestmark = pytest.mark.django_db


def run(*arguments):
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def two_years(world):
    world.verified(day=date(2018, 5, 7), heads=[(20, "KE", "customs", "F")], hours=6)
    world.verified(
        day=date(2019, 5, 7),
        topics=("CV",),
        heads=[(11, "KE", "customs", "M")],
        named=[(world.people(2), "UG", "private", "F")],
        synthetic=True,
    )
    return world


def test_json_is_a_contract(two_years):
    answer = run(
        "figures", "participations", "--by", "topic,year",
        "--where", "host=KE,year=2018..2023", "--format", "json",
    )  # fmt: skip
    found = json.loads(answer.output)
    assert answer.exit_code == 0
    assert list(found)[:5] == ["indicator", "unit", "as_of", "total", "rows"]
    assert (found["indicator"], found["unit"]) == ("participations", "participations")
    assert found["total"] == 33
    assert found["rows"] == [
        {"topic": "CV", "year": 2019, "value": 13},
        {"topic": "HS", "year": 2018, "value": 20},
    ]
    assert found["scope"] == "Host Member: Kenya; Year: 2018 to 2023"
    assert found["synthetic"] is True


def test_persons_in_json_have_their_bounds(two_years):
    found = json.loads(run("figures", "persons", "--format", "json").output)
    assert (found["total"], found["total_at_least"], found["total_at_most"]) == (
        20,
        20,
        33,
    )
    rows = json.loads(
        run("figures", "persons", "--by", "year", "--format", "json").output
    )
    assert rows["rows"][1] == {
        "year": 2019,
        "value": 13,
        "at_least": 13,
        "at_most": 13,
    }


def test_csv_is_a_contract(two_years):
    answer = run("figures", "participations", "--by", "year", "--format", "csv")
    assert answer.output == "year,value,synthetic\n2018,20,yes\n2019,13,yes\n"
    assert run("figures", "hours", "--format", "csv").output == (
        "value,synthetic\n6,yes\n"
    )


def test_the_table_says_all_that_belongs_to_the_number(two_years):
    answer = run("figures", "trainings", "--by", "sex", "--as-of", "2024-03-01")
    assert answer.output == (
        "Trainings\n"
        "Scope: All verified records\n"
        "As of: 2024-03-01 23:59 UTC\n"
        "Rule: Verified trainings. Cut by what tells participants apart (Member, sector,"
        " sex), a training stands in each row in which it had participants.\n"
        "Synthetic: what is counted here is made up, in whole or in part.\n"
        "\n"
        "sex    value\n"
        "women      2\n"
        "men        1\n"
        "\n"
        "Total: 2 trainings\n"
        "Rows do not add up to the total: the rule says why.\n"
    )


def test_without_an_indicator_all_are_listed(two_years):
    lines = run("figures").output.splitlines()
    assert lines[0].split() == ["indicator", "total", "unit", "synthetic"]
    assert [line.split()[0] for line in lines[1:]] == list(INDICATORS)
    assert "persons" in lines[4]
    assert "20 to 33" in lines[4]
    objects = json.loads(run("figures", "--format", "json").output)
    assert [each["total"] for each in objects[:1]] == [33]


def test_trace_prints_the_rows_behind_a_number(two_years):
    answer = run("trace", "participations", "--where", "topic=CV")
    lines = answer.output.splitlines()
    assert "Scope: Topic: Customs valuation" in lines
    assert lines[-1] == "The rows add up to 13."
    assert lines[-3].startswith("2019-05-07  KE    CV     Classification of machines")
    found = json.loads(run("trace", "participations", "--format", "json").output)
    assert [row["adds"] for row in found["rows"]] == [20, 13]
    assert found["sum"] == found["total"] == 33
    csv = run("trace", "participations", "--format", "csv").output.splitlines()
    assert csv[0] == "date,host,topic,title,adds,record,synthetic"


def test_a_figure_can_be_asked_as_of_the_past(two_years):
    assert run("figures", "participations", "--as-of", "2024-02-01").exit_code == 0
    assert (
        "Total: 0 participations"
        in run("figures", "participations", "--as-of", "2024-02-01").output
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["figures", "people"], "There is no indicator 'people'. Indicators: hours,"),
        (
            ["figures", "hours", "--by", "sex"],
            "hours cannot be cut or filtered by sex.",
        ),
        (["figures", "hours", "--by", "year,year"], "named twice"),
        (
            ["figures", "participations", "--where", "host=ZZ"],
            "'ZZ' is no value of host",
        ),
        (["figures", "participations", "--where", "host"], "write dimension=value"),
        (["figures", "participations", "--where", "year=2020..2018"], "2018..2020"),
        (["figures", "participations", "--as-of", "soon"], "'soon' is no instant"),
        (["figures", "participations", "--as-of", "20240301"], "is no instant"),
        (["figures", "participations", "--as-of", "2024-W10"], "is no instant"),
        (
            ["figures", "participations", "--as-of", "9999-12-31"],
            "no instant in the past",
        ),
        (["figures", "participations", "--format", "xml"], "'xml' is not one of"),
        (["figures", "--by", "year"], "Name an INDICATOR"),
        (["trace", "persons", "--where", "planet=1"], "There is no dimension 'planet'"),
    ],
)
def test_a_bad_request_ends_with_2_and_says_why(members, arguments, says):
    answer = run(*arguments)
    assert answer.exit_code == 2
    assert says in answer.output


def test_a_french_terminal_is_answered_in_french(two_years, monkeypatch):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    refused = run("figures", "hours", "--by", "sex")
    assert refused.exit_code == 2
    assert "hours ne peut être ni ventilé ni filtré par sex" in refused.output
    assert "Portée" in run("figures", "hours").output


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANG": "fr_FR.UTF-8"}, ["fr"]),
        ({"LANG": "en_GB", "LC_ALL": "pt_BR.UTF-8"}, ["pt"]),
        ({"LANG": "en_GB", "LANGUAGE": "sw:fr"}, ["sw", "fr", "en"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, []),
        ({}, []),
    ],
)
def test_the_environment_names_languages(environment, wanted):
    assert languages_of(environment) == wanted
