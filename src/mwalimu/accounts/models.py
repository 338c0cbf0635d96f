"""Accounts, actors and the audit trail."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.querysets import AccountManager, AuditQuerySet
from mwalimu.shared.fields import PublicId

FORGOTTEN = "erased.invalid"  # the domain of addresses that are no longer known


class Account(AbstractBaseUser, PermissionsMixin):
    """A sign-in. Who the person is, and what they may do, stands in `people`."""

    uuid = PublicId()
    email = models.EmailField(unique=True)
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    invited_at = models.DateTimeField(null=True, blank=True)
    invited_by = models.ForeignKey(
        "accounts.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="account_email_any_case")
        ]

    def __str__(self) -> str:
        return self.email


class Actor(models.Model):
    """Whoever does something: every write names one.

    An account is one actor for itself, and one more for each actor on whose behalf it
    enters something. The label of a person without an account is their uuid.
    """

    class Kind(models.TextChoices):
        USER = "user", pgettext_lazy("kind of actor", "user")
        DEVICE = "device", pgettext_lazy("kind of actor", "device")
        TOKEN = "token", pgettext_lazy("kind of actor", "token")
        IMPORT = "import", pgettext_lazy("kind of actor", "import")
        TRAINEE = "trainee", pgettext_lazy("kind of actor", "trainee with a link")
        SYSTEM = "system", pgettext_lazy("kind of actor", "system")
        PERSON = "person", pgettext_lazy("kind of actor", "person without an account")

    uuid = PublicId()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="actors"
    )
    on_behalf_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    label = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="user", account__isnull=False)
                | (~Q(kind="user") & Q(account__isnull=True)),
                name="actor_user_has_account",
            ),
            models.UniqueConstraint(
                fields=["label"],
                condition=Q(kind__in=["system", "person"]),
                name="actor_label_once",
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(kind="user", on_behalf_of=None),
                name="actor_once_an_account",
            ),
            models.UniqueConstraint(
                fields=["account", "on_behalf_of"],
                condition=Q(kind="user"),
                name="actor_once_on_behalf",
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.kind

    @property
    def answerable(self) -> list["Actor"]:
        """This actor and those on whose behalf it acts: what it does is theirs, too."""
        behind = self.on_behalf_of
        return [self] if behind is None else [self, *behind.answerable]


class AuditLine(models.Model):
    """One write: who, when, from where, before and after. Never changed; kept ten years.

    `before` and `after` hold no names of persons: rows are named by their uuid.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_uuid = models.UUIDField()
    origin = models.CharField(max_length=100, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["subject", "subject_uuid", "-id"], name="audit_subject"
            ),
            models.Index(fields=["-at"], name="audit_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_uuid}"

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk:
            raise TypeError("An audit line is never changed.")
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An audit line is never deleted.")
