"""Letters between the project team and the heads of Customs.

Letters out are written here and leave as Word files with a number; letters in are scans
that carry a decision of the administration. Nothing that was issued or received changes.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.programmes.models.events import Session
from mwalimu.programmes.models.programmes import Cohort
from mwalimu.programmes.querysets import LetterQuerySet
from mwalimu.reference.models import Member
from mwalimu.shared.fields import PublicId
from mwalimu.shared.models import StoredFile


class LetterKind(models.TextChoices):
    """What a letter is about."""

    CALL = "call", pgettext_lazy("kind of letter", "call for nominations")
    INVITATION = "invitation", pgettext_lazy("kind of letter", "invitation")
    UNDERTAKING = "undertaking", pgettext_lazy("kind of letter", "undertaking")
    ANOTHER_NAME = "another_name", pgettext_lazy("kind of letter", "another name")
    REPLACEMENT = "replacement", pgettext_lazy("kind of letter", "replacement")
    RELEASE = "release", pgettext_lazy("kind of letter", "release of an officer")
    OTHER = "other", pgettext_lazy("kind of letter", "other")


class LetterText(models.Model):
    """The project team's own text of a kind of letter in a language.

    Without a row the text that comes with the product is used.
    """

    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language"], name="letter_text_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.language}"


class LetterLayout(models.Model):
    """A Word layout with the letterhead; the newest one is used."""

    uuid = PublicId()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class LetterBook(models.Model):
    """The last number given to a letter of a year: numbers have no gaps."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Letter(models.Model):
    """One letter, out or in. A draft out has no number; what has one never changes.

    `file` is the Word file or the scan; it goes when the person it is about is erased.
    """

    class Direction(models.TextChoices):
        OUT = "out", pgettext_lazy("direction of a letter", "out")
        IN = "in", pgettext_lazy("direction of a letter", "in")

    class Decision(models.TextChoices):
        NOMINATES = "nominates", pgettext_lazy("decision of a letter", "nominates")
        UNDERTAKES = (
            "undertakes",
            pgettext_lazy("decision of a letter", "undertakes to keep the officer"),
        )
        REPLACES = "replaces", pgettext_lazy("decision of a letter", "replaces")
        WITHDRAWS = "withdraws", pgettext_lazy("decision of a letter", "withdraws")
        RELEASES = "releases", pgettext_lazy("decision of a letter", "releases")
        DECLINES = "declines", pgettext_lazy("decision of a letter", "declines")
        INFORMS = "informs", pgettext_lazy("decision of a letter", "informs only")

    uuid = PublicId()
    direction = models.CharField(max_length=3, choices=Direction.choices)
    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, null=True, blank=True, related_name="letters"
    )
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="letters"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    language = models.CharField(max_length=10)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    signatory = models.CharField(max_length=200, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies"
    )
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(direction="out")
                | Q(direction="in", received_on__isnull=False, issued_at=None)
                & ~Q(decision=""),
                name="letter_in_carries_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(direction="in")
                | Q(issued_at=None, number="")
                | Q(issued_at__isnull=False) & ~Q(number=""),
                name="letter_out_is_numbered_when_issued",
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(direction="out") & ~Q(number=""),
                name="letter_number_once",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "-created_at"], name="letter_of_member"),
            models.Index(
                fields=["answer_by"],
                name="letter_waiting",
                condition=Q(answer_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.uuid)

    @property
    def is_draft(self) -> bool:
        """A letter out that has not been issued."""
        return self.direction == self.Direction.OUT and self.issued_at is None
