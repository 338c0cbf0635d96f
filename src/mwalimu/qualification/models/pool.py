"""The pool: what Master Trainers tell of themselves, and what a search needs."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Consent, Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models.awards import Award
from mwalimu.qualification.querysets import PoolQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId


class ProfileField(models.TextChoices):
    """What a Master Trainer may show, each to an audience of its own."""

    NAME = "name", pgettext_lazy("field of a profile", "my name")
    ABOUT = "about", pgettext_lazy("field of a profile", "what I write about myself")
    CONTACT = "contact", pgettext_lazy("field of a profile", "how to reach me")
    LANGUAGES = "languages", pgettext_lazy("field of a profile", "my languages")
    EXPERIENCE = (
        "experience",
        pgettext_lazy("field of a profile", "how many trainings I gave, and when last"),
    )
    AVAILABILITY = (
        "availability",
        pgettext_lazy("field of a profile", "when I am available"),
    )
    ACCREDITED = (
        "accredited",
        pgettext_lazy("field of a profile", "that I am a WCO Accredited Expert"),
    )


class Profile(models.Model):
    """What a person writes about themselves. Cleared when they are erased."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="+")
    about = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.person_id)


class FieldConsent(models.Model):
    """Who may see a field of a person's profile, from when to when: a history.

    Without an open row only the project team sees it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    field = models.CharField(max_length=12, choices=ProfileField.choices)
    audience = models.CharField(max_length=10, choices=Consent.Audience.choices)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "field"],
                condition=Q(withdrawn_at=None),
                name="field_consent_open_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="field_consent_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.audience}"


class Availability(models.Model):
    """Days on which a person can, or cannot, go on a mission. Both are included."""

    class Kind(models.TextChoices):
        FREE = "free", pgettext_lazy("availability", "available")
        BUSY = "busy", pgettext_lazy("availability", "not available")

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="availability_dates_in_order"
            )
        ]
        indexes = [
            models.Index(fields=["person", "since"], name="availability_of_person")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.since} {self.until}"


class Floor(models.Model):
    """How few Master Trainers of a topic a Member of a cohort should have, at least.

    Seen by the project team and that Member only.
    """

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    least = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "member", "topic"], name="floor_once"
            ),
            models.CheckConstraint(
                condition=Q(least__range=(1, 99)), name="floor_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.topic_id} {self.least}"


class PoolRow(models.Model):
    """What a search asks of one award: derived, and rebuilt with the same result.

    `key` is the name as it is sorted: folded, in the order written. `until` is the first
    day on which the award no longer holds. `experts` names the accreditations that hold:
    ` TYPE:FIELD ` for each. `*_to`: who sees a field: 0 the project team, 1
    administrations too, 2 everybody.
    """

    award = models.OneToOneField(
        Award, models.CASCADE, primary_key=True, related_name="+"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)
    delivered = models.PositiveIntegerField(default=0)
    delivered_on = models.DateField(null=True)
    moved_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    suspended_on = models.DateField(null=True)
    experts = models.TextField(blank=True, default="")
    name_to = models.PositiveSmallIntegerField(default=0)
    languages_to = models.PositiveSmallIntegerField(default=0)
    experience_to = models.PositiveSmallIntegerField(default=0)
    availability_to = models.PositiveSmallIntegerField(default=0)
    accredited_to = models.PositiveSmallIntegerField(default=0)

    objects = PoolQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["key", "award"], name="pool_by_name"),
            models.Index(fields=["member", "key", "award"], name="pool_by_member"),
            models.Index(fields=["topic", "key", "award"], name="pool_by_topic"),
            models.Index(fields=["delivered_on", "award"], name="pool_by_delivery"),
        ]

    def __str__(self) -> str:
        return str(self.award_id)
