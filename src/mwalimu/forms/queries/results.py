"""What was answered in a round: how many, and once it is closed, what.

Not cut to a viewer: only the package that opened the round knows who may read it.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mwalimu.forms.engine import FEWEST, Summary, summarise
from mwalimu.forms.models import Answer, Question, Receipt, Round


class Held(StrEnum):
    """Why results are not shown."""

    OPEN = "open"  # whoever watches answers come in would see whose they are
    FEW = "few"  # what few people say tells who said it


@dataclass(frozen=True)
class Result:
    """A question, its summary, and for a free text what was written, by the alphabet."""

    question: Question
    summary: Summary
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Results:
    """What a round says: `people` answered; `held` says why nothing more is shown."""

    people: int
    held: Held | None
    rows: tuple[Result, ...] = ()


def people_who_answered(row: Round) -> int:
    """How many answered, also after their receipts are gone."""
    return row.responses.count()


def results_of(row: Round, at: datetime, people: int) -> Results:
    """The results at an instant; `people` answered. Two queries where they are shown."""
    if row.closes_at > at:
        return Results(people, Held.OPEN)
    if people < FEWEST:
        return Results(people, Held.FEW)
    said = _said(row)
    rows = []
    for question in row.edition.questions.all():
        each = said[question.pk]
        answered = len(each.people)
        summary = summarise(question.asked, people, answered, each.counts)
        if summary is not None:
            rows.append(Result(question, summary, each.by_the_alphabet))
    return Results(people, None, tuple(rows))


@dataclass
class _Said:
    """What is said for one question."""

    people: set[UUID] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)

    @property
    def by_the_alphabet(self) -> tuple[str, ...]:
        """The texts in an order that tells nothing."""
        return tuple(sorted(self.texts, key=lambda text: (text.casefold(), text)))


def _said(row: Round) -> defaultdict[int, _Said]:
    """By question (primary key)."""
    found: defaultdict[int, _Said] = defaultdict(_Said)
    answers = Answer.objects.filter(response__round=row)
    for question, response, choice, text in answers.values_list(
        "question", "response", "choice", "text"
    ):
        said = found[question]
        said.people.add(response)
        if choice:
            said.counts[choice] += 1
        else:
            said.texts.append(text)
    return found


def has_answered(row: Round, person: int | None) -> bool:
    """Whether a person (primary key) has answered."""
    return row.receipts.filter(person=person).exists()


def rounds_answered_by(person: int | None) -> QuerySet[Any, Any]:
    """Keys of the rounds that a person (primary key) has answered."""
    return Receipt.objects.filter(person=person).values("round")


def receipts_of_rounds_closed_before(at: datetime) -> QuerySet[Receipt]:
    """Who answered rounds that were closed before an instant."""
    return Receipt.objects.filter(round__closes_at__lt=at)
