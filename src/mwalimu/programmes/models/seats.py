"""Seats of a cohort, and the persons who hold them one after another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.programmes import Cohort
from mwalimu.programmes.querysets import HoldingQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PrecisionField, PublicId


class Seat(models.Model):
    """A place of a Member in a cohort and topic. It stays when its holder changes."""

    uuid = PublicId()
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="seats")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["cohort", "member__code", "topic__position", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "member", "topic", "number"], name="seat_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="seat_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.member_id} {self.topic_id} {self.number}"


class Holding(models.Model):
    """A person holds a seat from a day to a day; why that began and why it ended.

    `until` is the last day. A person who comes back after a deferral holds it anew.
    """

    class Began(models.TextChoices):
        NOMINATED = "nominated", pgettext_lazy("why a seat is held", "nominated")
        REPLACEMENT = "replacement", pgettext_lazy("why a seat is held", "replacement")
        LATE = "late", pgettext_lazy("why a seat is held", "joined late")
        TRANSFER = "transfer", pgettext_lazy("why a seat is held", "transferred in")
        RESUMED = "resumed", pgettext_lazy("why a seat is held", "came back")

    class Ended(models.TextChoices):
        REPLACED = "replaced", pgettext_lazy("why a seat was left", "replaced")
        WITHDRAWN = "withdrawn", pgettext_lazy("why a seat was left", "withdrawn")
        DEFERRED = "deferred", pgettext_lazy("why a seat was left", "deferred")
        TRANSFERRED = "transferred", pgettext_lazy("why a seat was left", "transferred")
        COMPLETED = "completed", pgettext_lazy("why a seat was left", "completed")

    uuid = PublicId()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField()
    since_precision = PrecisionField()
    began = models.CharField(max_length=11, choices=Began.choices)
    until = models.DateField(null=True, blank=True)
    until_precision = PrecisionField()
    ended = models.CharField(max_length=11, choices=Ended.choices, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = HoldingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(until=None), name="seat_held_by_one"
            ),
            models.CheckConstraint(
                condition=Q(until=None, ended="")
                | (Q(until__gte=F("since")) & ~Q(ended="")),
                name="holding_ends_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["person", "since"], name="holding_of_person")]

    def __str__(self) -> str:
        return f"{self.seat_id} {self.person_id}"


CAME_AFTER_OTHERS = (
    Holding.Began.LATE,
    Holding.Began.REPLACEMENT,
    Holding.Began.RESUMED,
)
