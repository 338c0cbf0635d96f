"""The bench runs, at a tiny size. What it measures is not judged here."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.report import broken, print_growth, print_result

from benchmarks import (
    addresses,
    dataset,
    figures,
    inhand,
    pages,
    timing,
    wide,
    writing,
)
from mwalimu.accounts.operations import system_actor
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.reference.operations import load_reference
from mwalimu.trainings.models import Participation, Training, TrainingTrainer
from tests.cast import AT

TINY, ROOT = 0.005, Path(__file__).parents[2]
database = pytest.mark.django_db
OWN = ("id", "uuid", "training_id")


@pytest.fixture
def people(db):
    """The bench's people, in an instance with the programmes."""
    by = system_actor()
    load_reference(by=by, at=AT)
    load_catalogue(by=by, at=AT)
    import_shipped_events(by=by, at=AT)
    dataset.create_people(TINY)


@pytest.fixture
def once(monkeypatch):
    """Each measurement once, without warming up."""
    monkeypatch.setattr(timing, "WARM_UP", 0)
    monkeypatch.setattr(timing, "RUNS", 1)


def result_of(lines, **others):
    return {
        "database": "SQLite", "scale": 1.0, "python": "", "django": "", "machine": "",
        "cpus": 1, "load": [0.5], "at": "", "engine": 200_000.0, "figures": {},
        "writing": {
            "import_s": [2.0], "bare_s": [1.0], "ratio": 2.0, "participations": 750,
        },
        "pages": {"lines": lines, "unmeasured": {}}, "wide": {},
        **others,
    }  # fmt: skip


def line(**others):
    usual = {"queries": 3, "ms": 9.0, "cpu": 8.0, "warm": 900, "cold": 9000}
    return {**usual, "page": True, **others}


@pytest.mark.slow
def test_the_bench_measures_and_prints_every_part(people, once, capsys):
    writing.imported(TINY)
    inhand.leave_work(TINY)
    measured = pages.measure_pages()
    result = result_of({}, pages=measured, figures=figures.measure_figures())
    print_result(result, everything=True)
    print_growth(result, result)
    asked = measured["lines"]
    assert {"public:home (public)", "desk:training_edit (coordinator)"} <= set(asked)
    assert {"field:training_edit (trainer)", "desk:trainings?q=course (team)"} < set(
        asked
    )
    assert "desk:board (coordinator)" in asked
    assert all(row["queries"] <= 60 and row["warm"] > 0 for row in asked.values())
    assert "participations by host" in result["figures"]
    assert "import of 750 participations" in capsys.readouterr().out


@pytest.mark.slow
def test_the_board_and_the_pool_are_measured_in_an_instance_of_their_own(people, once):
    wide.fill()
    asked = wide.measure_wide()
    assert {"board of 50 x 40", "pool near Kenya"} <= set(asked)
    assert all(row["queries"] <= 12 and row["warm"] > 0 for row in asked.values())


def test_the_board_may_take_longer_than_the_pool():
    slow = {"board of 50 x 40": line(ms=149.0), "pool, first page": line(ms=51.0)}
    assert list(broken(result_of({}, wide=slow))) == ["pool, first page: ms 51 > 50"]


def stored():
    return [
        [
            {key: value for key, value in row.items() if key not in OWN}
            for row in model.objects.order_by("pk").values()
        ]
        for model in (Training, TrainingTrainer, Participation)
    ]


def test_the_bare_insert_writes_the_rows_of_the_import(people):
    writing.bare_insert(TINY)
    bare = stored()
    Training.objects.all().delete()
    assert writing.imported(TINY)["participations"] == len(bare[2]) == 750
    assert stored() == bare


def test_an_address_about_something_new_is_named(people, once, monkeypatch):
    monkeypatch.delitem(addresses.OBJECTS, "sessions/<uuid>")
    writing.imported(TINY)
    inhand.leave_work(TINY)
    monkeypatch.setattr(pages, "_asked", lambda *_: {"nothing (public)": str})
    monkeypatch.setattr(pages, "weigh", lambda _: {})
    named = set(pages.measure_pages()["unmeasured"])
    assert "desk:session_edit" in named
    assert named.isdisjoint({"desk:sessions", "desk:training", "desk:training_void"})


def test_lines_over_their_budget_are_named():
    lines = {
        "a (team)": line(ms=51.0),
        "b (team)": line(queries=13),
        "c (team)": line(),
    }
    pages_of = {"lines": lines, "unmeasured": {"d": "no arguments"}}
    told = list(broken(result_of({}, pages=pages_of, engine=1.0)))
    assert told[0].startswith("rule engine")
    assert told[1:] == [
        "a (team): ms 51 > 50",
        "b (team): queries 13 > 12",
        "d: not measured: no arguments",
    ]


def test_the_weight_of_a_page_is_not_asked_of_a_document():
    heavy = line(warm=40_000, cold=90_000)
    lines = {"a.pdf (team)": {**heavy, "page": False}, "b (team)": heavy}
    assert list(broken(result_of(lines))) == [
        "b (team): warm 40000 > 15360, cold 90000 > 61440"
    ]


def test_ten_times_the_data_may_take_half_as_long_again():
    lines = {"a (team)": line(ms=74.0)}
    assert list(broken(result_of(lines, scale=10.0))) == []
    assert list(broken(result_of(lines, scale=1.0))) == ["a (team): ms 74 > 50"]


@pytest.mark.parametrize(
    ("variable", "value"), [("SCALE", "much"), ("SCALE", "0"), ("DATABASES", "oracle")]
)
def test_nonsense_in_the_environment_is_refused(variable, value):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks"],
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": "src", variable: value},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert variable in done.stderr
