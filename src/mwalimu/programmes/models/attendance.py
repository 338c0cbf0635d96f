"""The days of a session, and who was there."""

from django.db import models
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.shared.fields import PublicId


class SessionDay(models.Model):
    """A day on which a session met: attendance is a share of these."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="days")
    day = models.DateField()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["session", "day"], name="session_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.day}"


class Attendance(models.Model):
    """One person on one day of a session. No row: nobody has written anything."""

    class Presence(models.TextChoices):
        PRESENT = "present", pgettext_lazy("presence", "present")
        PART = "part", pgettext_lazy("presence", "part of the day")
        ONLINE = "online", pgettext_lazy("presence", "present online")
        EXCUSED = "excused", pgettext_lazy("presence", "excused")
        ABSENT = "absent", pgettext_lazy("presence", "absent")

    uuid = PublicId()
    day = models.ForeignKey(SessionDay, models.PROTECT, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    presence = models.CharField(max_length=7, choices=Presence.choices)
    note = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "person"], name="attendance_once_a_day"
            )
        ]
        indexes = [models.Index(fields=["person"], name="attendance_of_person")]

    def __str__(self) -> str:
        return f"{self.day_id} {self.person_id} {self.presence}"


class SessionGuest(models.Model):
    """Somebody who sits in without a seat of the cohort; why stands beside."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="guests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], name="session_guest_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id}"
