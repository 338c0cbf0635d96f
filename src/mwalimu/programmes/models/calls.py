"""Calls for nominations, the names that administrations give, and their screening."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.programmes import Cohort
from mwalimu.programmes.models.seats import Holding
from mwalimu.programmes.querysets import NominationQuerySet
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.fields import PublicId, TranslatedField
from mwalimu.shared.models import StoredFile


class Call(models.Model):
    """A cohort asks Members for names. It closes at the end of `closes_on` in the time
    zone of each Member.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a call", "draft")
        OPEN = "open", pgettext_lazy("state of a call", "open")
        CONCLUDED = "concluded", pgettext_lazy("state of a call", "concluded")

    uuid = PublicId()
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="calls")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    profiles = TranslatedField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    concluded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-closes_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "topic"],
                condition=~Q(state="concluded"),
                name="call_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="call_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state="concluded", concluded_at__isnull=False)
                | (~Q(state="concluded") & Q(concluded_at=None)),
                name="call_concluded_has_instant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.topic_id}"


class Invited(models.Model):
    """A Member that a call asks, for so many seats; the team may reopen it for them."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="invited")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    seats = models.PositiveSmallIntegerField()
    reopened_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["member__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "member"], name="call_asks_member_once"
            ),
            models.CheckConstraint(
                condition=Q(seats__range=(1, 20)), name="call_asks_for_seats"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.member_id}"


class CallCriterion(models.Model):
    """One line of the rubric: scored from 0 to `most`, counted `weight` times."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    names = TranslatedField()
    weight = models.PositiveSmallIntegerField(default=1)
    most = models.PositiveSmallIntegerField(default=5)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "position"], name="call_criterion_position_once"
            ),
            models.CheckConstraint(
                condition=Q(weight__range=(1, 100), most__range=(1, 100)),
                name="call_criterion_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.position}"


class Nomination(models.Model):
    """An administration names an officer. A draft is seen by that administration only.

    `on_behalf`: the project team entered it from a letter, whose scan is attached.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a nomination", "draft")
        SUBMITTED = "submitted", pgettext_lazy("state of a nomination", "submitted")
        ACCEPTED = "accepted", pgettext_lazy("state of a nomination", "accepted")
        ANOTHER = (
            "another",
            pgettext_lazy("state of a nomination", "another name asked"),
        )
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a nomination", "withdrawn")

    STANDING = (State.DRAFT, State.SUBMITTED, State.ACCEPTED)

    uuid = PublicId()
    call = models.ForeignKey(Call, models.PROTECT, related_name="nominations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    motivation = models.TextField(blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    late = models.BooleanField(default=False)
    on_behalf = models.BooleanField(default=False)
    holding = models.OneToOneField(
        Holding, models.PROTECT, null=True, blank=True, related_name="nomination"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["member__code", "submitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "person"],
                condition=Q(state__in=["draft", "submitted", "accepted"]),
                name="nomination_once_a_call",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", holding__isnull=False)
                | (~Q(state="accepted") & Q(holding=None)),
                name="nomination_accepted_has_seat",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "accepted", "another"])
                | Q(submitted_at__isnull=False),
                name="nomination_submitted_has_instant",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="nomination_of_person")]

    def __str__(self) -> str:
        return str(self.uuid)


class NominationFile(models.Model):
    """What comes with a nomination: the letter, a curriculum vitae."""

    uuid = PublicId()
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.uuid)


class NominationScore(models.Model):
    """What one scorer of the project team gives on one criterion. It stays inside."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(CallCriterion, models.PROTECT, related_name="+")
    scorer = models.ForeignKey(Person, models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "criterion", "scorer"],
                name="nomination_score_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomination_id} {self.criterion_id} {self.score}"


class NameRequest(models.Model):
    """The project team asks an administration for another name, in these words."""

    uuid = PublicId()
    nomination = models.OneToOneField(
        Nomination, models.PROTECT, related_name="name_request"
    )
    language = models.CharField(max_length=10)
    text = models.TextField()
    answer_by = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.uuid)
