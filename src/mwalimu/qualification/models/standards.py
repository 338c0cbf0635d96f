"""Standards in editions: what is asked of a WG member, as data."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.querysets import EditionQuerySet
from mwalimu.reference.models import Named
from mwalimu.shared.fields import PublicId, TranslatedField


class Standard(Named):
    """What a Master Trainer must have shown; kept in editions."""

    uuid = PublicId()


class StandardEdition(models.Model):
    """An edition of a standard. Once it is in force its requirements never change."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of an edition", "draft")
        IN_FORCE = "in_force", pgettext_lazy("state of an edition", "in force")
        REPLACED = "replaced", pgettext_lazy("state of an edition", "replaced")

    uuid = PublicId()
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    valid_from = models.DateField(null=True, blank=True)
    notes = TranslatedField()
    validity_months = models.PositiveSmallIntegerField(null=True, blank=True)
    renewal_trainings = models.PositiveSmallIntegerField(null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["standard", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "number"], name="edition_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(valid_from__isnull=False),
                name="edition_in_force_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(validity_months=None) | Q(validity_months__gte=1),
                name="edition_validity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standard_id} {self.number}"

    @property
    def is_draft(self) -> bool:
        """Its lines may still change."""
        return self.state == self.State.DRAFT


class RequirementLine(models.Model):
    """One requirement of an edition, as `qualification.engine` reads it.

    `subjects` are codes: of stages, of assignments, or of the criteria of a demo.
    `assumed` marks an amount that no source states.
    """

    class Kind(models.TextChoices):
        ATTENDANCE = "attendance", pgettext_lazy("kind of evidence", "attendance")
        ASSIGNMENT = "assignment", pgettext_lazy("kind of evidence", "assignment")
        DEMO = "demo", pgettext_lazy("kind of evidence", "demo slot")
        TEST = "test", pgettext_lazy("kind of evidence", "test")
        MATERIAL = "material", pgettext_lazy("kind of evidence", "training material")
        TRAINING = "training", pgettext_lazy("kind of evidence", "training delivered")

    edition = models.ForeignKey(
        StandardEdition, models.CASCADE, related_name="requirements"
    )
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    names = TranslatedField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    amount = models.DecimalField(
        max_digits=7, decimal_places=3, validators=[MinValueValidator(0)]
    )
    subjects = models.JSONField(default=list, blank=True)
    assumed = models.BooleanField(default=False)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "code"], name="requirement_code_once"
            ),
            models.UniqueConstraint(
                fields=["edition", "position"], name="requirement_position_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="requirement_asks_something"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **options: Any) -> None:
        """A line changes only while its edition is a draft."""
        draft = StandardEdition.State.DRAFT
        if not self._state.adding and self.edition.state != draft:
            raise TypeError("A requirement of an edition in force is never changed.")
        super().save(*args, **options)


class FollowedStandard(models.Model):
    """The edition that a cohort follows, from a day on; the latest row holds."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        StandardEdition, models.PROTECT, related_name="followers"
    )
    since = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "since"], name="cohort_follows_one_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.edition_id}"


class WaiverRow(models.Model):
    """A WG member of a cohort is let off a requirement; it says why, and by whom."""

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    requirement = models.ForeignKey(
        RequirementLine, models.PROTECT, related_name="waivers"
    )
    reason = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "cohort", "requirement"],
                condition=Q(withdrawn_at=None),
                name="waiver_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="waiver_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
