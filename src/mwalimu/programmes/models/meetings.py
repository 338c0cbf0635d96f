"""What is on at a session: the agenda, the papers, the experts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.attendance import SessionDay
from mwalimu.programmes.models.events import Session
from mwalimu.shared.fields import PublicId
from mwalimu.shared.models import StoredFile


class AgendaItem(models.Model):
    """A line of the agenda of a day; times are those of the place of the session."""

    class Kind(models.TextChoices):
        PRESENTATION = "presentation", pgettext_lazy("agenda", "presentation")
        EXERCISE = "exercise", pgettext_lazy("agenda", "exercise")
        DISCUSSION = "discussion", pgettext_lazy("agenda", "discussion")
        DEMONSTRATION = "demonstration", pgettext_lazy("agenda", "demo delivery")
        CEREMONY = "ceremony", pgettext_lazy("agenda", "ceremony")
        BREAK = "break", pgettext_lazy("agenda", "break")
        OTHER = "other", pgettext_lazy("agenda", "other")

    uuid = PublicId()
    day = models.ForeignKey(SessionDay, models.PROTECT, related_name="agenda")
    starts_at = models.TimeField()
    ends_at = models.TimeField(null=True, blank=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=13, choices=Kind.choices)
    speaker = models.CharField(max_length=200, blank=True)
    room = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["day__day", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="agenda_item_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Paper(models.Model):
    """A file for those who take part, or for the project team alone."""

    class SeenBy(models.TextChoices):
        PARTICIPANTS = "participants", pgettext_lazy("seen by", "participants")
        TEAM = "team", pgettext_lazy("seen by", "project team only")

    uuid = PublicId()
    session = models.ForeignKey(Session, models.CASCADE, related_name="papers")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10, blank=True)
    seen_by = models.CharField(max_length=12, choices=SeenBy.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "file"], name="paper_once_a_session"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SessionExpert(models.Model):
    """Who teaches or advises at a session: a person recorded here, or a name."""

    uuid = PublicId()
    session = models.ForeignKey(Session, models.CASCADE, related_name="experts")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    part = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], name="session_expert_once"
            ),
            models.CheckConstraint(
                condition=Q(person=None) | Q(name=""),
                name="session_expert_is_a_person_or_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.person_id}"

    @property
    def called(self) -> str:
        """The name of the person, or the name that was written."""
        return self.person.name if self.person else self.name
