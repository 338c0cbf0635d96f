"""Accreditations of experts: a path in phases, apart from awards, and its history."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.qualification.models.experts import (
    ExpertField,
    ExpertType,
    ExpertWorkshop,
)
from mwalimu.qualification.querysets import AccreditationQuerySet, HistoryQuerySet
from mwalimu.reference.models import Member
from mwalimu.shared.fields import PublicId
from mwalimu.shared.models import StoredFile


class AcePhase(models.TextChoices):
    """What a path waits for. See engine.accreditation.Phase."""

    SCREENING = "screening", pgettext_lazy("phase of accreditation", "pre-screening")
    WORKSHOP = "workshop", pgettext_lazy("phase of accreditation", "workshop")
    MISSION = "mission", pgettext_lazy("phase of accreditation", "assessed mission")
    ACCREDITED = "accredited", pgettext_lazy("phase of accreditation", "accredited")


class AceStep(models.TextChoices):
    """What can happen on a path. See engine.accreditation.StepKind."""

    PROPOSED = "proposed", pgettext_lazy("step of accreditation", "proposed")
    TAKEN_OVER = (
        "taken_over",
        pgettext_lazy("step of accreditation", "older accreditation taken over"),
    )
    CONVERTED_FROM = (
        "converted_from",
        pgettext_lazy("step of accreditation", "converted from another accreditation"),
    )
    SELECTED = "selected", pgettext_lazy("step of accreditation", "pre-screened: yes")
    NOT_SELECTED = (
        "not_selected",
        pgettext_lazy("step of accreditation", "pre-screened: no"),
    )
    REGISTERED = (
        "registered",
        pgettext_lazy("step of accreditation", "registered for a workshop"),
    )
    PLACE_GIVEN_UP = (
        "place_given_up",
        pgettext_lazy("step of accreditation", "place in the workshop given up"),
    )
    WORKSHOP_PASSED = (
        "workshop_passed",
        pgettext_lazy("step of accreditation", "workshop passed: pre-accredited"),
    )
    WORKSHOP_REPEAT = (
        "workshop_repeat",
        pgettext_lazy("step of accreditation", "workshop to be repeated"),
    )
    WORKSHOP_FAILED = (
        "workshop_failed",
        pgettext_lazy("step of accreditation", "workshop not passed"),
    )
    MISSION_PLANNED = (
        "mission_planned",
        pgettext_lazy("step of accreditation", "mission planned"),
    )
    MISSION_CALLED_OFF = (
        "mission_called_off",
        pgettext_lazy("step of accreditation", "mission called off"),
    )
    ASSESSED = (
        "assessed",
        pgettext_lazy("step of accreditation", "mission assessed by an assessor"),
    )
    MISSION_PASSED = (
        "mission_passed",
        pgettext_lazy("step of accreditation", "mission passed: accredited"),
    )
    MISSION_REPEAT = (
        "mission_repeat",
        pgettext_lazy("step of accreditation", "another mission is needed"),
    )
    MISSION_FAILED = (
        "mission_failed",
        pgettext_lazy("step of accreditation", "mission not passed"),
    )
    REFRESHED = (
        "refreshed",
        pgettext_lazy("step of accreditation", "took part in a refresher"),
    )
    SUSPENDED = "suspended", pgettext_lazy("step of accreditation", "suspended")
    RESUMED = "resumed", pgettext_lazy("step of accreditation", "resumed")
    WITHDRAWN = "withdrawn", pgettext_lazy("step of accreditation", "withdrawn")
    ENDED = "ended", pgettext_lazy("step of accreditation", "ended")
    CONVERTED_TO = (
        "converted_to",
        pgettext_lazy("step of accreditation", "converted to another accreditation"),
    )
    TAKEN_BACK = (
        "taken_back",
        pgettext_lazy("step of accreditation", "last step taken back"),
    )


class Accreditation(models.Model):
    """A person's path to be an expert of a type, in a field where the type has one.

    Everything from `phase` to `closed_by` follows from the steps, as `follow` in
    engine.accreditation reads them, and is kept for the board. Never deleted.
    """

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    type = models.ForeignKey(ExpertType, models.PROTECT, related_name="+")
    field = models.ForeignKey(
        ExpertField, models.PROTECT, null=True, blank=True, related_name="+"
    )
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="conversions"
    )
    phase = models.CharField(max_length=10, choices=AcePhase.choices)
    phase_since = models.DateField()
    booked_until = models.DateField(null=True, blank=True)
    free_since = models.DateField(null=True, blank=True)
    asked = models.PositiveSmallIntegerField(default=0)
    assessed = models.PositiveSmallIntegerField(default=0)
    pre_accredited_on = models.DateField(null=True, blank=True)
    accredited_on = models.DateField(null=True, blank=True)
    refreshed_on = models.DateField(null=True, blank=True)
    refresher_due_on = models.DateField(null=True, blank=True)
    suspended_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.CharField(max_length=18, choices=AceStep.choices, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = AccreditationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "type", "field"],
                condition=Q(closed_on=None, field__isnull=False),
                name="accreditation_open_once",
            ),
            models.UniqueConstraint(
                fields=["person", "type"],
                condition=Q(closed_on=None, field=None),
                name="accreditation_without_field_open_once",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by="")
                | (Q(closed_on__isnull=False) & ~Q(closed_by="")),
                name="accreditation_closed_by_a_step",
            ),
            models.CheckConstraint(
                condition=Q(accredited_on=None)
                | Q(
                    pre_accredited_on__isnull=False,
                    accredited_on__gte=F("pre_accredited_on"),
                ),
                name="accredited_after_pre_accredited",
            ),
            models.CheckConstraint(
                condition=Q(phase__in=["screening", "workshop"], pre_accredited_on=None)
                | Q(
                    phase="mission",
                    pre_accredited_on__isnull=False,
                    accredited_on=None,
                )
                | Q(phase="accredited", accredited_on__isnull=False),
                name="accreditation_skips_no_phase",
            ),
        ]
        indexes = [
            models.Index(
                fields=["phase", "phase_since"],
                condition=Q(closed_on=None),
                name="accreditation_on_board",
            ),
            models.Index(fields=["person"], name="accreditation_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.type_id} {self.field_id}"

    @property
    def holds(self) -> bool:
        """The person is an accredited expert now."""
        interrupted = self.suspended_on or self.closed_on
        return self.accredited_on is not None and not interrupted


class AssessedMission(models.Model):
    """A mission on which a pre-accredited expert co-facilitates and is assessed."""

    uuid = PublicId()
    accreditation = models.ForeignKey(
        Accreditation, models.PROTECT, related_name="missions"
    )
    host = models.ForeignKey(Member, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    assessors = models.ManyToManyField(Person, related_name="+")
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="assessed_mission_days_in_order",
            )
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class Written(models.Model):
    """A row that is written once: never changed, never deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError("A line of history is never changed.")
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A line of history is never deleted.")


