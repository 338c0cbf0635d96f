"""A person who writes no programs keeps the forms on these pages."""

import pytest
from django.urls import reverse

from mwalimu.forms.models import Question, QuestionSet, SetEdition

FIRST = {"code": "EV", "number": 1}


def url(name, **arguments):
    return reverse(f"desk:{name}", kwargs=arguments)


@pytest.fixture
def as_team(client, team):
    client.force_login(team.account)
    return client


def texts(**of):
    rows = Question.objects.filter(**of).order_by("position")
    return [row.texts["en"] for row in rows]


def test_a_form_is_made_filled_and_put_in_use(as_team):
    as_team.post(url("question_set_new"), {"code": "NEW", "name_en": "Our form"})
    here = {"code": "NEW", "number": 1}
    sent = {
        "text_en": "How long?",
        "text_fr": "Combien de temps ?",
        "options_en": "short\n\nlong\n",
        "options_fr": "court\nlong",
        "required": "on",
    }
    as_team.post(url("question_new", **here, kind="choice"), sent)
    as_team.post(url("question_set_use", **here))
    question = Question.objects.get()
    assert question.options == [
        {"code": "o1", "texts": {"en": "short", "fr": "court"}},
        {"code": "o2", "texts": {"en": "long", "fr": "long"}},
    ]
    assert question.edition.state == "in_use"


def test_options_that_do_not_match_are_told_and_stay_on_the_page(as_team, draft):
    sent = {"text_en": "How?", "options_en": "one\ntwo", "options_fr": "un"}
    asked = url("question_new", **FIRST, kind="several")
    answer = as_team.post(asked, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "2 options in English and 1 in French" in page
    assert "one\ntwo</textarea>" in page


def test_a_question_is_changed_moved_and_taken_out(as_team, draft):
    first, second, *_ = draft.questions.all()
    at_first = {**FIRST, "uuid": first.uuid}
    page = as_team.get(url("question_edit", **FIRST, uuid=second.uuid))
    assert "short\nlong</textarea>" in page.content.decode()
    as_team.post(url("question_edit", **at_first), {"text_en": "How good?"})
    as_team.post(url("question_move", **at_first), {"to": "down"})
    as_team.post(url("question_remove", **FIRST, uuid=second.uuid))
    assert texts() == ["How good?", "What helped?", "What else?"]


def test_an_edition_in_use_offers_a_copy_and_no_change(as_team, edition):
    page = as_team.get(url("question_set", **FIRST)).content.decode()
    assert url("question_set_draft", **FIRST) in page
    assert "questions/new" not in page
    question = edition.questions.first()
    sent = {"text_en": "Another?"}
    answer = as_team.post(url("question_edit", **FIRST, uuid=question.uuid), sent)
    assert answer.status_code == 422
    assert "never changes" in answer.content.decode()


def test_the_next_edition_is_drafted_described_and_thrown_away(as_team, edition):
    answer = as_team.post(url("question_set_draft", **FIRST))
    second = {"code": "EV", "number": 2}
    assert answer.headers["Location"] == url("question_set", **second)
    as_team.post(
        url("question_set_edit", **second),
        {"name_en": "Evaluation", "introduction_en": "Five minutes."},
    )
    assert SetEdition.objects.get(number=2).introduction == {"en": "Five minutes."}
    answer = as_team.post(url("question_set_discard", **second))
    assert answer.headers["Location"] == url("question_sets")
    assert SetEdition.objects.get() == edition


def test_a_copy_is_a_form_of_its_own(as_team, edition):
    sent = {"code": "ONLINE", "name_en": "Online"}
    as_team.post(url("question_set_copy", **FIRST), sent)
    assert texts(edition__question_set__code="ONLINE") == texts(edition=edition)


def test_a_code_that_is_taken_is_told_at_its_field(as_team, edition):
    answer = as_team.post(url("question_set_new"), {"code": "EV", "name_en": "Mine"})
    assert answer.status_code == 422
    assert 'value="Mine"' in answer.content.decode()
    assert QuestionSet.objects.count() == 1


def test_the_preview_shows_both_languages_and_marks_what_is_missing(as_team, edition):
    page = as_team.get(url("question_set_preview", **FIRST) + "?in=fr").content.decode()
    assert "court</label>" in page
    assert '<span lang="en">How useful?</span>' in page
    assert page.count('type="radio"') == 5 + 3  # a scale, and two lengths or none


def test_a_kind_that_does_not_exist_is_not_found(as_team, draft):
    assert as_team.get(url("question_new", **FIRST, kind="poem")).status_code == 404


def test_the_list_costs_the_same_for_one_form_and_for_three(
    as_team, edition, django_assert_max_num_queries
):
    for number in range(3):
        sent = {"code": f"F{number}", "name_en": "Form"}
        as_team.post(url("question_set_copy", **FIRST), sent)
        with django_assert_max_num_queries(8):
            as_team.get(url("question_sets"))
    with django_assert_max_num_queries(9):
        as_team.get(url("question_set", **FIRST))
