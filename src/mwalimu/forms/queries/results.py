"""What was answered in a round: how many, and once it is closed, what.

Not cut to a viewer: only the package that opened the round knows who may read it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, QuerySet

from mwalimu.forms.engine import FEWEST, Summary, summarise
from mwalimu.forms.models import Answer, Question, Receipt, Round
from mwalimu.people.models import Person


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


def results_of(row: Round, at: datetime) -> Results:
    """The results at an instant, in five queries at most."""
    people = people_who_answered(row)
    if row.closes_at > at:
        return Results(people, Held.OPEN)
    if people < FEWEST:
        return Results(people, Held.FEW)
    answers = Answer.objects.filter(response__round=row).order_by()
    answered, counts, texts = _answered(answers), _counts(answers), _texts(answers)
    rows = []
    for question in row.edition.questions.all():
        summary = summarise(
            question.asked, people, answered.get(question.pk, 0), counts[question.pk]
        )
        if summary is not None:
            rows.append(Result(question, summary, tuple(texts[question.pk])))
    return Results(people, None, tuple(rows))


def _answered(answers: QuerySet[Any, Any]) -> dict[int, int]:
    """How many people answered each question."""
    rows = answers.values("question").annotate(people=Count("response", distinct=True))
    return dict(rows.values_list("question", "people"))


def _counts(answers: QuerySet[Any, Any]) -> defaultdict[int, dict[str, int]]:
    """How many people chose each option of each question."""
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    rows = answers.exclude(choice="").values("question", "choice")
    counted = rows.annotate(times=Count("pk"))
    for question, choice, times in counted.values_list("question", "choice", "times"):
        found[question][choice] = times
    return found


def _texts(answers: QuerySet[Any, Any]) -> defaultdict[int, list[str]]:
    """The texts of each question by the alphabet: the order tells nothing."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = answers.exclude(text="").values_list("question", "text")
    for question, text in sorted(rows, key=lambda row: (row[1].casefold(), row[1])):
        found[question].append(text)
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


def answered_by(person: Person) -> list[dict[str, Any]]:
    """The rounds that a person has answered, for themselves, as plain data."""
    rows = Round.objects.filter(pk__in=rounds_answered_by(person.pk))
    return [
        {
            "form": row.edition.question_set.code,
            "edition": row.edition.number,
            "opened_at": row.opens_at.isoformat(),
        }
        for row in rows.select_related("edition__question_set").order_by("opens_at")
    ]
