"""Pages of calls and nominations: the way of a name, and who reads what of it."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mwalimu.people.models import Person
from mwalimu.programmes.models import Call, Holding, Nomination
from mwalimu.programmes.operations import (
    CallFacts,
    CriterionFacts,
    attach,
    conclude_call,
    draft_call,
    nominate,
    open_call,
    score_nomination,
    submit_nomination,
)
from tests.cast import AT, cast, make_person, seat_of

OPEN_END = date(2124, 1, 1)  # pages ask the real clock; operations of the tests AT
CALL = {
    "topic": "HS",
    "opens_on": "2124-01-01",
    "closes_on": "2124-03-01",
    "profile_en": "Five years in classification",
    "seats_KE": "2",
    "seats_TG": "0",
    "criterion_1_en": "Experience",
    "weight_1": "3",
}


def client_of(somebody):
    client = Client()
    client.force_login(somebody.account)
    return client


def page(somebody, name, **arguments):
    return client_of(somebody).get(reverse(f"desk:{name}", kwargs=arguments or None))


def send(somebody, name, form=None, **arguments):
    url = reverse(f"desk:{name}", kwargs=arguments)
    return client_of(somebody).post(url, form or {})


def pdf(name="letter.pdf", content=b"%PDF-1.7\n%%EOF\n"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def call(cohort, topics, kenya, togo, system):
    """Open, for two names of Kenya and one of Togo, for a long time."""
    facts = CallFacts(
        topic=topics["HS"],
        opens_on=date(2024, 1, 1),
        closes_on=date(2024, 12, 31),
        profiles={"en": "Five years in classification"},
        seats={kenya: 2, togo: 1},
        criteria=(CriterionFacts({"en": "Experience"}, 3),),
    )
    made = draft_call(cohort, facts=facts, by=system, at=AT)
    open_call(made, by=system, at=AT)
    Call.objects.update(closes_on=OPEN_END)
    return Call.objects.get()


def named(call, member, person, somebody):
    """Put forward by somebody."""
    by = somebody.actor
    row = nominate(
        call, member=member, person=person, motivation="Ten years", by=by, at=AT
    )
    attach(row, stream=BytesIO(b"%PDF-1.7"), name="cv.pdf", by=by, at=AT)
    return submit_nomination(row, by=by, at=AT)


@pytest.fixture
def amina(system, kenya):
    return make_person("Amina Otieno", system, kenya)


@pytest.fixture
def nomination(call, kenya, amina, kenya_coordinator):
    return named(call, kenya, amina, kenya_coordinator)


@pytest.fixture
def togo_nomination(call, togo, system, togo_coordinator):
    kofi = make_person("Kofi Mensah", system, togo)
    return named(call, togo, kofi, togo_coordinator)


def test_a_call_is_written_and_opened(team, cohort, kenya_coordinator):
    answer = send(team, "call_new", CALL, code="C-HS")
    call = Call.objects.get()
    assert answer.status_code == 302
    assert "Five years" not in page(kenya_coordinator, "nominations").text
    send(team, "call_open", uuid=call.uuid)
    assert "Five years" in page(kenya_coordinator, "nominations").text


def test_a_member_with_no_seats_is_not_asked(team, cohort, togo_coordinator):
    send(team, "call_new", CALL, code="C-HS")
    send(team, "call_open", uuid=Call.objects.get().uuid)
    assert "Five years" not in page(togo_coordinator, "nominations").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"closes_on": "2123-12-31"},
        {"closes_on": ""},
        {"topic": "CV"},
        {"profile_en": ""},
        {"seats_KE": "0"},
        {"seats_KE": "21"},
        {"seats_KE": "x"},
        {"criterion_1_en": ""},
        {"weight_1": "0"},
    ],
)
def test_a_call_that_makes_no_sense_is_not_stored(team, cohort, wrong):
    answer = send(team, "call_new", CALL | wrong, code="C-HS")
    assert answer.status_code == 422
    assert not Call.objects.exists()


def test_a_new_call_asks_for_the_vacant_seats(team, cohort, kenya):
    seat_of(cohort, kenya)
    seat_of(cohort, kenya, 2)
    form = page(team, "call_new", code="C-HS").context["form"]
    assert form["seats_KE"].value() == 2
    assert form["seats_TG"].value() == 0
    assert form["criterion_1_en"].value() == "Experience in the topic"


def test_a_coordinator_names_an_officer_of_their_own(
    call, amina, kenya_coordinator, team
):
    form = {"name": "Amina", "motivation": "Ten years in classification"}
    answer = send(
        kenya_coordinator, "nomination_new", form, uuid=call.uuid, member="KE"
    )
    row = Nomination.objects.get()
    assert answer.headers["Location"].endswith(f"{row.uuid}/")
    assert page(team, "nomination", uuid=row.uuid).status_code == 404
    send(kenya_coordinator, "nomination_attach", {"file": pdf()}, uuid=row.uuid)
    send(kenya_coordinator, "nomination_submit", uuid=row.uuid)
    assert "Ten years in classification" in page(team, "nomination", uuid=row.uuid).text


def test_an_officer_is_recorded_with_the_nomination(call, kenya_coordinator, kenya):
    form = {"name": "Grace Wanjiru", "new": "on", "sex": "F", "motivation": "Good"}
    send(kenya_coordinator, "nomination_new", form, uuid=call.uuid, member="KE")
    person = Person.objects.get(name="Grace Wanjiru")
    assert person.affiliations.get().member == kenya


def test_nobody_names_for_another_member(call, kenya_coordinator):
    form = {"name": "X Y", "new": "on", "motivation": "Good"}
    answer = send(
        kenya_coordinator, "nomination_new", form, uuid=call.uuid, member="TG"
    )
    assert answer.status_code == 403
    assert not Nomination.objects.exists()


def test_a_name_that_nobody_has_is_said_at_its_field(call, kenya_coordinator):
    form = {"name": "Nobody", "motivation": "Kept words"}
    answer = send(
        kenya_coordinator, "nomination_new", form, uuid=call.uuid, member="KE"
    )
    assert answer.status_code == 422
    assert "Kept words" in answer.text


@pytest.mark.parametrize(
    "file",
    [
        pdf("letter.exe"),
        pdf("letter.exe.pdf"),
        pdf("letter.pdf", b"MZ a program"),
        pdf("letter.pdf", b""),
    ],
)
def test_a_wrong_file_is_refused(call, kenya, amina, kenya_coordinator, file):
    row = nominate(
        call,
        member=kenya,
        person=amina,
        motivation="",
        by=kenya_coordinator.actor,
        at=AT,
    )
    answer = send(kenya_coordinator, "nomination_attach", {"file": file}, uuid=row.uuid)
    assert answer.status_code == 422
    assert not row.files.exists()


def test_a_file_is_read_by_those_who_read_the_nomination(
    nomination, team, kenya_coordinator, togo_coordinator
):
    uuid = nomination.files.get().uuid
    for somebody in (team, kenya_coordinator):
        answer = page(somebody, "nomination_file", uuid=uuid)
        assert answer.headers["Content-Disposition"] == 'attachment; filename="cv.pdf"'
    assert page(togo_coordinator, "nomination_file", uuid=uuid).status_code == 404


def test_an_administration_sees_no_name_of_another(
    nomination, togo_nomination, kenya_coordinator
):
    text = page(kenya_coordinator, "nominations").text
    assert "Amina Otieno" in text
    assert "Kofi Mensah" not in text
    answer = page(kenya_coordinator, "nomination", uuid=togo_nomination.uuid)
    assert answer.status_code == 404


def test_scores_reach_the_team_and_no_one_else(nomination, team, kenya_coordinator):
    send(team, "nomination_score", {"score_1": "4"}, uuid=nomination.uuid)
    assert "80%" in page(team, "call", uuid=nomination.call.uuid).text
    for name, arguments in (
        ("nominations", {}),
        ("nomination", {"uuid": nomination.uuid}),
    ):
        text = page(kenya_coordinator, name, **arguments).text
        assert "Scores" not in text
        assert "80%" not in text


def test_the_download_of_a_nominee_holds_no_score(call, kenya, system, team):
    nominee = cast("Kenya Nominee", system, kenya)
    row = nominate(
        call, member=kenya, person=nominee.person, motivation="x", by=system, at=AT
    )
    attach(row, stream=BytesIO(b"%PDF-1.7"), name="cv.pdf", by=system, at=AT)
    submit_nomination(row, by=system, at=AT)
    (line,) = call.criteria.all()
    score_nomination(row, scores={line: 4}, by=team.actor, at=AT)
    held = page(nominee, "my_data_download").json()["held"]
    assert held["nominations"][0]["scored_by"] == 1
    assert "score" not in str(held["nominations"]).replace("scored_by", "")


@pytest.mark.parametrize("score", ["", "-1", "6", "four"])
def test_a_wrong_score_is_said_at_its_field(nomination, team, score):
    answer = send(team, "nomination_score", {"score_1": score}, uuid=nomination.uuid)
    assert answer.status_code == 422
    assert not nomination.scores.exists()


def test_others_are_shown_once_the_own_scores_are_in(nomination, team, system):
    other = cast("Second Scorer", system, None, "project_team")
    send(team, "nomination_score", {"score_1": "5"}, uuid=nomination.uuid)
    assert "100%" not in page(other, "call", uuid=nomination.call.uuid).text
    send(other, "nomination_score", {"score_1": "0"}, uuid=nomination.uuid)
    text = page(other, "nomination", uuid=nomination.uuid).text
    assert "far apart" in text
    assert "0% to 100%" in text


def test_an_accepted_officer_holds_a_seat(nomination, team, kenya):
    seat = seat_of(nomination.call.cohort, kenya)
    form = {"since": "2024-04-01", "seat": str(seat.uuid)}
    answer = send(team, "nomination_accept", form, uuid=nomination.uuid)
    assert answer.status_code == 302
    assert Holding.objects.get(seat=seat).person == nomination.person


def test_a_seat_that_is_held_is_refused_and_said(nomination, team, wg_member, kenya):
    seat = seat_of(nomination.call.cohort, kenya)
    form = {"since": "2024-04-01", "seat": str(seat.uuid)}
    answer = send(team, "nomination_accept", form, uuid=nomination.uuid)
    assert answer.status_code == 422
    assert Holding.objects.count() == 1


def test_the_request_for_another_name_is_courteous_and_reaches_the_administration(
    nomination, team, kenya_coordinator
):
    form = page(team, "nomination_another", uuid=nomination.uuid).context["form"]
    words = form["text"].value()
    assert "Amina" not in words
    assert "score" not in words.lower()
    sent = {"language": "en", "text": words, "answer_by": "2123-12-01"}
    send(team, "nomination_another", sent, uuid=nomination.uuid)
    text = page(kenya_coordinator, "nomination", uuid=nomination.uuid).text
    assert "We thank your administration" in text


def test_an_administration_that_works_in_french_is_asked_in_french(
    togo_nomination, togo, team
):
    togo.languages = ["fr"]
    togo.save()
    form = page(team, "nomination_another", uuid=togo_nomination.uuid).context["form"]
    assert form["text"].value().startswith("Nous remercions")


def test_the_team_enters_what_a_letter_says(call, team, kenya_coordinator):
    form = {"name": "Grace Wanjiru", "new": "on", "motivation": "As the letter says"}
    send(team, "nomination_new", form, uuid=call.uuid, member="KE")
    row = Nomination.objects.get()
    send(team, "nomination_submit", uuid=row.uuid)
    row.refresh_from_db()
    assert (row.state, row.on_behalf) == ("draft", True)
    text = page(kenya_coordinator, "nomination", uuid=row.uuid).text
    assert "on behalf of the administration" in text


def test_a_late_name_waits_until_the_team_reopens(
    call, kenya, amina, kenya_coordinator, team
):
    row = nominate(
        call,
        member=kenya,
        person=amina,
        motivation="x",
        by=kenya_coordinator.actor,
        at=AT,
    )
    Call.objects.update(closes_on=date(2024, 1, 31))
    send(kenya_coordinator, "nomination_submit", uuid=row.uuid)
    row.refresh_from_db()
    assert row.state == "draft"
    call.invited.filter(member=kenya).update(reopened_until=OPEN_END)
    send(kenya_coordinator, "nomination_submit", uuid=row.uuid)
    row.refresh_from_db()
    assert (row.state, row.late) == ("submitted", True)


def test_names_that_were_not_taken_are_no_longer_shown_to_the_team(
    nomination, call, team, kenya_coordinator
):
    Nomination.objects.update(state="another")
    conclude_call(call, by=team.actor, at=AT)
    assert "Amina Otieno" not in page(team, "call", uuid=call.uuid).text
    assert page(team, "nomination", uuid=nomination.uuid).status_code == 404
    assert page(team, "person", uuid=nomination.person.uuid).status_code == 404
    text = page(kenya_coordinator, "nomination", uuid=nomination.uuid).text
    assert "Amina Otieno" in text


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_for_any_number_of_names(
    number, call, kenya, system, kenya_coordinator, team, django_assert_max_num_queries
):
    for n in range(number):
        person = make_person(f"Officer {n}", system, kenya)
        named(call, kenya, person, kenya_coordinator)
    asked = (
        (team, "calls", {"code": "C-HS"}),
        (team, "call", {"uuid": call.uuid}),
        (kenya_coordinator, "nominations", None),
    )
    for somebody, name, arguments in asked:
        client = client_of(somebody)
        with django_assert_max_num_queries(12):
            client.get(reverse(f"desk:{name}", kwargs=arguments))
