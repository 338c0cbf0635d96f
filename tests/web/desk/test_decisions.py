"""Deciding on many at once, what a decision stood on, and the page of an award."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from mwalimu.qualification.models import Award, Decision, WaiverRow
from mwalimu.qualification.operations import (
    award,
    end_award,
    revoke_award,
    suspend_award,
)
from tests.cast import AT, hold, make_person, seat_of
from tests.qualification.making import attend, held, panel


def url(name, **arguments):
    return reverse(f"desk:{name}", kwargs=arguments)


@pytest.fixture
def as_team(client, team):
    client.force_login(team.account)
    return client


@pytest.fixture
def here(cohort, followed):
    return url("decisions", code=cohort.code)


@pytest.fixture
def ready(cohort, wg_member, topics, system):
    """Kenya's WG member has shown everything that is asked."""
    session = held(cohort, "WG1", first=date(2023, 5, 1))
    attend(session, wg_member.person, system)
    panel(session, wg_member.person, topics["HS"], system, (4, 3, 5))
    return wg_member.person


def ticking(*people, outcome="award", reason=""):
    return {
        "pick": [f"{person.uuid}.HS" for person in people],
        "outcome": outcome,
        "valid_from": "2024-03-01",
        "reason": reason,
    }


def test_the_page_says_who_is_supported_and_what_others_lack(
    as_team, here, ready, togo_wg_member
):
    page = as_team.get(here).content.decode()
    yes, no = page.split('id="no"')
    assert "Kenya Candidate" in yes
    assert "Togo Candidate" in no
    assert "3 things are missing" in no  # a stage and two criteria


def test_many_are_decided_at_once(as_team, here, ready, togo_wg_member):
    sent = ticking(ready, togo_wg_member.person, reason="Panel of 1 March")
    page = as_team.post(here, sent, follow=True).content.decode()
    assert "2 people were decided on." in page
    assert Award.objects.count() == 2
    assert page.count("MT-HS-20") == 2


def test_an_override_without_a_reason_is_refused_and_the_ticks_stay(
    as_team, here, ready, togo_wg_member
):
    answer = as_team.post(here, ticking(ready, togo_wg_member.person))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "does not support an award to Togo Candidate" in page
    assert page.count(" checked>") >= 2
    assert not Decision.objects.exists()


def test_nobody_ticked_is_said(as_team, here, ready):
    answer = as_team.post(here, ticking())
    assert answer.status_code == 422
    assert "Tick at least one person." in answer.content.decode()


def test_somebody_of_another_cohort_cannot_be_slipped_in(
    as_team, here, ready, system, kenya
):
    stranger = make_person("Passer By", system, kenya)
    answer = as_team.post(here, ticking(stranger, reason="Why not"))
    assert answer.status_code == 422
    assert not Award.objects.exists()


def test_ones_own_name_cannot_be_ticked(as_team, here, team, cohort, kenya, system):
    hold(seat_of(cohort, kenya, 2), team.person, system)
    page = as_team.get(here).content.decode()
    assert f'id="p-{team.person.uuid}.HS" disabled' in page
    answer = as_team.post(here, ticking(team.person, reason="Me"))
    assert "Nobody decides on themselves" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_for_three(
    as_team, here, cohort, kenya, system, number, django_assert_max_num_queries
):
    for place in range(1, number + 1):
        person = make_person(f"Person {place}", system, kenya)
        hold(seat_of(cohort, kenya, place), person, system)
    with django_assert_max_num_queries(12):
        as_team.get(here)


def test_a_decision_shows_the_verdicts_of_that_day(as_team, here, ready, cohort):
    as_team.post(here, ticking(ready))
    made = Decision.objects.get()
    page = as_team.get(url("decision", uuid=made.uuid)).content.decode()
    assert page.count("Attend at least 80%") == 1
    assert made.evidence_hash in page
    assert "does not match its seal" not in page


def test_evidence_that_was_changed_by_hand_shows(as_team, here, ready):
    as_team.post(here, ticking(ready))
    made = Decision.objects.get()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE qualification_decision SET evidence_hash = %s", ["0" * 64]
        )
    page = as_team.get(url("decision", uuid=made.uuid)).content.decode()
    assert "does not match its seal" in page


