"""The list and the page of a training, as each role sees them."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.operations import (
    CountEntry,
    TrainerEntry,
    record_training,
    return_training,
    start_correction,
)
from tests.cast import AT
from tests.trainings.making import counts, named, submitted, verified


def text_of(response):
    """What a reader reads of a page: its text, in one line."""
    parts = []
    parser = HTMLParser()
    parser.handle_data = parts.append
    parser.feed(response.content.decode())
    return " ".join(" ".join(parts).split())


@pytest.fixture
def as_(client):
    """The client, signed in as somebody of the cast."""

    def sign_in(somebody):
        client.force_login(somebody.account)
        return client

    return sign_in


@pytest.fixture
def three(facts, system, team):
    """Three verified trainings: machinery, textiles, origin."""
    titles = ("Machinery", "Textiles", "Origin")
    return [verified(replace(facts, title=t), system, team.actor) for t in titles]


LIST = "/en/desk/trainings/"


def test_an_empty_list_says_what_to_do_next(as_, kenya_registrar):
    page = text_of(as_(kenya_registrar).get(LIST))
    assert "No training is recorded yet" in page
    assert page.count("Record a training") >= 2


def test_a_reader_is_not_offered_to_record(as_, reader):
    assert "Record a training" not in text_of(as_(reader).get(LIST))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Machinery", "Origin", "Textiles"]),
        ("q=textil", ["Textiles"]),
        ("q=nairobi+origin", ["Origin"]),
        ("q=Textilles", ["Textiles"]),
        ("q=kenya", ["Machinery", "Origin", "Textiles"]),
        ("q=xqzwv", []),
        ("year=2023&host=KE&topic=HS", ["Machinery", "Origin", "Textiles"]),
        ("topic=CV", []),
        ("year=1999", []),
        ("status=draft", []),
        ("host=XX", ["Machinery", "Origin", "Textiles"]),
    ],
)
def test_filters_and_words_narrow_the_list(query, titles, as_, kenya_registrar, three):
    page = as_(kenya_registrar).get(f"{LIST}?{query}").context["page"]
    assert sorted(row.title for row in page.rows) == titles
    assert page.total.number == len(titles)


def test_a_filter_that_is_wrong_says_so(as_, kenya_registrar, three):
    page = text_of(as_(kenya_registrar).get(f"{LIST}?year=12"))
    assert "greater than or equal to 1990" in page


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("title", ["Machinery", "Origin", "Textiles"]),
        ("-title", ["Textiles", "Origin", "Machinery"]),
        ("password", ["Origin", "Textiles", "Machinery"]),
        ("-starts", ["Origin", "Textiles", "Machinery"]),
        ("starts", ["Machinery", "Textiles", "Origin"]),
    ],
)
def test_only_named_columns_sort(sort, titles, as_, kenya_registrar, three):
    response = as_(kenya_registrar).get(f"{LIST}?sort={sort}")
    assert [row.title for row in response.context["page"].rows] == titles


def test_the_sorted_column_says_so(as_, kenya_registrar, three):
    page = as_(kenya_registrar).get(f"{LIST}?sort=-title&q=nairobi").content.decode()
    assert page.count('aria-sort="descending"') == 1
    assert "?sort=title&amp;q=nairobi" in page or "q=nairobi&amp;sort=title" in page


def test_a_list_is_paged(as_, kenya_registrar, three, monkeypatch):
    from mwalimu.web.kit.trainings.listing import TrainingList

    monkeypatch.setattr(TrainingList, "per_page", 2)
    client = as_(kenya_registrar)
    first = client.get(LIST).context["page"]
    second = client.get(first.next_url).context["page"]
    assert [len(first.rows), len(second.rows)] == [2, 1]
    assert (first.total.number, second.total.number) == (3, 3)
    assert (second.previous_url, second.next_url) == (LIST, "")
    assert {row.pk for row in first.rows}.isdisjoint(row.pk for row in second.rows)


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "99999999", "9" * 5000])
def test_a_page_that_is_none_is_answered(page, as_, kenya_registrar, three):
    assert as_(kenya_registrar).get(f"{LIST}?page={page}").status_code == 200


def test_htmx_gets_the_list_alone(as_, kenya_registrar, three):
    client = as_(kenya_registrar)
    part = client.get(LIST, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="list"')
    assert "<html" not in part


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("query", ["", "?q=nairobi&topic=HS&host=KE&status=verified"])
def test_the_list_asks_few_questions(
    number, query, as_, kenya_registrar, three, django_assert_max_num_queries
):
    Training.objects.filter(pk__in=[row.pk for row in three[number:]]).update(
        latest=False
    )
    client = as_(kenya_registrar)
    with django_assert_max_num_queries(12):
        response = client.get(LIST + query)
    assert len(response.context["page"].rows) == number


def test_a_long_list_of_frequent_words_asks_few_questions(
    as_, team, three, monkeypatch, django_assert_max_num_queries
):
    from mwalimu.shared import search
    from mwalimu.trainings import queries
    from mwalimu.web.kit.trainings.listing import TrainingList

    monkeypatch.setattr(search, "FEW", 0)
    monkeypatch.setattr(queries, "FEW", 0)
    monkeypatch.setattr(TrainingList, "per_page", 2)
    client = as_(team)
    with django_assert_max_num_queries(12):
        page = client.get(f"{LIST}?q=kenia&topic=HS&year=2023").context["page"]
    assert (len(page.rows), page.total.number) == (2, 3)


# The page of a training


def page_of(client, training):
    return client.get(reverse("desk:training", args=[training.uuid]))


NEXT = {
    ("draft", "kenya_registrar"): "submit",
    ("draft", "team"): "",
    ("waiting", "kenya_registrar"): "",
    ("waiting", "kenya_coordinator"): "verify",
    ("waiting", "team"): "verify",
    ("waiting", "reader"): "",
    ("counted", "kenya_registrar"): "correct",
    ("counted", "head"): "",
    ("counted", "reader"): "",
}


@pytest.mark.parametrize(("state", "who"), NEXT)
def test_a_page_offers_one_next_action(state, who, as_, request):
    training = request.getfixturevalue(state)
    response = page_of(as_(request.getfixturevalue(who)), training)
    assert response.context["main"] == NEXT[state, who]
    assert response.content.decode().count("primary") <= 1


def test_people_stand_by_sector_and_sex(as_, team, facts, kenya, uganda, system):
    rows = (*counts(12, 8, 3, member=kenya), CountEntry("customs", "N", 2, uganda))
    training = verified(replace(facts, head_counts=rows), system, team.actor)
    page = text_of(page_of(as_(team), training))
    assert "25 people took part" in page
    assert "Customs 12 8 2 22" in page
    assert "private sector 3 0 0 3" in page
    assert "Uganda Sector not recorded together Customs 2 2" in page


def test_names_are_read_by_their_administration_only(
    client, facts, kenya, uganda, system, team, kenya_coordinator, uganda_coordinator
):
    people = named("Asha Otieno", member=kenya) + named("Ruth Akello", member=uganda)
    training = verified(replace(facts, participations=people), system, team.actor)
    read = {}
    for who in (team, kenya_coordinator, uganda_coordinator):
        client.force_login(who.account)
        page = text_of(page_of(client, training))
        read[who.person.name] = [n for n in ("Asha", "Ruth") if n in page]
    assert read == {
        "Project Team": [],
        "Kenya Coordinator": ["Asha"],
        "Uganda Coordinator": ["Ruth"],
    }


def test_the_team_reads_who_is_a_master_trainer_and_no_other_trainer(
    as_, team, facts, uganda_trainer, system
):
    rows = (*facts.trainers, TrainerEntry(uganda_trainer, "assistant"))
    training = verified(replace(facts, trainers=rows), system, team.actor)
    page = text_of(page_of(as_(team), training))
    assert "Kenya Trainer" in page
    assert "Uganda Trainer" not in page
    assert "name not shown" in page


def test_a_reader_reads_no_name_in_the_history(as_, reader, counted):
    page = text_of(page_of(as_(reader), counted))
    assert "Verified" in page
    assert "Kenya Coordinator" not in page


def test_a_returned_record_shows_the_reason(
    as_, waiting, kenya_coordinator, kenya_registrar
):
    return_training(
        waiting, reason="Which day was it?", by=kenya_coordinator.actor, at=AT
    )
    page = text_of(page_of(as_(kenya_registrar), waiting))
    assert "Which day was it?" in page


def test_what_others_wrote_is_shown_as_text(as_, team, facts, system):
    bad = replace(facts, title="<script>alert(1)</script>", note="<b>x</b>")
    training = verified(bad, system, team.actor)
    page = page_of(as_(team), training).content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_few_questions(
    number, as_, facts, kenya, uganda, kenya_registrar, django_assert_max_num_queries
):
    names = [f"Name {chr(65 + n)}" for n in range(number)]
    people = named(*names, member=uganda)
    training = submitted(replace(facts, participations=people), kenya_registrar.actor)
    client = as_(kenya_registrar)
    with django_assert_max_num_queries(12):
        page = page_of(client, training)
    assert len(page.context["names"]) == number


# What is done to a record


def do(client, training, step, **data):
    address = reverse(f"desk:training_{step}", args=[training.uuid])
    return client.post(address, {"revision": training.revision, **data})


def test_the_coordinator_verifies_on_the_page(as_, waiting, kenya_coordinator):
    response = do(as_(kenya_coordinator), waiting, "verify")
    assert response.status_code == 302
    assert Training.objects.counted().get() == waiting


def test_who_entered_it_is_refused(as_, facts, kenya_coordinator):
    own = submitted(facts, kenya_coordinator.actor)
    assert do(as_(kenya_coordinator), own, "verify").status_code == 403
    assert Training.objects.get().status == Status.SUBMITTED


def test_a_stranger_finds_no_such_record(as_, waiting, togo_coordinator):
    assert do(as_(togo_coordinator), waiting, "verify").status_code == 404


def test_returning_asks_for_a_reason_and_keeps_the_record(
    as_, waiting, kenya_coordinator
):
    client = as_(kenya_coordinator)
    response = do(client, waiting, "return", reason=" ")
    assert response.status_code == 422
    assert "Say why, in a sentence or two." in text_of(response)
    assert do(client, waiting, "return", reason="Which day?").status_code == 302
    assert Training.objects.get().reason == "Which day?"


def test_a_page_that_is_out_of_date_changes_nothing(
    as_, waiting, kenya_coordinator, team
):
    client = as_(kenya_coordinator)
    do(client, waiting, "return", reason="Which day?")
    response = do(client, waiting, "verify")
    assert response.status_code == 422
    assert "returned by now" in text_of(response)


@pytest.mark.parametrize("revision", ["²", "9" * 5000, "-1", "x", ""])
def test_a_revision_that_is_none_changes_nothing(
    revision, as_, waiting, kenya_coordinator
):
    url = reverse("desk:training_verify", args=[waiting.uuid])
    answer = as_(kenya_coordinator).post(url, {"revision": revision})
    waiting.refresh_from_db()
    assert (answer.status_code, waiting.status) == (422, "submitted")


def test_correcting_opens_the_form_of_the_next_version(as_, counted, kenya_registrar):
    response = do(as_(kenya_registrar), counted, "correct")
    assert response.url == f"/en/desk/trainings/{counted.uuid}/edit/"
    assert Training.objects.newest().get().version == 2


def test_voiding_needs_a_reason_and_stops_counting(as_, counted, kenya_coordinator):
    client = as_(kenya_coordinator)
    assert do(client, counted, "void").status_code == 422
    do(client, counted, "void", reason="It was cancelled.")
    assert not Training.objects.counted().exists()


def test_a_reader_sees_the_version_that_counts(
    as_, counted, facts, kenya_registrar, reader
):
    start_correction(counted, by=kenya_registrar.actor, at=AT)
    response = page_of(as_(reader), counted)
    assert response.context["training"].version == 1


def test_a_draft_is_not_shown_to_a_reader(as_, facts, system, reader):
    draft = record_training(facts=facts, source="form", by=system, at=AT)
    assert page_of(as_(reader), draft).status_code == 404
