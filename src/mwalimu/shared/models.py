"""The outbox, stored files, uploads, periodic jobs, and what the instance knows of itself."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from mwalimu.shared.fields import PlainWordField, PublicId


class OutboxMessage(models.Model):
    """Something to be done outside the database, once.

    `attempts` is also the claim: whoever moved it from n to n + 1 may work until
    `due_at`, then the message is free again.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        KEPT = "kept"  # readable on the outbox page instead of being sent
        FAILED = "failed"  # given up; `last_error` says why
        ERASED = "erased"  # never sent: it told of somebody who was forgotten

    uuid = PublicId()
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at=None)
                | (~Q(state="waiting") & Q(settled_at__isnull=False)),
                name="outbox_settled_has_instant",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="outbox_waiting",
                condition=Q(state="waiting"),
            ),
            models.Index(fields=["kind", "-id"], name="outbox_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class StoredFile(models.Model):
    """Content kept once per hash; who may read it is decided by what refers to it."""

    uuid = PublicId()
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class Upload(models.Model):
    """A file that comes in pieces. `received` bytes are here; `file` once all are.

    Only its `owner` (the uuid of an account) sends, sees and uses it. `purpose` says
    what it is for, `modified` what the sender's device says of its last change: the
    same file chosen again goes on where it broke off. What was `used` stays until it
    expires, so that a form sent twice finds its files twice.
    """

    uuid = PublicId()
    owner = models.UUIDField()
    purpose = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    modified = models.BigIntegerField(default=0)
    received = models.PositiveBigIntegerField(default=0)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    used = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "purpose", "name", "size", "modified"],
                name="upload_same_file_once",
            ),
            models.CheckConstraint(
                condition=Q(received__lte=F("size")), name="upload_not_too_long"
            ),
            models.CheckConstraint(
                condition=Q(file=None) | Q(received=F("size")),
                name="upload_whole_before_stored",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class PeriodicJob(models.Model):
    """A job of the closed list in `mwalimu.cli.worker.jobs`, and how it went last."""

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=200, blank=True)
    failed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class MarkManager(models.Manager["Mark"]):
    """Setting and reading marks."""

    def put(self, name: str, at: datetime, **value: Any) -> "Mark":
        """Set a mark; it replaces the one of that name."""
        mark, _ = self.update_or_create(name=name, defaults={"at": at, "value": value})
        return mark

    def named(self, name: str) -> "Mark | None":
        """The mark of that name, if it was ever set."""
        return self.filter(name=name).first()


class Mark(models.Model):
    """Something the instance knows of itself: last beat of the worker, last backup."""

    name = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()
    value = models.JSONField(default=dict)

    objects: ClassVar[MarkManager] = MarkManager()

    def __str__(self) -> str:
        return self.name


class SearchStem(models.Model):
    """The vocabulary of the search index: a word form of a kind of rows, once."""

    kind = models.CharField(max_length=20)
    stem = PlainWordField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "stem"], name="search_stem_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.stem}"


class SearchWord(models.Model):
    """A row is found by a word: see mwalimu.shared.search."""

    pk = models.CompositePrimaryKey("stem_id", "row")
    stem = models.ForeignKey(
        SearchStem, models.CASCADE, related_name="+", db_index=False
    )
    row = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["row", "stem"], name="search_word_row")]

    def __str__(self) -> str:
        return f"{self.row} {self.stem_id}"
