"""Who reads which path, reason, remark and document; with data that could leak."""

from datetime import date

import pytest

from mwalimu.people.permissions import PUBLIC
from mwalimu.qualification.models import Accreditation, MissionAssessment
from mwalimu.qualification.operations.accreditation import change_terms
from mwalimu.qualification.permissions import (
    accreditations_visible_to,
    assessments_visible_to,
    may_accredit,
    missions_visible_to,
    papers_visible_to,
    persons_visible_to,
    sees_path,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, cast, make_person
from tests.qualification.experts import scan


@pytest.fixture
def nia(system, kenya):
    """Kenya's expert, who signs in."""
    return cast("Nia Kamau", system, kenya)


@pytest.fixture
def paths(leader, nia, ama, kenya, togo, team):
    """One accredited of Kenya with everything that is inside; one of Togo."""
    kenyan = leader.accredited(nia.person, kenya)
    change_terms(
        kenyan, verb="suspend", day=AT.date(), reason="An enquiry runs",
        papers=(scan(),), by=team.actor, at=AT,
    )  # fmt: skip
    return {"KE": kenyan, "TG": leader.propose(ama, togo)}


def sees(somebody):
    viewer = viewer_of(somebody.account, AT.date())
    rows = accreditations_visible_to(viewer).values_list("member__code", flat=True)
    return sorted(rows)


def test_the_team_sees_all_and_an_administration_its_own(
    paths, team, kenya_coordinator, kenya_registrar, head, togo_coordinator
):
    assert sees(team) == ["KE", "TG"]
    for somebody in (kenya_coordinator, kenya_registrar, head):
        assert sees(somebody) == ["KE"]
    assert sees(togo_coordinator) == ["TG"]


def test_a_person_sees_their_own(paths, nia):
    assert sees(nia) == ["KE"]


def test_donors_assessors_and_the_public_see_none(
    paths, reader, assessor, regional_office, kenya_organiser
):
    for somebody in (reader, assessor, regional_office, kenya_organiser):
        assert sees(somebody) == []
    assert not accreditations_visible_to(PUBLIC).exists()


def inside(somebody):
    """Whether they read reasons; remarks of assessors; documents; missions."""
    viewer = viewer_of(somebody.account, AT.date())
    row = Accreditation.objects.get(member__code="KE")
    return (
        sees_path(viewer, row),
        assessments_visible_to(viewer).exists(),
        papers_visible_to(viewer).exists(),
        missions_visible_to(viewer).exists(),
    )


def test_what_is_inside_stays_inside(
    paths, team, nia, assessor, second_assessor, kenya_coordinator, reader
):
    assert inside(team) == (True, True, True, True)
    assert inside(nia) == (True, False, False, False)
    assert inside(assessor) == (False, True, False, True)
    for somebody in (second_assessor, kenya_coordinator, reader):
        assert inside(somebody) == (False, False, False, False)


def test_a_member_of_the_team_reads_no_remarks_on_themselves(paths, team, nia):
    Accreditation.objects.filter(member__code="KE").update(person=team.person)
    viewer = viewer_of(team.account, AT.date())
    assert not assessments_visible_to(viewer).exists()
    assert not papers_visible_to(viewer).exists()
    assert MissionAssessment.objects.exists()


def test_only_the_team_leads(team, kenya_coordinator, assessor, reader):
    found = [
        may_accredit(viewer_of(somebody.account, AT.date()))
        for somebody in (team, kenya_coordinator, assessor, reader)
    ]
    assert found == [True, False, False, False]


def test_the_team_reads_the_names_of_those_on_a_path(paths, team, system, kenya):
    stranger = make_person("Kenya Officer", system, kenya)
    readable = set(persons_visible_to(viewer_of(team.account, date(2024, 3, 1))))
    assert {row.person for row in paths.values()} <= readable
    assert stranger not in readable
