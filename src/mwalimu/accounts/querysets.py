"""How accounts and audit lines are asked for."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.base_user import BaseUserManager
from django.db import models

if TYPE_CHECKING:
    from mwalimu.accounts.models import Account


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)

    def create_superuser(self, email: str, password: str, **fields: Any) -> "Account":
        """For `mwalimu manage createsuperuser`: reads the technical admin."""
        account = self.model(
            email=self.normalize_email(email),
            is_staff=True,
            is_superuser=True,
            **fields,
        )
        account.set_password(password)
        account.save()
        return account


class AuditQuerySet(models.QuerySet[Any]):
    """Questions to the audit trail."""

    def about(self, subject: str, uuid: UUID) -> "AuditQuerySet":
        """Lines on one row, newest first."""
        return self.filter(subject=subject, subject_uuid=uuid).order_by("-id")
