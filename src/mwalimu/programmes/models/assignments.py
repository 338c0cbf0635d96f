"""Intersessional work: what is asked, what was handed in, what was said of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.programmes import Cohort, Stage
from mwalimu.reference.models import Topic
from mwalimu.shared.fields import PublicId, TranslatedField
from mwalimu.shared.models import StoredFile


class Assignment(models.Model):
    """What the WG members of a cohort are asked to do between working groups.

    It is due at the end of `due_on` in the participant's own time zone. Until
    `late_until` it is still taken and marked late; afterwards it is refused.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of an assignment", "draft")
        OPEN = "open", pgettext_lazy("state of an assignment", "open")
        CLOSED = "closed", pgettext_lazy("state of an assignment", "closed")

    uuid = PublicId()
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="assignments")
    stage = models.ForeignKey(
        Stage, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="+"
    )
    code = models.CharField(max_length=20)
    titles = TranslatedField()
    instructions = TranslatedField()
    due_on = models.DateField()
    late_until = models.DateField(null=True, blank=True)
    assessors_wanted = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["due_on", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "code"], name="assignment_code_once"
            ),
            models.CheckConstraint(
                condition=Q(late_until=None) | Q(late_until__gte=F("due_on")),
                name="assignment_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(assessors_wanted__range=(1, 5)),
                name="assignment_has_assessors",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Criterion(models.Model):
    """One line of an assignment's rubric, scored from 0 to `most`."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    names = TranslatedField()
    most = models.PositiveSmallIntegerField(default=5)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "position"], name="criterion_position_once"
            ),
            models.CheckConstraint(
                condition=Q(most__range=(1, 100)), name="criterion_scale"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.position}"


class Submission(models.Model):
    """One version of what a person handed in. A new version never replaces an old one.

    `reason` is why the project team handed it in for the person; `decided_reason` why it
    settled a version on which the assessors differ. `more_reviews` are wanted beyond
    those of the assignment.
    """

    class State(models.TextChoices):
        HANDED_IN = "handed_in", pgettext_lazy("state of a submission", "handed in")
        ACCEPTED = "accepted", pgettext_lazy("state of a submission", "accepted")
        REPEAT = "repeat", pgettext_lazy("state of a submission", "to be repeated")
        REJECTED = "rejected", pgettext_lazy("state of a submission", "rejected")
        REPLACED = "replaced", pgettext_lazy("state of a submission", "newer version")

    uuid = PublicId()
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, related_name="submissions"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    late = models.BooleanField(default=False)
    state = models.CharField(
        max_length=9, choices=State.choices, default=State.HANDED_IN
    )
    more_reviews = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["assignment", "person", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "person", "version"],
                name="submission_version_once",
            ),
            models.UniqueConstraint(
                fields=["assignment", "person"],
                condition=Q(state="handed_in"),
                name="submission_waiting_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["handed_in", "replaced"], settled_at=None)
                | (
                    Q(state__in=["accepted", "repeat", "rejected"])
                    & Q(settled_at__isnull=False)
                ),
                name="submission_settled_has_instant",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="submission_of_person")]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.person_id} v{self.version}"


class SubmissionFile(models.Model):
    """A file of a submission, by the name its author gave it."""

    uuid = PublicId()
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return str(self.uuid)


class Review(models.Model):
    """What one assessor says of a submission; final once it is given."""

    class Decision(models.TextChoices):
        ACCEPT = "accept", pgettext_lazy("decision of a review", "accept")
        REPEAT = "repeat", pgettext_lazy("decision of a review", "repeat")
        REJECT = "reject", pgettext_lazy("decision of a review", "reject")

    uuid = PublicId()
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="reviews")
    assessor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=6, choices=Decision.choices)
    remarks = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "assessor"], name="review_once_an_assessor"
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.decision}"


class ReviewScore(models.Model):
    """The score of a review on one criterion of the rubric."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "criterion"], name="review_score_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion_id} {self.score}"