class MissionAssessment(Written):
    """What one assessor said of a mission. Final; the remarks stay inside.

    `reason` holds the remarks: it goes when the person is erased.
    """

    class Result(models.TextChoices):
        PASSED = "passed", pgettext_lazy("result of an assessment", "passed")
        REPEAT = (
            "repeat",
            pgettext_lazy("result of an assessment", "another mission is needed"),
        )
        FAILED = "failed", pgettext_lazy("result of an assessment", "not passed")

    uuid = PublicId()
    mission = models.ForeignKey(
        AssessedMission, models.PROTECT, related_name="assessments"
    )
    assessor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    result = models.CharField(max_length=6, choices=Result.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "assessor"], name="mission_assessed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.mission_id} {self.assessor_id}"


class AccreditationEvent(Written):
    """One step of a path, as engine.accreditation reads it. Written once.

    `day` is when it happened. `phase` says where a path begins that was taken over or
    converted, `until` the last day of what was arranged, `asked` how many assess it.
    `undoes` is the step that this one takes back, `other` the accreditation on the other
    side of a conversion. `reason` may tell who somebody was and goes with their erasure.
    """

    uuid = PublicId()
    accreditation = models.ForeignKey(
        Accreditation, models.PROTECT, related_name="events"
    )
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=18, choices=AceStep.choices)
    day = models.DateField()
    phase = models.CharField(max_length=10, choices=AcePhase.choices, blank=True)
    until = models.DateField(null=True, blank=True)
    asked = models.PositiveSmallIntegerField(default=0)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_by"
    )
    other = models.ForeignKey(
        Accreditation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    workshop = models.ForeignKey(
        ExpertWorkshop, models.PROTECT, null=True, blank=True, related_name="events"
    )
    mission = models.ForeignKey(
        AssessedMission, models.PROTECT, null=True, blank=True, related_name="events"
    )
    assessment = models.ForeignKey(
        MissionAssessment, models.PROTECT, null=True, blank=True, related_name="events"
    )
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(
                fields=["accreditation", "number"], name="accreditation_step_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="taken_back", undoes__isnull=False)
                | (~Q(kind="taken_back") & Q(undoes=None)),
                name="accreditation_step_takes_back_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.accreditation_id} {self.kind}"


class EvidenceFile(models.Model):
    """A document on which a step rests: a scan, a report. Goes with the erasure."""

    uuid = PublicId()
    event = models.ForeignKey(AccreditationEvent, models.PROTECT, related_name="papers")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
