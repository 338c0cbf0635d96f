"""The standards that come with the product, and how they are said and printed."""

import json
from fractions import Fraction

import pytest
from click.testing import CliRunner

from mwalimu.cli import main
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.engine import Kind, Requirement
from mwalimu.qualification.importing import load_standards
from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.queries.asking import asked
from mwalimu.qualification.queries.standards import edition_of, not_in_plan
from mwalimu.reference.operations import load_reference
from tests.cast import AT


@pytest.fixture
def loaded(system):
    """What `init` loads."""
    return load_standards(by=system, at=AT)


def test_every_amount_that_no_source_states_is_marked(loaded):
    lines = RequirementLine.objects.all()
    assert loaded == ["standard MTP", "standard MTP-WS4", "standard MTP-WS3"]
    assert lines.count() == 17
    assert all(line.assumed and line.source for line in lines)


def test_loading_again_changes_nothing(loaded, system):
    assert load_standards(by=system, at=AT) == []
    assert set(StandardEdition.objects.values_list("state", flat=True)) == {"in_force"}


def test_every_shipped_cohort_follows_a_standard_that_fits_its_plan(system):
    load_reference(by=system, at=AT)
    load_catalogue(by=system, at=AT)
    load_standards(by=system, at=AT)
    wrong = {}
    for cohort in Cohort.objects.all():
        edition = edition_of(cohort, AT.date())
        if edition is None or not_in_plan(edition, cohort):
            wrong[cohort.code] = edition
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Attend at least 80% of the days of this stage: Working group 1 (WG1)."
            " (An assumption: no source states how much.)",
        ),
        (
            "fr",
            "Assister à au moins 80\u202f% des jours de cette étape\u00a0:"
            " Groupe de travail 1 (GT1)."
            " (Hypothèse\u00a0: aucune source ne dit combien.)",
        ),
    ],
)
def test_a_requirement_is_said_in_one_sentence(language, sentence):
    line = Requirement("WG1", Kind.ATTENDANCE, Fraction(4, 5), ("WG1",), assumed=True)
    assert asked(line, language).replace("\u00a0%", "\u202f%") == sentence


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_sentence_in_both_languages(kind):
    for subjects in (("skill",), ("skill", "content")):
        line = Requirement("X", kind, Fraction(2), subjects)
        english, french = asked(line, "en"), asked(line, "fr")
        assert english != french
        assert "%(" not in english + french


def run(*arguments):
    return CliRunner().invoke(main, ["standards", *arguments])


def test_the_command_lists_and_shows(loaded):
    assert "MTP  Master Trainer, five working groups" in run("list").output
    shown = run("show", "MTP").output
    assert "MTP, edition 1: in force from 2015-01-01" in shown
    assert "8. DEMO: Teach a demo slot, and score at least 3 of 5" in shown


def test_the_command_gives_json(loaded):
    found = json.loads(run("show", "MTP", "--format", "json").output)
    assert found["requirements"][0]["amount"] == "0.8"
    assert [row["code"] for row in json.loads(run("list", "--format", "json").output)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("show", "X"), "no standard"), (("show", "MTP", "--edition", "9"), "no edition")],
)
def test_what_does_not_exist_is_said(loaded, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
