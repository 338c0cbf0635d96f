"""Everybody answers once, while it is open; and what they see of it afterwards."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from mwalimu.forms.models import Answer, Receipt, Response, Round
from mwalimu.forms.operations import (
    AlreadyAnswered,
    AnswersRefused,
    FormRefused,
    RoundClosed,
    answer_round,
    close_round,
    draft_edition,
    drop_round,
    move_round,
    open_round,
)
from mwalimu.forms.queries import results
from mwalimu.forms.queries.results import Held, people_who_answered
from tests.cast import AT
from tests.forms.conftest import AFTER, CLOSES, OPENS

DAY = timedelta(days=1)


def results_of(row, at):
    return results.results_of(row, at, people_who_answered(row))


def test_answers_are_taken_as_rows(say, people, open_one):
    say(people[0], "4", "o2", ["o1", "o3"], " More cases. ")
    rows = Answer.objects.values_list("question__kind", "choice", "text")
    assert sorted(rows) == [
        ("choice", "o2", ""),
        ("scale", "4", ""),
        ("several", "o1", ""),
        ("several", "o3", ""),
        ("text", "", "More cases."),
    ]


def test_a_second_answer_is_refused_and_the_first_stands(say, people):
    say(people[0], "4")
    with pytest.raises(AlreadyAnswered):
        say(people[0], "1")
    assert Answer.objects.get().choice == "4"


def test_not_even_the_database_takes_a_second_receipt(say, people, open_one):
    say(people[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.create(round=open_one, person=people[0])


@pytest.mark.parametrize("at", [OPENS - DAY, CLOSES, AFTER])
def test_before_and_after_nothing_is_taken(say, people, at):
    with pytest.raises(RoundClosed):
        say(people[0], at=at)
    assert not Response.objects.exists()
    assert not Receipt.objects.exists()


def test_what_is_wrong_is_told_by_question_and_nothing_is_kept(say, people, open_one):
    with pytest.raises(AnswersRefused) as refused:
        say(people[0], "", "o9")
    scale, length, *_ = open_one.edition.questions.all()
    assert refused.value.faults == {scale.pk: "missing", length.pk: "unknown"}
    assert not Receipt.objects.exists()


def test_an_empty_form_is_no_answer(edition, people, system):
    optional = draft_edition(edition.question_set, by=system, at=AT)
    optional.questions.exclude(kind="text").delete()
    optional.state, optional.used_since = "in_use", AT
    edition.question_set.editions.in_use().update(state="replaced")
    optional.save()
    row = open_round(optional, opens_at=OPENS, closes_at=CLOSES, by=system, at=AT)
    with pytest.raises(FormRefused, match="one question at least"):
        answer_round(row, person=people[0], sent={}, by=system, at=AT)


def test_only_an_edition_in_use_is_opened(draft, system):
    with pytest.raises(FormRefused) as refused:
        open_round(draft, opens_at=OPENS, closes_at=CLOSES, by=system, at=AT)
    assert refused.value.field == "edition"


@pytest.mark.parametrize(
    ("opens", "closes"), [(CLOSES, OPENS), (OPENS, OPENS), (OPENS - DAY, OPENS)]
)
def test_a_round_closes_after_it_opens_and_not_in_the_past(
    edition, system, opens, closes
):
    with pytest.raises(FormRefused) as refused:
        open_round(edition, opens_at=opens, closes_at=closes, by=system, at=AT)
    assert refused.value.field == "closes_on"


def test_while_it_is_open_only_the_number_of_answers_is_told(say, people, open_one):
    for person in people:
        say(person)
    found = results_of(open_one, AT)
    assert (found.people, found.held, found.rows) == (6, Held.OPEN, ())


def test_four_answers_are_too_few_to_be_read(say, people, open_one):
    for person in people[:4]:
        say(person, text_="Mine alone")
    found = results_of(open_one, AFTER)
    assert (found.people, found.held, found.rows) == (4, Held.FEW, ())


def test_results_of_five_and_more(say, people, open_one):
    for person, mark in zip(people, "443355", strict=True):
        say(person, mark, "o1" if mark == "4" else "", ["o2"], f"Text {mark}")
    useful, length, helped, text = results_of(open_one, AFTER).rows
    assert (useful.summary.mean, useful.summary.answered) == (Fraction(4), 6)
    assert [each.count for each in useful.summary.shares] == [0, 0, 2, 2, 2]
    assert (length.summary.answered, length.summary.silent) == (2, 4)
    assert [each.count for each in helped.summary.shares] == [0, 6, 0]
    assert text.texts == ("Text 3", "Text 3", "Text 4", "Text 4", "Text 5", "Text 5")


def test_results_cost_the_same_for_six_and_for_sixty(
    say, people, open_one, django_assert_num_queries
):
    for person in people:
        say(person, "4", "o1", ["o1", "o2"], "Text")
    row = Round.objects.select_related("edition").get()
    with django_assert_num_queries(3):
        assert len(results_of(row, AFTER).rows) == 4


def test_closed_early_it_takes_no_more(say, people, open_one, system):
    close_round(open_one, by=system, at=AT)
    with pytest.raises(RoundClosed):
        say(people[0], at=AT)
    with pytest.raises(FormRefused, match="not open"):
        close_round(open_one, by=system, at=AT)


def test_once_results_were_read_it_is_never_open_again(say, people, open_one, system):
    for person in people[:5]:
        say(person)
    longer = {"opens_at": OPENS, "closes_at": AFTER + DAY, "by": system}
    with pytest.raises(FormRefused, match="no more answers"):
        move_round(open_one, **longer, at=AFTER)
    assert results_of(open_one, AFTER).held is None


def test_while_nothing_could_be_read_it_is_prolonged(say, people, open_one, system):
    for person in people[:4]:
        say(person)
    longer = {"opens_at": OPENS, "closes_at": AFTER + DAY, "by": system}
    move_round(open_one, **longer, at=AFTER)
    say(people[4], at=AFTER)
    assert results_of(open_one, AFTER + DAY).held is None


def test_a_round_opened_by_mistake_goes_but_never_an_answer(
    say, people, open_one, system
):
    say(people[0])
    with pytest.raises(FormRefused, match="close it instead"):
        drop_round(open_one, by=system, at=AT)
    with pytest.raises(FormRefused, match="it stays open"):
        move_round(open_one, opens_at=AFTER, closes_at=AFTER + DAY, by=system, at=AT)
    Answer.objects.all().delete()
    Response.objects.all().delete()
    drop_round(open_one, by=system, at=AT)
    assert not Round.objects.exists()