def test_a_person_reads_the_decision_on_themselves_and_no_other(
    client, as_team, here, ready, wg_member, togo_wg_member
):
    as_team.post(here, ticking(ready))
    made = Decision.objects.get()
    client.force_login(wg_member.account)
    assert client.get(url("decision", uuid=made.uuid)).status_code == 200
    client.force_login(togo_wg_member.account)
    assert client.get(url("decision", uuid=made.uuid)).status_code == 404


def test_a_waiver_is_given_and_withdrawn_on_the_page(
    as_team, cohort, followed, wg_member
):
    page = url("waivers", code=cohort.code)
    sent = {"person": str(wg_member.person.uuid), "requirement": "WG1"}
    assert as_team.post(page, sent).status_code == 422
    as_team.post(page, {**sent, "reason": "Was the expert there"})
    row = WaiverRow.objects.get()
    assert "Was the expert there" in as_team.get(page).content.decode()
    as_team.post(
        url("waiver_withdraw", code=cohort.code, uuid=row.uuid), {"reason": "Error"}
    )
    row.refresh_from_db()
    assert row.withdrawn_reason == "Error"


@pytest.fixture
def given(team, kenya_trainer, topics, kenya):
    """Kenya's Master Trainer holds an award in valuation, with its history."""
    return award(
        person=kenya_trainer.person,
        topic=topics["CV"],
        member=kenya,
        valid_from=date(2020, 1, 1),
        by=team.actor,
        at=AT,
    )


def seen_by(client, somebody, row):
    client.force_login(somebody.account)
    return client.get(url("award", uuid=row.uuid))


def test_a_revoked_award_is_no_longer_valid_to_its_administration(
    client, given, team, kenya_trainer, kenya_coordinator, togo_coordinator
):
    revoke_award(
        given, ended_on=date(2023, 1, 1), reason="Forged work", by=team.actor, at=AT
    )
    inside = [seen_by(client, who, given) for who in (team, kenya_trainer)]
    assert all("revoked" in page.content.decode() for page in inside)
    assert all("Forged work" in page.content.decode() for page in inside)
    outside = seen_by(client, kenya_coordinator, given).content.decode()
    assert "no longer valid" in outside
    assert "revoked" not in outside
    assert "Forged work" not in outside
    assert seen_by(client, togo_coordinator, given).status_code == 404


def test_a_suspended_award_says_so_without_why_to_its_administration(
    client, given, team, head
):
    suspend_award(given, since=date(2023, 1, 1), reason="Enquiry", by=team.actor, at=AT)
    outside = seen_by(client, head, given).content.decode()
    assert "not valid at present" in outside
    assert "Enquiry" not in outside
    assert "Enquiry" in seen_by(client, team, given).content.decode()


def test_the_page_of_a_person_shows_an_ended_award_in_the_same_words(
    client, given, team, kenya_coordinator
):
    end_award(given, ended_on=date(2023, 1, 1), reason="Moved", by=team.actor, at=AT)
    client.force_login(kenya_coordinator.account)
    page = client.get(url("person", uuid=given.person.uuid)).content.decode()
    assert url("award", uuid=given.uuid) in page
    assert "no longer valid" in page
    assert "Moved" not in page


def test_an_award_is_suspended_and_resumed_on_its_page(as_team, given):
    as_team.post(
        url("award_suspend", uuid=given.uuid),
        {"since": "2023-01-01", "reason": "Enquiry"},
    )
    page = as_team.get(url("award", uuid=given.uuid)).content.decode()
    assert "Resume" in page
    refused = as_team.post(
        url("award_resume", uuid=given.uuid), {"on": "2023-01-01", "reason": "Fine"}
    )
    assert refused.status_code == 422
    as_team.post(
        url("award_resume", uuid=given.uuid), {"on": "2023-02-01", "reason": "Fine"}
    )
    kinds = given.events.values_list("kind", flat=True)
    assert list(kinds) == ["awarded", "suspended", "resumed"]


def test_nobody_finds_a_way_to_change_their_own_award(
    client, team, topics, kenya, system
):
    own = Award.objects.create(
        person=team.person,
        topic=topics["HS"],
        member=kenya,
        valid_from=date(2020, 1, 1),
        decided_at=AT,
        decided_by=system,
    )
    page = seen_by(client, team, own).content.decode()
    assert url("award_suspend", uuid=own.uuid) not in page
