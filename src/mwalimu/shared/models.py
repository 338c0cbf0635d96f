"""The outbox table and the table of stored files."""

from django.db import models
from django.db.models import Q

from mwalimu.shared.fields import PublicId


class OutboxMessage(models.Model):
    """Something to be done outside the database, once."""

    uuid = PublicId()
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="outbox_waiting", condition=Q(done_at=None)
            )
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
