"""A participant answers on their phone: once, in time, and nothing typed is lost."""

import pytest
from django.urls import reverse

from mwalimu.forms.models import Answer, Receipt
from tests.programmes.evaluations.conftest import AFTER, CLOSED


@pytest.fixture
def page(evaluation):
    return reverse("field:evaluation", kwargs={"uuid": evaluation.session.uuid})


@pytest.fixture
def sent(evaluation):
    """What a phone sends for the four questions."""
    useful, length, helped, text = evaluation.round.edition.questions.all()
    return {
        f"q{useful.pk}": "4",
        f"q{length.pk}": "",
        f"q{helped.pk}": ["o1", "o3"],
        f"q{text.pk}": "More cases & fewer slides",
    }


def test_the_questions_are_asked_and_the_answers_taken(
    signed_in, wg_member, page, sent, now
):
    now(AFTER)
    client = signed_in(wg_member)
    asked = client.get(page).content.decode()
    assert "How useful?" in asked
    assert asked.count('type="checkbox"') == 3
    assert "until" in asked
    answer = client.post(page, sent)
    assert answer.headers["Location"] == page
    assert Answer.objects.count() == 4
    assert "Your answers are in" in client.get(page).content.decode()


def test_what_is_missing_is_said_at_the_question_and_the_rest_stays(
    signed_in, wg_member, page, sent, now
):
    now(AFTER)
    without = {key: value for key, value in sent.items() if value != "4"}
    answer = signed_in(wg_member).post(page, without)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Please answer this question." in said
    assert "More cases &amp; fewer slides</textarea>" in said
    assert said.count("checked") == 2 + 1  # what helped, and no answer on length
    assert not Receipt.objects.exists()


def test_a_late_answer_is_refused_and_stays_on_the_page(
    signed_in, wg_member, page, sent, now
):
    now(CLOSED)
    answer = signed_in(wg_member).post(page, sent)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "is closed: your answers were not taken" in said
    assert "More cases &amp; fewer slides</textarea>" in said
    assert not Answer.objects.exists()


def test_a_second_answer_is_refused_and_stays_on_the_page(
    signed_in, wg_member, page, sent, now
):
    now(AFTER)
    client = signed_in(wg_member)
    client.post(page, sent)
    answer = client.post(page, {**sent, **dict.fromkeys(sent, "")})
    assert answer.status_code == 422
    assert "You have answered already" in answer.content.decode()
    assert Receipt.objects.count() == 1


def test_after_the_end_the_page_says_so_and_asks_nothing(
    signed_in, wg_member, page, now
):
    now(CLOSED)
    said = signed_in(wg_member).get(page).content.decode()
    assert "This evaluation closed on" in said
    assert "22 March 2024" in said
    assert "<textarea" not in said


def test_before_the_first_day_and_for_strangers_there_is_no_page(
    signed_in, wg_member, kenya_coordinator, team, page, sent, evaluation, now
):
    now(AFTER)
    for somebody in (kenya_coordinator, team):
        assert signed_in(somebody).get(page).status_code == 404
        assert signed_in(somebody).post(page, sent).status_code == 404
    now(evaluation.round.made_at.replace(day=1))
    assert signed_in(wg_member).get(page).status_code == 404


@pytest.mark.parametrize("name", ["field:home", "field:sessions"])
def test_what_waits_stands_where_people_begin_until_it_is_answered(
    signed_in, wg_member, page, sent, now, name
):
    now(AFTER)
    client = signed_in(wg_member)
    assert page in client.get(reverse(name)).content.decode()
    client.post(page, sent)
    assert page not in client.get(reverse(name)).content.decode()


def test_it_stands_on_the_page_of_the_session_too(
    signed_in, wg_member, evaluation, page, now
):
    now(AFTER)
    url = reverse("field:session", kwargs={"uuid": evaluation.session.uuid})
    assert page in signed_in(wg_member).get(url).content.decode()


def test_in_french_the_form_is_french_where_it_can_be(signed_in, wg_member, page, now):
    now(AFTER)
    said = signed_in(wg_member).get(page.replace("/en/", "/fr/")).content.decode()
    assert "Évaluation" in said
    assert "court" in said
    assert '<span lang="en">How useful?</span>' in said


def test_a_page_costs_few_queries(
    signed_in, wg_member, page, sent, now, django_assert_max_num_queries
):
    now(AFTER)
    client = signed_in(wg_member)
    with django_assert_max_num_queries(12):
        client.get(page)
    for name in ("field:home", "field:sessions"):
        with django_assert_max_num_queries(12):
            client.get(reverse(name))
