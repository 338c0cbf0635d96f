"""Lists of up to 2,000 names in the form: a line each, and what is wrong in full."""

from dataclasses import replace
from gzip import compress

import pytest

from mwalimu.people.models import Person
from mwalimu.trainings.models import Participation, Training
from mwalimu.trainings.operations import NewPerson, facts_of, record_training
from mwalimu.web.kit.trainings.compact import OPEN
from tests.cast import AT, make_person
from tests.trainings.making import named
from tests.web.desk.test_training_form import (
    NEW,
    PLAIN,
    edit_url,
    registrar,
    values,
)
from tests.web.desk.test_trainings_pages import text_of

__all__ = ["registrar"]
LETTERS = "abcdefghijklmnopqrst"
NAMES = [
    f"{first} {a}{b}{b} Otieno"
    for first in ("Asha", "Mary", "Paul", "John", "Grace")
    for a in LETTERS
    for b in LETTERS
]


def listed(names, behind="; F; customs"):
    return "\n".join(f"{name}{behind}" for name in names)


def pasted(registrar, lines):
    """The page after these lines were pasted."""
    return registrar.post(NEW, PLAIN | {"act": "paste", "paste": lines})


def test_two_thousand_names_are_recorded_in_two_steps(registrar, kenya):
    form = values(pasted(registrar, listed(NAMES)))
    assert registrar.post(NEW, PLAIN | form | {"act": "save"}).status_code == 302
    assert [row.person.name for row in Participation.objects.order_by("pk")] == NAMES
    assert set(Participation.objects.values_list("sex", "sector", "member")) == {
        ("F", "customs", kenya.pk)
    }


def test_one_more_is_told_by_its_line(registrar):
    page = pasted(registrar, listed([*NAMES, "Ruth Akello"]))
    assert "Line 2001: the form holds at most 2000 names" in text_of(page)
    assert values(page)["paste"] == ["Ruth Akello; F; customs"]


def test_a_page_of_two_thousand_names_is_no_heavy_page(registrar):
    page = pasted(registrar, listed(NAMES))
    assert len(compress(page.content)) < 60_000


@pytest.mark.parametrize("number", [30, 300])
def test_many_names_cost_no_more_queries(
    number, registrar, django_assert_max_num_queries
):
    form = values(pasted(registrar, listed(NAMES[:number])))
    with django_assert_max_num_queries(12):
        pasted(registrar, listed(NAMES[:number]))
    with django_assert_max_num_queries(60):  # 500 rows go in with one query
        registrar.post(NEW, PLAIN | form | {"act": "save"})
    assert Participation.objects.count() == number


@pytest.fixture
def draft(facts, kenya, uganda, kenya_registrar):
    """A draft with 60 people; the last has all that a row may hold."""
    people = list(named(*NAMES[:59], member=kenya))
    people.append(
        replace(
            people[0],
            person=NewPerson("Zoé “Zo” O'Neill"),
            member=uganda,
            days=2,
            pre_score=40,
            post_score=80.5,
            certificate=True,
        )
    )
    full = replace(facts, participations=people)
    return record_training(facts=full, source="form", by=kenya_registrar.actor, at=AT)


def test_opening_and_saving_a_long_list_changes_nothing(registrar, draft):
    before = facts_of(draft)
    form = values(registrar.get(edit_url(draft)))
    assert len([name for name in form if name.endswith("-name")]) == OPEN + 2 + 3
    registrar.post(edit_url(draft), form | {"act": "save"})
    assert facts_of(Training.objects.get()) == before


def test_a_line_is_opened_to_be_changed(registrar, draft):
    form = values(registrar.get(edit_url(draft)))
    page = registrar.post(edit_url(draft), form | {"act": "open-59"})
    opened = values(page)
    assert opened["people-59-post_score"] == ["80.50"]
    changed = opened | {"people-59-post_score": "90", "act": "save"}
    registrar.post(edit_url(draft), changed)
    last = Participation.objects.order_by("pk").last()
    assert (last.person.name, last.post_score) == ("Zoé “Zo” O'Neill", 90)
    assert Person.objects.count() == 60 + 2  # nobody was recorded twice


def test_a_line_is_taken_out(registrar, draft):
    form = values(registrar.get(edit_url(draft))) | {"people-40-drop": "on"}
    registrar.post(edit_url(draft), form | {"act": "save"})
    assert Participation.objects.count() == 59
    assert not Participation.objects.filter(person__name=NAMES[40]).exists()


def test_a_known_name_in_a_line_is_asked_about_by_its_number(registrar, system, kenya):
    known = make_person(NAMES[25], system, kenya)
    form = values(pasted(registrar, listed(NAMES[:40])))
    page = registrar.post(NEW, PLAIN | form | {"act": "save"})
    assert page.status_code == 422
    assert f"Person 26, {NAMES[25]}: Who is it?" in text_of(page)
    answer = values(page) | {"people-25-who": str(known.uuid), "act": "save"}
    assert registrar.post(NEW, PLAIN | answer).status_code == 302
    assert Participation.objects.filter(person=known).count() == 1
    assert Participation.objects.count() == 40


WRONG = {
    "no sex": ("\tAsha Otieno\tX", "Sex"),
    "a long name": (f"\t{'A' * 300}\tF", "Name"),
    "no Member": ("\tAsha Otieno\tF\tcustoms\tKenja", "Did you mean Kenya?"),
    "no number": ("\tAsha Otieno\tF\tcustoms\t\t\tmany", "Enter a number"),
    "no record": ("nonsense\tAsha Otieno\tF", "Enter a valid UUID"),
    "a control character": ("\tAsha\x1b[2J Otieno\tF", "at least one letter"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_line_that_is_not_right_is_opened_and_said(case, registrar):
    line, message = WRONG[case]
    data = PLAIN | {"people-rows": "1", "people-0": line, "act": "save"}
    page = registrar.post(NEW, data)
    assert page.status_code == 422
    assert message in text_of(page)
    assert not Training.objects.exists()


def test_a_line_names_nobody_whom_the_viewer_may_not_read(registrar, system, togo):
    stranger = make_person("Kofi Mensah", system, togo)
    line = f"{stranger.uuid}\tKofi Mensah\tM\tcustoms"
    registrar.post(NEW, PLAIN | {"people-rows": "1", "people-0": line})
    assert Participation.objects.count() == 1
    assert not Participation.objects.filter(person=stranger).exists()


def test_what_the_operation_refuses_is_said_at_the_line(registrar):
    form = values(pasted(registrar, listed(NAMES[:30])))
    line = form["people-25"][0].replace("customs", "customs\t\t\t9", 1)
    page = registrar.post(NEW, PLAIN | form | {"people-25": line, "act": "save"})
    assert page.status_code == 422
    assert f"Person 26, {NAMES[25]}: Days" in text_of(page)
