"""Forms are kept in editions: a draft changes, what is in use never does."""

import pytest
from django.db import IntegrityError, transaction

from mwalimu.forms.importing import load_sets, shipped
from mwalimu.forms.models import Question, QuestionSet, SetEdition
from mwalimu.forms.operations import (
    FormRefused,
    QuestionFacts,
    SetFacts,
    add_question,
    copy_set,
    create_set,
    describe_draft,
    discard_draft,
    draft_edition,
    edit_question,
    move_question,
    put_in_use,
    remove_question,
)
from mwalimu.forms.permissions import editions_visible_to, sets_visible_to
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT

NAMES = SetFacts({"en": "Another"})
PLAIN = QuestionFacts(kind="text", texts={"en": "Why?"})


def texts(edition):
    return [row.texts["en"] for row in edition.questions.all()]


def test_what_is_in_use_never_changes(edition, team):
    question = edition.questions.first()
    for change in (
        lambda: add_question(edition, facts=PLAIN, by=team.actor, at=AT),
        lambda: edit_question(question, facts=PLAIN, by=team.actor, at=AT),
        lambda: move_question(question, up=False, by=team.actor, at=AT),
        lambda: remove_question(question, by=team.actor, at=AT),
        lambda: describe_draft(edition, facts=NAMES, by=team.actor, at=AT),
        lambda: put_in_use(edition, by=team.actor, at=AT),
        lambda: discard_draft(edition, by=team.actor, at=AT),
    ):
        with pytest.raises(FormRefused, match="never changes"):
            change()
    assert texts(edition) == ["How useful?", "How long?", "What helped?", "What else?"]


def test_not_even_around_the_operations(edition):
    question = edition.questions.first()
    question.texts = {"en": "Another question?"}
    with pytest.raises(TypeError):
        question.save()


def test_the_next_edition_is_a_copy_that_replaces_it(edition, team):
    following = draft_edition(edition.question_set, by=team.actor, at=AT)
    edit_question(following.questions.first(), facts=PLAIN, by=team.actor, at=AT)
    put_in_use(following, by=team.actor, at=AT)
    edition.refresh_from_db()
    assert (edition.state, following.number) == ("replaced", 2)
    assert texts(edition)[0] == "How useful?"
    assert texts(following) == ["Why?", "How long?", "What helped?", "What else?"]


def test_one_draft_at_a_time(edition, team):
    draft_edition(edition.question_set, by=team.actor, at=AT)
    with pytest.raises(FormRefused, match="Edition 2 is a draft"):
        draft_edition(edition.question_set, by=team.actor, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetEdition.objects.create(
            question_set=edition.question_set,
            number=3,
            created_at=AT,
            created_by=team.actor,
        )


def test_a_copy_is_a_form_of_its_own(edition, team):
    made = copy_set(edition, code="ONLINE", facts=NAMES, by=team.actor, at=AT)
    remove_question(made.questions.first(), by=team.actor, at=AT)
    assert texts(made) == ["How long?", "What helped?", "What else?"]
    assert len(texts(edition)) == 4


def test_questions_change_places(draft, team):
    first, second, *_ = draft.questions.all()
    move_question(second, up=True, by=team.actor, at=AT)
    move_question(second, up=True, by=team.actor, at=AT)
    assert texts(draft)[:2] == ["How long?", "How useful?"]
    move_question(first, up=False, by=team.actor, at=AT)
    assert texts(draft)[:3] == ["How long?", "What helped?", "How useful?"]


def test_a_draft_that_is_thrown_away_takes_an_empty_form_with_it(draft, team):
    discard_draft(draft, by=team.actor, at=AT)
    assert not QuestionSet.objects.exists()


def test_what_does_not_belong_to_a_kind_is_left_out(draft, team):
    facts = QuestionFacts(
        kind="yes_no", texts={"en": "Really?"}, lowest={"en": "bad"}, options=[{}, {}]
    )
    made = add_question(draft, facts=facts, by=team.actor, at=AT)
    assert (made.lowest, made.options) == ({}, [])


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (QuestionFacts(kind="poem", texts={"en": "?"}), "kind"),
        (QuestionFacts(kind="text", texts={"en": " "}), "texts"),
        (QuestionFacts(kind="text", texts={"en": "x" * 501}), "texts"),
        (QuestionFacts(kind="text", texts={"en": "\u202e"}), "texts"),
        (
            QuestionFacts(kind="choice", texts={"en": "?"}, options=[{"en": "a"}]),
            "options",
        ),
        (
            QuestionFacts(kind="several", texts={"en": "?"}, options=[{"en": "a"}, {}]),
            "options",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(draft, team, facts, field):
    with pytest.raises(FormRefused) as refused:
        add_question(draft, facts=facts, by=team.actor, at=AT)
    assert refused.value.field == field
    assert draft.questions.count() == 4


@pytest.mark.parametrize("code", ["", "-A", "a b", "ev", "x" * 21])
def test_a_code_is_short_plain_and_used_once(draft, team, code):
    with pytest.raises(FormRefused) as refused:
        create_set(code=code, facts=NAMES, by=team.actor, at=AT)
    assert refused.value.field == "code"


def test_an_empty_form_is_not_put_in_use(team):
    empty = create_set(code="E", facts=NAMES, by=team.actor, at=AT)
    with pytest.raises(FormRefused, match="at least one question"):
        put_in_use(empty, by=team.actor, at=AT)


def test_nobody_but_the_project_team_writes_or_opens_forms(
    draft, kenya_coordinator, wg_member
):
    for somebody in (kenya_coordinator, wg_member):
        with pytest.raises(FormRefused, match="Only the project team"):
            add_question(draft, facts=PLAIN, by=somebody.actor, at=AT)
        viewer = viewer_of(somebody.account, AT.date())
        assert not sets_visible_to(viewer).exists()
        assert not editions_visible_to(viewer).exists()


def test_the_shipped_form_is_loaded_once_and_left_alone_after(system, team):
    assert load_sets(by=system, at=AT) == ["WG"]
    assert load_sets(by=system, at=AT) == []
    assert SetEdition.objects.in_use().get().question_set.code == "WG"
    assert Question.objects.filter(kind="scale").count() == 6


def test_the_shipped_form_says_everything_in_both_languages():
    said = [
        texts
        for table in shipped()
        for each in table["questions"]
        for texts in (
            {code: each.get(code) for code in ("en", "fr")},
            *(each[name] for name in ("lowest", "highest", "help") if name in each),
            *each.get("options", ()),
        )
    ]
    assert len(said) >= 40
    assert [texts for texts in said if not (texts.get("en") and texts.get("fr"))] == []
