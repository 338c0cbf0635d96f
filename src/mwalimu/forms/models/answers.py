"""Rounds, who has answered, and the answers: the last two are never joined.

A receipt knows a person and no answer; a response knows its answers and no person. The
keys of responses and answers are drawn at random and say nothing of their order, none of
them has an instant, and `operations.answering` writes all rows of a round anew with each
answer, so that their place in the table says nothing either.
"""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from mwalimu.accounts.models import Actor
from mwalimu.forms.models.questions import Question, SetEdition
from mwalimu.people.models import Person
from mwalimu.shared.fields import PublicId


class Round(models.Model):
    """An edition is answered, from one instant to another."""

    uuid = PublicId()
    edition = models.ForeignKey(SetEdition, models.PROTECT, related_name="rounds")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gte=F("opens_at")),
                name="round_closes_after_it_opens",
            )
        ]
        indexes = [models.Index(fields=["closes_at"], name="round_by_end")]

    def __str__(self) -> str:
        return str(self.uuid)


class Receipt(models.Model):
    """This person has answered this round; nothing says what."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="receipts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person"], name="receipt_once_a_round"
            )
        ]
        indexes = [models.Index(fields=["person"], name="receipt_of_person")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.person_id}"


class Response(models.Model):
    """What somebody answered; nothing says who."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.PROTECT, related_name="responses")

    def __str__(self) -> str:
        return str(self.pk)


class Answer(models.Model):
    """An option that was chosen, or a text: one row for each."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    response = models.ForeignKey(Response, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    choice = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "question", "choice"], name="answer_once"
            ),
            models.CheckConstraint(
                condition=Q(choice="") & ~Q(text="") | ~Q(choice="") & Q(text=""),
                name="answer_is_a_choice_or_a_text",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
