"""Decisions on WG members: what, on which evidence, under which edition."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models.awards import Award
from mwalimu.qualification.models.standards import StandardEdition
from mwalimu.qualification.querysets import HistoryQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId


class Decision(models.Model):
    """What was decided on one WG member in one topic. Written once, never changed.

    `evidence` keeps every verdict with its rows as they were that day, by public ids,
    and `evidence_hash` the SHA-256 of its canonical JSON. A decision against what the
    evidence supports is an override and says why.
    """

    class Outcome(models.TextChoices):
        AWARD = "award", pgettext_lazy("outcome of a decision", "award")
        NOT_YET = "not_yet", pgettext_lazy("outcome of a decision", "not yet")
        NO = "no", pgettext_lazy("outcome of a decision", "no award")

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        StandardEdition, models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    supported = models.BooleanField()
    reason = models.TextField(blank=True)
    evidence = models.JSONField()
    evidence_hash = models.CharField(max_length=64)
    award = models.OneToOneField(
        Award, models.PROTECT, null=True, blank=True, related_name="decision"
    )
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        base_manager_name = "objects"
        constraints = [
            models.CheckConstraint(
                condition=(Q(outcome="award") & Q(award__isnull=False))
                | (~Q(outcome="award") & Q(award=None)),
                name="decision_to_award_has_one",
            )
        ]
        indexes = [models.Index(fields=["person", "topic"], name="decision_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.outcome}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError("A decision is never changed.")
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A decision is never deleted.")
