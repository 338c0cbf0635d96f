"""My path: done, missed, next and by when, one sentence each."""

from datetime import date

import pytest

from mwalimu.programmes.models import Holding
from tests.qualification.making import ask, attend, hand_in, held
from tests.web.board.test_board import plain, text

PATH = "/en/field/path/"


@pytest.fixture
def ahead(asks, cohort, system):
    """A1 is due in 2123."""
    return ask(cohort, "A1", system, due=date(2123, 6, 30))


def test_i_see_what_is_done_missed_and_next(client, seen, ahead, wg_member):
    page = text(client, wg_member, PATH)
    assert "1 of 3 done" in page
    assert "A1: hand it in by 30 June 2123." in page
    assert "WG1: attended 100% of the days; 80% are asked." in page
    assert "in your time zone, Africa/Nairobi" in page


def test_what_i_missed_says_since_when(client, seen, togo_wg_member):
    page = text(client, togo_wg_member, PATH)
    assert "Missed ATT asked ! missed WG1: attended only 20% of the days" in page


def test_work_that_waits_for_its_review_says_so(
    client, ahead, cohort, wg_member, system
):
    hand_in(ahead, wg_member.person, system)
    assert "A1: handed in, waits for its review." in text(client, wg_member, PATH)


def test_a_late_day_is_told_beside_the_day_it_is_due(
    client, asks, cohort, wg_member, system
):
    ask(cohort, "A1", system, due=date(2123, 6, 30), late_until=date(2123, 7, 31))
    page = text(client, wg_member, PATH)
    assert "A1: hand it in by 31 July 2123. By 30 June 2123" in page


def test_a_working_group_to_come_says_its_last_day(client, asks, cohort, wg_member):
    held(cohort, "WG1", first=date(2123, 3, 15))
    page = text(client, wg_member, PATH)
    assert "WG1: to be attended; its last day is 19 March 2123." in page


def test_i_see_nobody_elses_path(client, seen, wg_member):
    page = text(client, wg_member, PATH)
    assert "Togo" not in page
    assert "20%" not in page


def test_a_seat_that_i_left_stays_on_my_path(client, seen, wg_member, kenya_trainer):
    Holding.objects.filter(person=wg_member.person).update(
        person=kenya_trainer.person, until=date(2023, 5, 1), ended="completed"
    )
    assert "Cohort HS" in text(client, kenya_trainer, PATH)


def test_a_master_trainer_without_a_seat_is_told_so(client, kenya_trainer):
    assert "You hold no seat in a cohort" in text(client, kenya_trainer, PATH)


def test_my_step_says_why(client, seen, wg_member):
    page = text(client, wg_member, f"{PATH}C-HS/why/ATT/")
    assert "WG1: attended 100% of the days; 80% are asked." in page
    assert "session, WG1" in page


def test_the_coordinator_reads_the_same_path(
    client, seen, ahead, wg_member, kenya_coordinator
):
    address = f"/en/desk/people/{wg_member.person.uuid}/path/"
    page = text(client, kenya_coordinator, address)
    assert "A1: hand it in by 30 June 2123." in page
    assert "in your time zone" not in page


def test_in_french_the_path_speaks_french(client, seen, togo_wg_member):
    client.force_login(togo_wg_member.account)
    page = plain(client.get("/fr/field/path/").content.decode())
    assert "20" in page
    assert "attended" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_path_costs_few_queries(
    number, client, asks, cohort, wg_member, system, django_assert_max_num_queries
):
    for _ in range(number):
        attend(held(cohort, "WG1", first=date(2023, 3, 13)), wg_member.person, system)
    client.force_login(wg_member.account)
    with django_assert_max_num_queries(12):
        client.get(PATH)
