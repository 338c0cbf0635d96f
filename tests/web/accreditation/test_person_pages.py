"""Award and accreditation stand side by side on the pages of a person."""

import pytest

from mwalimu.programmes.models import Cohort
from tests.cast import AT, cast, hold, seat_of
from tests.web.board.test_board import text


@pytest.fixture
def nia(system, kenya, awarded):
    """A Master Trainer of classification, who signs in."""
    somebody = cast("Nia Kamau", system, kenya)
    awarded(somebody.person, kenya)
    return somebody


def person(somebody):
    return f"/en/desk/people/{somebody.person.uuid}/"


def test_the_record_shows_both(client, leader, nia, kenya, team, kenya_coordinator):
    leader.accredited(nia.person, kenya)
    for reader in (team, kenya_coordinator):
        page = text(client, reader, person(nia))
        assert "Master Trainer, HS classification" in page
        assert "Expert Trainer, Customs valuation , Kenya phase: accredited" in page
    assert "Propose for an accreditation" in text(client, team, person(nia))
    page = text(client, kenya_coordinator, person(nia))
    assert "Propose for an accreditation" not in page


def test_the_record_leads_to_the_path_and_to_the_pool(
    client, nia, system, kenya, cohort: Cohort, team, kenya_registrar
):
    hold(seat_of(cohort, kenya), nia.person, system)
    client.force_login(team.account)
    page = client.get(person(nia)).content.decode()
    for address in (f"{person(nia)}path/", f"/en/desk/pool/{nia.person.uuid}/"):
        assert address in page
    client.force_login(kenya_registrar.account)
    page = client.get(person(nia)).content.decode()
    assert f"{person(nia)}path/" not in page  # a registrar does not open it


def test_somebody_without_seat_and_award_has_no_such_links(
    client, team, kenya_coordinator
):
    client.force_login(team.account)
    page = client.get(person(kenya_coordinator)).content.decode()
    assert "/path/" not in page
    assert f"/pool/{kenya_coordinator.person.uuid}" not in page


def test_the_own_path_shows_ones_accreditations(client, leader, nia, kenya):
    leader.pre_accredited(nia.person, kenya)
    page = text(client, nia, "/en/field/path/")
    assert "My accreditations" in page
    assert "phase: assessed mission" in page


def test_my_data_shows_and_exports_them(client, leader, nia, kenya):
    leader.accredited(nia.person, kenya)
    assert "phase: accredited" in text(client, nia, "/en/desk/my-data/")
    held = client.get("/en/desk/my-data/download/").json()["held"]
    assert held["accreditations"][0]["accredited_on"] == AT.date().isoformat()
    assert held["accreditation_papers"] == []


def test_the_page_of_a_master_trainer_shows_them_as_far_as_known(
    client, leader, nia, kenya, team, kenya_coordinator, togo_coordinator
):
    from mwalimu.qualification.operations.pool import show_fields

    leader.accredited(nia.person, kenya)
    page = f"/en/desk/pool/{nia.person.uuid}/"
    assert "phase: accredited" in text(client, team, page)
    assert "phase: accredited" in text(client, kenya_coordinator, page)
    own = {"by": nia.actor, "at": AT}
    show_fields(nia.person, audiences={"name": "members"}, **own)
    assert "Expert Trainer" not in text(client, togo_coordinator, page)
    show_fields(nia.person, audiences={"accredited": "members"}, **own)
    assert "WCO Accredited Expert: Expert Trainer" in text(
        client, togo_coordinator, page
    )
    assert "phase: accredited" not in text(client, togo_coordinator, page)


@pytest.mark.parametrize("number", [1, 3])
def test_a_record_costs_few_queries(
    client, leader, nia, kenya, team, number, advisor_type, plain_type, valuation,
    django_assert_max_num_queries,
):  # fmt: skip
    from mwalimu.qualification.operations.accreditation import Expertise

    kinds = [None, Expertise(advisor_type, valuation), Expertise(plain_type)]
    for kind in kinds[:number]:
        leader.propose(nia.person, kenya, kind)
    client.force_login(team.account)
    with django_assert_max_num_queries(12):
        client.get(person(nia))
