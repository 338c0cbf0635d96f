"""Demo slots of the last working group, their scores, and the panel's minutes.

The three criteria are those of the one public source; the scale of 1 to 5 is an
assumption, because no source states one.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.reference.models import Topic
from mwalimu.shared.fields import PublicId
from mwalimu.shared.models import StoredFile

LEAST, MOST = 1, 5


class DemoCriterion(models.TextChoices):
    """What a demo is judged by."""

    SKILL = "skill", pgettext_lazy("criterion of a demo", "training skill")
    EXPERTISE = "expertise", pgettext_lazy("criterion of a demo", "technical expertise")
    CONTENT = (
        "content",
        pgettext_lazy("criterion of a demo", "content of the materials"),
    )


class DemoSlot(models.Model):
    """One candidate teaches one slot to real trainees."""

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="slots")
    candidate = models.ForeignKey(Person, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    day = models.DateField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=45)
    title = models.CharField(max_length=200, blank=True)
    room = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "position"], name="slot_position_once"
            ),
            models.CheckConstraint(
                condition=Q(minutes__range=(5, 600)), name="slot_minutes"
            ),
        ]
        indexes = [models.Index(fields=["candidate"], name="slot_of_candidate")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.position}"


class DemoAssessor(models.Model):
    """Somebody who is to score a slot: never the candidate, nor of their Member."""

    slot = models.ForeignKey(DemoSlot, models.CASCADE, related_name="assessors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "person"], name="slot_assessor_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.person_id}"


class DemoScore(models.Model):
    """What one assessor gave; final, and unseen by the others until all are in."""

    uuid = PublicId()
    slot = models.ForeignKey(DemoSlot, models.PROTECT, related_name="scores")
    assessor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    skill = models.PositiveSmallIntegerField()
    expertise = models.PositiveSmallIntegerField()
    content = models.PositiveSmallIntegerField()
    remarks = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "assessor"], name="demo_score_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    skill__range=(LEAST, MOST),
                    expertise__range=(LEAST, MOST),
                    content__range=(LEAST, MOST),
                ),
                name="demo_score_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.assessor_id}"


class PanelMinutes(models.Model):
    """What the panel agreed on the candidates of a session, signed by its members.

    `content_hash` is that of the text that is signed; while it is empty the minutes are
    a draft. Signed minutes never change: new ones say that they correct them.
    """

    uuid = PublicId()
    session = models.ForeignKey(Session, models.PROTECT, related_name="minutes")
    language = models.CharField(max_length=10)
    text = models.TextField(blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    pdf = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "panel minutes"

    def __str__(self) -> str:
        return str(self.uuid)


class PanelResult(models.Model):
    """The result that the panel agreed for one candidate in one topic."""

    minutes = models.ForeignKey(PanelMinutes, models.CASCADE, related_name="results")
    candidate = models.ForeignKey(Person, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    skill = models.PositiveSmallIntegerField()
    expertise = models.PositiveSmallIntegerField()
    content = models.PositiveSmallIntegerField()
    remarks = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "candidate", "topic"], name="panel_result_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    skill__range=(LEAST, MOST),
                    expertise__range=(LEAST, MOST),
                    content__range=(LEAST, MOST),
                ),
                name="panel_result_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.candidate_id}"


class PanelMember(models.Model):
    """Somebody of the panel, for whom they sit there, and when they signed."""

    minutes = models.ForeignKey(PanelMinutes, models.CASCADE, related_name="panel")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organisation = models.CharField(max_length=100)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "person"], name="panel_member_once"
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_hash="")
                | (Q(signed_at__isnull=False) & ~Q(signed_hash="")),
                name="panel_signature_has_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.person_id}"
