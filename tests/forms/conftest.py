"""A form of four kinds of question in use, and a round that is open all of March."""

from datetime import UTC, datetime

import pytest

from mwalimu.forms.operations import (
    QuestionFacts,
    SetFacts,
    add_question,
    answer_round,
    create_set,
    open_round,
    put_in_use,
)
from tests.cast import AT, make_person

OPENS = datetime(2024, 3, 1, tzinfo=UTC)
CLOSES = datetime(2024, 4, 1, tzinfo=UTC)
AFTER = datetime(2024, 4, 2, tzinfo=UTC)
QUESTIONS = (
    QuestionFacts(kind="scale", texts={"en": "How useful?"}, required=True),
    QuestionFacts(
        kind="choice",
        texts={"en": "How long?"},
        options=[{"en": "short", "fr": "court"}, {"en": "long", "fr": "long"}],
    ),
    QuestionFacts(
        kind="several",
        texts={"en": "What helped?"},
        options=[{"en": "talks"}, {"en": "cases"}, {"en": "groups"}],
    ),
    QuestionFacts(kind="text", texts={"en": "What else?"}),
)


@pytest.fixture
def draft(system):
    """The first edition of a form, with four questions."""
    facts = SetFacts({"en": "Evaluation", "fr": "Évaluation"})
    made = create_set(code="EV", facts=facts, by=system, at=AT)
    for question in QUESTIONS:
        add_question(made, facts=question, by=system, at=AT)
    return made


@pytest.fixture
def edition(draft, system):
    """The same, in use."""
    return put_in_use(draft, by=system, at=AT)


@pytest.fixture
def open_one(edition, system):
    """A round of it, open in March."""
    return open_round(edition, opens_at=OPENS, closes_at=CLOSES, by=system, at=AT)


@pytest.fixture
def people(system, kenya):
    """Six people of Kenya."""
    return [make_person(f"Kenya Person {n}", system, kenya) for n in range(6)]


@pytest.fixture
def say(open_one, system):
    """Somebody answers the open round: the mark, the length, what helped, a text."""
    scale, length, helped, text = open_one.edition.questions.all()

    def answered(person, mark="3", length_="", helped_=(), text_="", at=AT):
        sent = {
            scale.pk: [mark],
            length.pk: [length_],
            helped.pk: list(helped_),
            text.pk: [text_],
        }
        answer_round(open_one, person=person, sent=sent, by=system, at=at)

    return answered
