"""The page of one path: what whom is told, and what may be done."""

import pytest

from mwalimu.qualification.models import EvidenceFile
from mwalimu.qualification.operations.accreditation import (
    Expertise,
    change_terms,
    convert,
    take_back,
)
from tests.cast import AT, cast
from tests.qualification.experts import scan
from tests.web.board.test_board import text


def page_of(row):
    return f"/en/desk/accreditation/{row.uuid}/"


@pytest.fixture
def nia(system, kenya):
    return cast("Nia Kamau", system, kenya)


@pytest.fixture
def ended(leader, nia, kenya, team):
    """Nia was accredited, and it was ended for a reason that is nobody else's."""
    row = leader.accredited(nia.person, kenya)
    change_terms(
        row, verb="end", day=AT.date(), reason="Sentenced by a court",
        papers=(scan("verdict.pdf"),), by=team.actor, at=AT,
    )  # fmt: skip
    return row


def test_the_team_reads_everything(client, ended, team):
    page = text(client, team, page_of(ended))
    for words in (
        "Sentenced",
        "verdict.pdf",
        "Clear and sure",
        "Ended",
        "8 April 2022",
    ):
        assert words in page


def test_the_person_reads_the_reason_but_neither_remarks_nor_documents(
    client, ended, nia
):
    page = text(client, nia, page_of(ended))
    assert "Sentenced" in page
    for words in ("verdict.pdf", "Clear and sure", "First Assessor"):
        assert words not in page


def test_the_administration_reads_what_was_reached_and_no_longer_valid(
    client, ended, kenya_coordinator
):
    page = text(client, kenya_coordinator, page_of(ended))
    assert "no longer valid" in page
    assert "Mission passed: accredited" in page
    for words in ("Sentenced", "verdict", "Clear and sure", "Ended", "First Assessor"):
        assert words not in page


def test_others_read_nothing(client, ended, togo_coordinator, reader, assessor):
    for somebody in (togo_coordinator, reader, assessor):
        client.force_login(somebody.account)
        assert client.get(page_of(ended)).status_code == 404


def test_a_document_is_sent_to_the_team_only(client, ended, team, nia):
    uuid = EvidenceFile.objects.get().uuid
    address = f"/en/desk/accreditation/papers/{uuid}/"
    client.force_login(team.account)
    answer = client.get(address)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    client.force_login(nia.account)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("propose", "The project team decides who is selected"),
        ("pre_accredited", "Pre-accredited: a mission as co-facilitator is next"),
        ("accredited", "nothing is asked at present"),
    ],
)
def test_the_next_step_is_said(client, leader, nia, kenya, team, place, words):
    row = getattr(leader, place)(nia.person, kenya)
    assert words in text(client, team, page_of(row))
    assert words in text(client, nia, page_of(row))


def test_who_has_not_assessed_is_named_to_the_team(
    client, leader, nia, kenya, team, assessor, second_assessor
):
    row = leader.pre_accredited(nia.person, kenya)
    mission = leader.plan(row, assessor.person, second_assessor.person)
    leader.assess(mission)
    page = text(client, team, page_of(row))
    assert "Second Assessor (not in yet)" in page
    assert "First Assessor (not in yet)" not in page
    assert "Assessor (" not in text(client, nia, page_of(row))


def test_both_sides_of_a_conversion_point_to_each_other(
    client, leader, nia, kenya, team, advisor_type, valuation
):
    row = leader.accredited(nia.person, kenya)
    expertise = Expertise(advisor_type, valuation)
    do = {"by": team.actor, "at": AT}
    new = convert(row, expertise, day=AT.date(), reason="Baku", **do)
    client.force_login(team.account)
    assert str(new.uuid) in client.get(page_of(row)).content.decode()
    assert str(row.uuid) in client.get(page_of(new)).content.decode()


def test_a_step_that_was_taken_back_stays_in_sight(client, leader, nia, kenya, team):
    row = leader.pre_accredited(nia.person, kenya)
    take_back(row, number=4, reason="Mixed up", by=team.actor, at=AT)
    page = text(client, team, page_of(row))
    assert "Workshop passed: pre-accredited taken back" in page
    assert "Mixed up" in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_path_costs_few_queries(
    client, leader, nia, kenya, team, number, django_assert_max_num_queries
):
    row = leader.pre_accredited(nia.person, kenya)
    for _ in range(number):
        leader.plan(row)
    client.force_login(team.account)
    with django_assert_max_num_queries(12):
        client.get(page_of(row))
