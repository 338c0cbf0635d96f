"""Writing accounts, actors and audit lines."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mwalimu.accounts.models import Account, Actor, AuditLine

_origin: ContextVar[str] = ContextVar("origin", default="")


def come_from(origin: str) -> None:
    """Say where the writes of this request or command come from (address, command)."""
    _origin.set(origin[:100])


def actor_for(account: Account) -> Actor:
    """The actor that stands for an account."""
    actor, _ = Actor.objects.get_or_create(account=account, kind=Actor.Kind.USER)
    return actor


def system_actor(label: str = "mwalimu") -> Actor:
    """The system itself, acting without a person."""
    actor, _ = Actor.objects.get_or_create(kind=Actor.Kind.SYSTEM, label=label)
    return actor


def import_actor(label: str, on_behalf_of: Actor | None = None) -> Actor:
    """An import of a named file, for whoever started it."""
    actor, _ = Actor.objects.get_or_create(
        kind=Actor.Kind.IMPORT, label=label[:100], on_behalf_of=on_behalf_of
    )
    return actor


def record(
    verb: str,
    subject: str,
    uuid: UUID,
    *,
    by: Actor,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> AuditLine:
    """Add one line to the audit trail, in the caller's transaction."""
    return AuditLine.objects.create(
        at=at,
        by=by,
        verb=verb,
        subject=subject,
        subject_uuid=uuid,
        origin=_origin.get(),
        before=dict(before or {}),
        after=dict(after or {}),
    )


def record_many(
    verb: str,
    subject: str,
    rows: Iterable[tuple[UUID, Mapping[str, Any]]],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """One line for each (uuid, after) in bulk, in the caller's transaction."""
    AuditLine.objects.bulk_create(
        (
            AuditLine(
                at=at,
                by=by,
                verb=verb,
                subject=subject,
                subject_uuid=uuid,
                origin=_origin.get(),
                after=dict(after),
            )
            for uuid, after in rows
        ),
        batch_size=1000,
    )


@transaction.atomic
def create_account(
    *,
    email: str,
    by: Actor,
    at: datetime,
    password: str | None = None,
    language: str = "",
) -> Account:
    """Open an account. Without a password its holder signs in with a code by mail."""
    account = Account(
        email=Account.objects.normalize_email(email).lower(),
        language=language,
        invited_at=at,
        invited_by=by,
    )
    if password:
        account.set_password(password)
    else:
        account.set_unusable_password()
    account.save()
    record("create", "account", account.uuid, by=by, at=at)
    return account
