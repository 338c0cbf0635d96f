"""What is arranged for each person who comes to a session."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.programmes.models.meetings import SessionExpert
from mwalimu.programmes.querysets import ArrangementQuerySet
from mwalimu.shared.fields import PublicId


class Arrangement(models.Model):
    """One step for one person, or for an expert who is a name only. No row: open.

    `day` is when it was done, or the day of arrival or of the first night; `until` the
    day on which the hotel is left; `hour` that of the arrival where the session is held.
    """

    class Step(models.TextChoices):
        PASSPORT = "passport", pgettext_lazy("logistics", "passport name")
        VISA = "visa", pgettext_lazy("logistics", "visa")
        TICKET = "ticket", pgettext_lazy("logistics", "ticket")
        ALLOWANCE = "allowance", pgettext_lazy("logistics", "allowance")
        INSURANCE = "insurance", pgettext_lazy("logistics", "insurance")
        HOTEL = "hotel", pgettext_lazy("logistics", "hotel")
        ARRIVAL = "arrival", pgettext_lazy("logistics", "arrival")

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a step", "open")
        ASKED = "asked", pgettext_lazy("state of a step", "asked")
        DONE = "done", pgettext_lazy("state of a step", "done")
        NOT_NEEDED = "not_needed", pgettext_lazy("state of a step", "not needed")

    uuid = PublicId()
    session = models.ForeignKey(Session, models.CASCADE, related_name="arrangements")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    expert = models.ForeignKey(
        SessionExpert,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="arrangements",
    )
    step = models.CharField(max_length=9, choices=Step.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    day = models.DateField(null=True, blank=True)
    hour = models.TimeField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person", "step"], name="arrangement_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["session", "expert", "step"], name="arrangement_once_an_expert"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, expert=None)
                | Q(person=None, expert__isnull=False),
                name="arrangement_is_for_one",
            ),
            models.CheckConstraint(
                condition=Q(hour=None) | Q(step="arrival"),
                name="arrangement_hour_of_arrival",
            ),
            models.CheckConstraint(
                condition=Q(until=None)
                | Q(step="hotel", day__isnull=False, until__gt=F("day")),
                name="arrangement_nights_in_order",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="arrangement_of_person")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id or self.expert_id} {self.step}"


class StepDeadline(models.Model):
    """By when a step is due at a session, as days before its first day.

    Kept as days, so that it moves with the session. No row: the product's own.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="deadlines")
    step = models.CharField(max_length=9)
    days_before = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "step"], name="step_deadline_once"
            ),
            models.CheckConstraint(
                condition=Q(days_before__range=(0, 366)), name="step_deadline_in_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.step} {self.days_before}"
