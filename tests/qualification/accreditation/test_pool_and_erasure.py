"""The pool knows who is an expert; what is written of somebody can be forgotten."""

from datetime import UTC, datetime

import pytest

from mwalimu.cli.retention.rules import RULES
from mwalimu.people.operations import erase_person
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.models import (
    AccreditationEvent,
    AssessedMission,
    EvidenceFile,
    MissionAssessment,
    PoolRow,
)
from mwalimu.qualification.operations.accreditation import change_terms
from mwalimu.qualification.operations.pool import rebuild_pool, show_fields
from mwalimu.qualification.queries.accreditation.held import accreditations_held
from mwalimu.shared.models import StoredFile
from tests.cast import AT
from tests.qualification.experts import scan
from tests.qualification.pool.conftest import amina, awarded  # noqa: F401

TODAY = AT.date()


@pytest.fixture
def expert(leader, amina, kenya):  # noqa: F811
    """A Master Trainer of classification who is an expert in valuation, too."""
    return leader.accredited(amina.person, kenya)


def experts():
    return PoolRow.objects.get().experts


def test_the_pool_knows_accreditations_that_hold(expert, team):
    do = {"by": team.actor, "at": AT, "day": TODAY, "reason": "x"}
    assert experts() == " ET:CV "
    change_terms(expert, verb="suspend", **do)
    assert experts() == ""
    change_terms(expert, verb="resume", **do)
    assert experts() == " ET:CV "
    change_terms(expert, verb="end", **do)
    assert experts() == ""


def test_pre_accredited_is_not_accredited(leader, amina, kenya):  # noqa: F811
    leader.pre_accredited(amina.person, kenya)
    assert experts() == ""


def test_a_rebuild_of_the_pool_gives_the_same(expert, amina):  # noqa: F811
    shown = {"name": "public", "accredited": "public"}
    show_fields(amina.person, audiences=shown, by=amina.actor, at=AT)
    before = list(PoolRow.objects.values())
    rebuild_pool()
    assert list(PoolRow.objects.values()) == before
    assert before[0]["accredited_to"] == 2


@pytest.fixture
def written(leader, grace, kenya, team):
    """A path with every kind of word on it, closed."""
    row = leader.accredited(grace, kenya)
    change_terms(
        row, verb="end", day=TODAY, reason="Left Customs", papers=(scan(),),
        by=team.actor, at=AT,
    )  # fmt: skip
    return row


def words():
    reasons = AccreditationEvent.objects.exclude(reason="")
    said = MissionAssessment.objects.exclude(reason="")
    purposes = AssessedMission.objects.exclude(purpose="")
    papers = EvidenceFile.objects.all()
    return [rows.count() for rows in (reasons, said, purposes, papers)]


def test_erasure_clears_the_words_and_keeps_the_steps(written, grace, team):
    steps = list(written.events.values("kind", "day"))
    assert words() == [1, 1, 1, 1]
    erase_person(grace, by=team.actor, at=AT)
    assert words() == [0, 0, 0, 0]
    assert list(written.events.values("kind", "day")) == steps
    assert not StoredFile.objects.exists()


def test_ten_years_after_the_end_the_words_go(written, team):
    rule = next(rule for rule in RULES if rule.code == "accreditation_papers")
    early, late = (datetime(year, 3, 2, 9, tzinfo=UTC) for year in (2033, 2034))
    assert not rule.due(early).exists()
    keys = list(rule.due(late).values_list("pk", flat=True))
    assert rule.drop(keys, team.actor, late) == 1
    assert words() == [0, 0, 0, 0]
    assert not rule.due(late).exists()


def test_the_person_reads_their_steps_but_not_the_remarks(written, grace):
    held = accreditations_held(grace)
    path = held["accreditations"][0]
    assert (path["type"], path["field"], path["closed_by"]) == ("ET", "CV", "ended")
    assert path["steps"][-1]["reason"] == "Left Customs"
    assert held["accreditation_papers"][0]["name"] == "signed.pdf"
    assert "Clear and sure" not in str(held)


def test_the_assessor_reads_what_they_wrote(written, assessor):
    held = accreditations_held(assessor.person)
    assert held["accreditations"][0]["remarks"] == "Clear and sure of the matter."


def test_whoever_is_on_a_path_has_a_part_in_the_programme(leader, grace, kenya):
    from mwalimu.qualification.queries.roles import in_the_programme_since

    leader.propose(grace, kenya)
    keys = set(in_the_programme_since(TODAY).values_list("person", flat=True))
    assert grace.pk in keys
    assert not Viewer().is_project_team
