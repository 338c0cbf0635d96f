"""Invitations to a session, one for each person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.shared.fields import PublicId


class Invitation(models.Model):
    """A person is invited to a session; `sequence` is that of the last mail.

    `said` is a print of what the last mail said: another one means an update.
    """

    class State(models.TextChoices):
        TO_SEND = "to_send", pgettext_lazy("invitation", "not sent")
        SENT = "sent", pgettext_lazy("invitation", "sent, no answer yet")
        ACCEPTED = "accepted", pgettext_lazy("invitation", "coming")
        DECLINED = "declined", pgettext_lazy("invitation", "not coming")
        CANCELLED = "cancelled", pgettext_lazy("invitation", "withdrawn")

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.TO_SEND)
    sequence = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], name="invitation_once_a_session"
            ),
            models.CheckConstraint(
                condition=Q(state="to_send", sent_at=None)
                | Q(state="cancelled")
                | Q(sent_at__isnull=False),
                name="invitation_sent_has_instant",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "declined"])
                | Q(answered_at__isnull=False),
                name="invitation_answered_has_instant",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="invitation_of_person")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id} {self.state}"
