"""Recording and editing a training in the form."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.urls import reverse

from mwalimu.people.models import Person
from mwalimu.trainings.models import Participation, Training
from mwalimu.trainings.operations import edit_training, facts_of, record_training
from tests.cast import AT, make_person
from tests.trainings.making import named
from tests.web.desk.test_trainings_pages import text_of

NEW = "/en/desk/trainings/new/"
PLAIN = {
    "title": "Classification of machinery",
    "host": "KE",
    "starts": "2023-11-06",
    "ends": "8/11/2023",
    "mode": "in_person",
    "topics": ["HS"],
    "trainers-rows": "1",
    "trainers-0-name": "Kenya Trainer",
    "trainers-0-role": "lead",
    "counts-rows": "1",
    "counts-0-customs-F": "12",
    "counts-0-private-M": "3",
    "people-rows": "0",
}


@pytest.fixture
def registrar(client, kenya_registrar, kenya_trainer, topics):
    """The client, signed in as Kenya's registrar; Kenya has a Master Trainer."""
    client.force_login(kenya_registrar.account)
    return client


def edit_url(training):
    return reverse("desk:training_edit", args=[training.uuid])


def values(response):
    """Every value of the form, as a browser would send it."""
    page = response.content.decode()
    found = {}
    for tag in re.findall(r"<input [^>]*>", page):
        name = re.search(r' name="([^"]+)"', tag)
        value = re.search(r' value="([^"]*)"', tag)
        box = 'type="checkbox"' in tag
        if name and (not box or " checked" in tag):
            found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name, body in re.findall(
        r'<select name="([^"]+)".*?>(.*?)</select>', page, re.S
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        found[name] = [chosen[1] if chosen else ""]
    texts = re.findall(
        r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.S
    )
    found |= {name: [unescape(body.strip())] for name, body in texts}
    return found


def test_a_new_record_starts_at_home(registrar):
    form = values(registrar.get(NEW))
    assert form["host"] == ["KE"]


def test_a_training_is_recorded_with_its_head_counts(registrar, kenya):
    response = registrar.post(NEW, PLAIN)
    training = Training.objects.get()
    assert response.url == f"/en/desk/trainings/{training.uuid}/"
    assert (training.status, training.people) == ("draft", 15)
    assert (str(training.ends), training.lead_member) == ("2023-11-08", kenya)


def test_saving_and_submitting_is_one_step(registrar):
    registrar.post(NEW, PLAIN | {"act": "submit"})
    assert Training.objects.get().status == "submitted"


def test_what_cannot_be_submitted_is_saved_as_a_draft(registrar):
    data = PLAIN | {"act": "submit", "topics": []}
    page = registrar.post(NEW, data, follow=True)
    assert "saved, but not submitted: Choose at least one topic." in text_of(page)
    assert Training.objects.get().status == "draft"


def test_the_same_form_sent_twice_is_one_training(registrar):
    data = PLAIN | {"key": "0192-a-key"}
    first = registrar.post(NEW, data)
    assert registrar.post(NEW, data).url == first.url
    assert Training.objects.count() == 1


def test_a_key_that_is_no_text_is_not_kept(registrar):
    registrar.post(NEW, PLAIN | {"key": "\x00"})
    assert len(Training.objects.get().source_key) == 36


BAD = {
    "wrong date": ({"starts": "31/2/2023"}, "31/2/2023"),
    "end before start": ({"ends": "2023-11-01"}, "ends before it starts"),
    "unknown host": ({"host": "XX"}, "XX is not one of the available choices"),
    "no mode": ({"mode": ""}, "This field is required"),
    "negative count": ({"counts-0-customs-F": "-4"}, "greater than or equal to 0"),
    "absurd count": ({"counts-0-customs-F": "10001"}, "less than or equal to 10000"),
    "absurd hours": ({"hours": "100"}, "at most 72"),
    "words for hours": ({"hours": "two"}, "Enter a number"),
    "unknown trainer": ({"trainers-0-name": "Nobody"}, "Nobody whom you may name"),
    "unknown Member": (
        {"people-rows": "1", "people-0-name": "Asha", "people-0-member": "Kenja"},
        "Did you mean Kenya?",
    ),
    "a score of 101": (
        {"people-rows": "1", "people-0-name": "Asha", "people-0-post_score": "101"},
        "0 to 100",
    ),
    "much text": ({"note": "x" * 1_000_000}, "at most 5000 characters"),
    "a host elsewhere": ({"host": "TG", "trainers-rows": "0"}, "choose that host"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said_and_what_was_typed_stays(case, registrar, togo):
    changes, message = BAD[case]
    response = registrar.post(NEW, PLAIN | changes)
    assert response.status_code == 422
    page = text_of(response)
    assert message in page
    assert "What you typed is still here." in page
    assert values(response)["title"] == ["Classification of machinery"]
    assert not Training.objects.exists()


def test_more_than_the_server_takes_is_refused(registrar):
    response = registrar.post(NEW, PLAIN | {"note": "x" * 10_000_000})
    assert response.status_code in (400, 413)
    assert not Training.objects.exists()


def test_a_pasted_list_becomes_rows_and_wrong_lines_stay(registrar):
    lines = "Asha Otieno; F; customs\nPaul; X\nMary Wafula\tfemme\tprivé\tBroker Ltd"
    response = registrar.post(NEW, PLAIN | {"act": "paste", "paste": lines})
    form = values(response)
    assert form["people-0-name"] == ["Asha Otieno"]
    assert (form["people-1-sex"], form["people-1-sector"]) == (["F"], ["private"])
    assert form["paste"] == ["Paul; X"]
    assert "Line 2: “X” is no sex; write F, M, U or N" in text_of(response)
    assert not Training.objects.exists()


def test_named_people_are_recorded_at_the_hosts_member(registrar, kenya):
    paste = "Asha Otieno; F; customs\nMary Wafula; F; private; Broker Ltd"
    form = values(registrar.post(NEW, PLAIN | {"act": "paste", "paste": paste}))
    registrar.post(NEW, PLAIN | form | {"act": "save"})
    rows = Participation.objects.order_by("pk")
    assert [row.person.name for row in rows] == ["Asha Otieno", "Mary Wafula"]
    assert {row.member for row in rows} == {kenya}
    assert Person.objects.get(name="Mary Wafula").affiliations.get().organisation == (
        "Broker Ltd"
    )


def test_somebody_of_a_known_name_is_asked_about(registrar, system, kenya):
    known = make_person("Asha Otieno", system, kenya)
    known.key = "asha otieno"
    known.save()
    row = {"people-rows": "1", "people-0-name": "Otieno Asha", "people-0-sex": "F"}
    response = registrar.post(NEW, PLAIN | row)
    assert "There is a record of this name. Is it them?" in text_of(response)
    registrar.post(NEW, PLAIN | row | {"people-0-who": str(known.uuid)})
    assert Participation.objects.get().person == known
    registrar.post(NEW, PLAIN | row | {"people-0-who": "new"})
    assert Person.objects.filter(key="asha otieno").count() == 2


def test_nobody_is_named_whom_the_viewer_may_not_read(registrar, system, togo):
    stranger = make_person("Kofi Mensah", system, togo)
    row = {"people-rows": "1", "people-0-person": str(stranger.uuid)}
    registrar.post(NEW, PLAIN | row | {"people-0-name": "Kofi Mensah"})
    assert not Participation.objects.filter(person=stranger).exists()


def test_people_of_another_member_are_counted_apart(registrar, uganda):
    more = {"counts-rows": "2", "counts-1-member": "uganda", "counts-1-customs-M": "4"}
    registrar.post(NEW, PLAIN | more)
    found = Training.objects.get().head_counts.filter(member=uganda)
    assert [row.count for row in found] == [4]


def test_opening_and_saving_changes_nothing(registrar, facts, kenya, kenya_registrar):
    people = named("Asha Otieno", "Mary Wafula", member=kenya)
    by = kenya_registrar.actor
    draft = record_training(
        facts=replace(facts, participations=people), source="form", by=by, at=AT
    )
    before = facts_of(draft)
    form = values(registrar.get(edit_url(draft)))
    response = registrar.post(edit_url(draft), form | {"act": "save"})
    assert response.status_code == 302
    assert facts_of(Training.objects.get()) == before


def test_a_draft_of_very_many_names_keeps_them_all(
    registrar, facts, kenya, kenya_registrar
):
    names = [f"Asha {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(450)]
    draft = record_training(
        facts=replace(facts, participations=named(*names, member=kenya)),
        source="form",
        by=kenya_registrar.actor,
        at=AT,
    )
    form = values(registrar.get(edit_url(draft)))
    assert registrar.post(edit_url(draft), form).status_code == 302
    assert Participation.objects.count() == 450


def test_a_row_is_taken_out(registrar, facts, kenya, kenya_registrar):
    people = named("Asha Otieno", "Mary Wafula", member=kenya)
    by = kenya_registrar.actor
    draft = record_training(
        facts=replace(facts, participations=people), source="form", by=by, at=AT
    )
    form = values(registrar.get(edit_url(draft))) | {"people-0-drop": "on"}
    registrar.post(edit_url(draft), form | {"act": "save"})
    assert [row.person.name for row in Participation.objects.all()] == ["Mary Wafula"]


def test_two_who_edit_one_draft_see_the_conflict(
    registrar, draft, facts, kenya_coordinator
):
    form = values(registrar.get(edit_url(draft)))
    theirs = replace(facts, title="Theirs")
    edit_training(draft, facts=theirs, by=kenya_coordinator.actor, at=AT)
    mine = form | {"title": ["Mine"], "act": "save"}
    response = registrar.post(edit_url(draft), mine)
    assert response.status_code == 409
    assert "Title Theirs Mine" in text_of(response)
    assert Training.objects.get().title == "Theirs"
    again = values(response) | {"act": "save"}
    assert registrar.post(edit_url(draft), again).status_code == 302
    assert Training.objects.get().title == "Mine"


def test_a_verified_record_leads_back_to_its_page(registrar, counted):
    response = registrar.get(edit_url(counted), follow=True)
    assert "cannot be edited as it stands" in text_of(response)


@pytest.mark.parametrize("number", [1, 3])
def test_the_form_asks_few_questions(
    number, registrar, facts, kenya, kenya_registrar, django_assert_max_num_queries
):
    names = [f"Name {chr(65 + n)}" for n in range(number)]
    people = replace(facts, participations=named(*names, member=kenya))
    draft = record_training(
        facts=people, source="form", by=kenya_registrar.actor, at=AT
    )
    with django_assert_max_num_queries(12):
        page = registrar.get(edit_url(draft))
    assert len(page.context["editor"].blocks.people) == number + 2


def test_a_master_trainer_finds_themself_as_lead(client, kenya_trainer, kenya):
    client.force_login(kenya_trainer.account)
    form = values(client.get("/en/field/trainings/new/"))
    assert form["trainers-0-name"] == ["Kenya Trainer"]
    data = form | PLAIN | {"title": "In the field", "mode": "online", "act": "submit"}
    client.post("/en/field/trainings/new/", data | {"starts": "2023-11"})
    training = Training.objects.get()
    assert (training.title, training.status) == ("In the field", "submitted")
    assert training.trainers.get().person == kenya_trainer.person
