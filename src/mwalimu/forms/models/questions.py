"""Question sets in editions: what is asked, in the languages of those who answer."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.forms.engine import Asked
from mwalimu.forms.engine import Kind as Engine
from mwalimu.forms.querysets import SetEditionQuerySet
from mwalimu.reference.models import Named
from mwalimu.shared.fields import PublicId, TranslatedField


class QuestionSet(Named):
    """Questions that belong together; kept in editions."""

    class Kind(models.TextChoices):
        EVALUATION = (
            "evaluation",
            pgettext_lazy("kind of question set", "evaluation of a session"),
        )

    uuid = PublicId()
    kind = models.CharField(max_length=10, choices=Kind.choices)


class SetEdition(models.Model):
    """An edition of a question set. What is in use never changes; it is replaced."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a question set", "draft")
        IN_USE = "in_use", pgettext_lazy("state of a question set", "in use")
        REPLACED = "replaced", pgettext_lazy("state of a question set", "replaced")

    uuid = PublicId()
    question_set = models.ForeignKey(
        QuestionSet, models.PROTECT, related_name="editions"
    )
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    introduction = TranslatedField()
    used_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = SetEditionQuerySet.as_manager()

    class Meta:
        ordering = ["question_set", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "number"], name="set_edition_number_once"
            ),
            models.UniqueConstraint(
                fields=["question_set"],
                condition=Q(state="draft"),
                name="set_edition_one_draft",
            ),
            models.UniqueConstraint(
                fields=["question_set"],
                condition=Q(state="in_use"),
                name="set_edition_one_in_use",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", used_since=None)
                | ~Q(state="draft") & Q(used_since__isnull=False),
                name="set_edition_in_use_has_instant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_set_id} {self.number}"

    @property
    def is_draft(self) -> bool:
        """Its questions may still change."""
        return self.state == self.State.DRAFT


class Question(models.Model):
    """A question of an edition, with a text per language.

    `options` of a choice are `{"code": "a", "texts": {"en": ..., "fr": ...}}`; `lowest`
    and `highest` say what 1 and 5 mean on a scale.
    """

    class Kind(models.TextChoices):
        SCALE = "scale", pgettext_lazy("kind of question", "scale from 1 to 5")
        YES_NO = "yes_no", pgettext_lazy("kind of question", "yes or no")
        CHOICE = "choice", pgettext_lazy("kind of question", "one of several")
        SEVERAL = "several", pgettext_lazy("kind of question", "any of several")
        TEXT = "text", pgettext_lazy("kind of question", "free text")

    uuid = PublicId()
    edition = models.ForeignKey(SetEdition, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    texts = TranslatedField()
    helps = TranslatedField()
    required = models.BooleanField(default=False)
    lowest = TranslatedField()
    highest = TranslatedField()
    options = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"], name="question_position_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    def save(self, *args: Any, **options: Any) -> None:
        """A question changes only while its edition is a draft."""
        draft = SetEdition.State.DRAFT
        if not self._state.adding and self.edition.state != draft:
            raise TypeError("A question of an edition in use is never changed.")
        super().save(*args, **options)

    @property
    def asked(self) -> Asked:
        """As the engine reads it."""
        codes = tuple(option["code"] for option in self.options)
        return Asked(self.pk, Engine(self.kind), self.required, codes)
