"""Every kind reaches exactly whom it is for, on their pages and in their mails."""

import pytest
from django.test import Client

from mwalimu.notices.engine.kinds import KINDS
from mwalimu.notices.engine.matters import Circle
from mwalimu.notices.queries.reminders import (
    everybodys_matters,
    matters_of,
    reader_of,
    reminders_of,
)
from mwalimu.notices.queries.wording import address_of, sentence
from tests.notices.conftest import NAMES, kenyans, viewer
from tests.notices.crowd import ON
from tests.trainings.making import plain, submitted

COORDINATE = {"kenya_coordinator", "kenya_deputy"}
LEAD = COORDINATE | {"head"}
REACHES = {
    "work_due": {"wg_member", "togo_wg_member"},
    "work_to_repeat": {"wg_member"},
    "answer_invitation": {"wg_member", "togo_wg_member"},
    "another_name": COORDINATE | {"togo_coordinator"},
    "names_missing": COORDINATE | {"togo_coordinator"},
    "letter_to_answer": LEAD | {"togo_coordinator"},
    "answers_missing": {"team"},
    "award_ends": {"kenya_trainer"},
    "award_to_renew": COORDINATE | {"team"},
    "below_floor": LEAD | {"kenya_registrar", "togo_coordinator", "team"},
    "training_returned": COORDINATE | {"kenya_registrar", "kenya_trainer"},
    "training_to_verify": COORDINATE | {"team"},
    "training_draft": COORDINATE | {"kenya_registrar"},
    "work_to_review": {"assessor", "second_assessor", "kenya_assessor"},
    "work_differs": {"team"},
    "work_not_reviewed": {"team"},
    "demo_to_score": {"assessor"},
    "minutes_to_sign": {"second_assessor"},
    "names_to_decide": {"team"},
    "call_to_conclude": {"team"},
    "letter_unanswered": {"team"},
    "seats_vacant": {"team"},
    "own_seats_vacant": LEAD | {"togo_coordinator"},
    "behind": {"wg_member", "togo_wg_member"},
    "people_behind": LEAD | {"togo_coordinator"},
    "cohort_behind": {"team"},
}


def said(matters):
    return sorted(sentence(matter) for matter in matters)


def circle_of(crowded):
    return Circle(reader_of(viewer(crowded[name])) for name in NAMES)


def test_the_table_has_every_kind():
    assert set(REACHES) == {kind.code for kind in KINDS}


def test_each_kind_reaches_whom_it_is_for_and_nobody_else(crowded):
    found = {kind.code: set() for kind in KINDS}
    for name in NAMES:
        for matter in matters_of(viewer(crowded[name]), ON):
            found[matter.kind].add(name)
    assert found == REACHES


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_says_what_the_page_says(crowded, name):
    everybody = everybodys_matters(circle_of(crowded), ON)
    mine = everybody.get(crowded[name].person.pk, [])
    assert said(mine) == said(matters_of(viewer(crowded[name]), ON))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_leads_to_a_page_that_opens(crowded, name):
    client = Client()
    client.force_login(crowded[name].account)
    viewed = viewer(crowded[name])
    shut = {}
    for matter in matters_of(viewed, ON):
        address = address_of(matter, field=viewed.works_in_the_field)
        status = client.get(address).status_code if address else 0
        if status != 200:
            shut[matter.kind] = (address, status)
    assert shut == {}


def test_a_coordinator_reads_nothing_of_another_member(crowded):
    texts = said(matters_of(viewer(crowded["togo_coordinator"]), ON))
    assert [text for text in texts if "Kenya" in text or "/KE" in text] == []
    assert [text for text in texts if "Togo" in text] != []


def test_an_assessor_is_not_asked_about_their_own_administration(crowded):
    def asked(name):
        matters = matters_of(viewer(crowded[name]), ON)
        return [m.uuid for m in matters if m.kind == "work_to_review"]

    assert len(asked("second_assessor")) == 2
    assert len(asked("kenya_assessor")) == 1


def test_whoever_had_a_hand_in_a_training_is_not_asked_to_verify(
    kenya, topics, kenya_trainer, kenya_coordinator, kenya_deputy
):
    facts = plain(kenya, topics["HS"], kenya_trainer.person)
    submitted(facts, kenya_coordinator.actor)

    def kinds(somebody):
        return {matter.kind for matter in matters_of(viewer(somebody), ON)}

    assert kinds(kenya_coordinator) == set()
    assert kinds(kenya_deputy) == {"training_to_verify"}


def test_no_sentence_names_a_person_or_says_a_score(crowded):
    everybody = everybodys_matters(circle_of(crowded), ON)
    texts = {sentence(each) for mine in everybody.values() for each in mine}
    named = ("Amina", "Kossi", "Candidate", "Trainer Kenya", "Otieno")
    assert [text for text in texts if any(name in text for name in named)] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_everybody_costs_as_many_queries_as_one(
    rows, crowded, cohort, kenya, system, django_assert_max_num_queries
):
    kenyans(cohort, kenya, system, rows)
    circle = circle_of(crowded)
    with django_assert_max_num_queries(10):
        everybodys_matters(circle, ON)


@pytest.mark.parametrize(
    ("name", "most"),
    [("team", 3), ("kenya_coordinator", 3), ("wg_member", 7), ("assessor", 4)],
)
def test_a_page_costs_few_queries(crowded, name, most, django_assert_max_num_queries):
    viewed = viewer(crowded[name])
    with django_assert_max_num_queries(most):
        reminders_of(viewed, ON)


def test_who_is_nobody_is_reminded_of_nothing(crowded, client):
    client.force_login(crowded["reader"].account)
    assert matters_of(viewer(crowded["reader"]), ON) == []
