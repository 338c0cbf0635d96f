"""`mwalimu import events`: its words, its JSON and its exit codes are a contract."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mwalimu.cli import main
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.models import Cohort, Session
from mwalimu.reference.operations import load_reference
from tests.cast import AT

HEADER = "id,cohort,stage,start,participants\n"
GOOD = "X1,EA-PCA,WG1,2021-03,18\n"
WRONG = "X2,EA-PCA,WG2,2021-03,many\n"


@pytest.fixture
def run(system, tmp_path, monkeypatch):
    """Run the command on a file of this content."""
    load_reference(by=system, at=AT)
    load_catalogue(by=system, at=AT)
    monkeypatch.setenv("MWALIMU_HOME", str(tmp_path / "home"))

    def call(content, *options):
        path = tmp_path / "events.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(main, ["import", "events", str(path), *options])

    return call


def test_all_rows_in(run):
    result = run(HEADER + GOOD)
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "1 new, 0 changed, 0 same, 0 wrong"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_file_without_end_is_refused(run):
    run(HEADER)
    result = CliRunner().invoke(main, ["import", "events", "/dev/zero"])
    assert result.exit_code == 2
    assert "The file is larger than 50 MB: split it." in result.output


def test_again_nothing_changes(run):
    run(HEADER + GOOD)
    assert run(HEADER + GOOD).output == "0 new, 0 changed, 1 same, 0 wrong\n"


def test_a_wrong_row_is_named_and_the_good_one_is_stored(run):
    result = run(HEADER + GOOD + WRONG)
    assert result.exit_code == 1
    assert "row 3, column participants, 'many': Write a whole number" in result.output
    assert Session.objects.get().source_key == "X1"


def test_a_cohort_that_is_not_known_is_made_only_where_that_is_said(run):
    new = GOOD.replace("EA-PCA", "ZZ-NEW")
    asked = run(HEADER + new)
    assert asked.exit_code == 1
    assert "row 2, column cohort, 'ZZ-NEW': ZZ-NEW is no cohort" in asked.output
    assert not Cohort.objects.filter(code="ZZ-NEW").exists()
    made = run(HEADER + new, "--create-programme")
    assert made.exit_code == 0
    assert "made: cohort ZZ-NEW" in made.output


def test_a_french_terminal_is_answered_in_french(run, monkeypatch):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "fr_BE.UTF-8")
    result = run(HEADER + GOOD + WRONG)
    assert "ligne 3, colonne participants, 'many'" in result.output
    assert "Indiquez un nombre entier de personnes de 0 à 10000" in result.output


def test_json_for_machines(run):
    result = run(HEADER + GOOD + WRONG, "--format", "json", "--dry-run")
    report = json.loads(result.output)
    assert (report["rows"], report["new"], report["wrong"]) == (2, ["X1"], 1)
    assert report["problems"][0]["column"] == "participants"
    assert report["dry_run"] is True
    assert not Session.objects.exists()


def test_a_file_that_is_no_table_stores_nothing(run):
    result = run(b"\x00\x01\x02")
    assert result.exit_code == 2
    assert "This is no text" in result.output
    assert "Nothing was stored." in result.output


def test_a_file_that_is_not_there(run, tmp_path):
    result = CliRunner().invoke(main, ["import", "events", str(tmp_path / "no.csv")])
    assert result.exit_code == 2
    assert "No such file" in result.output
