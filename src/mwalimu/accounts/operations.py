"""Writing accounts, actors and audit lines."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from mwalimu.accounts.models import FORGOTTEN, Account, Actor, AuditLine

NOTHING = UUID(int=0)
_origin: ContextVar[str] = ContextVar("origin", default="")


def come_from(origin: str) -> None:
    """Say where the writes of this request or command come from (address, command)."""
    _origin.set(origin[:100])


def actor_for(account: Account) -> Actor:
    """The actor that stands for an account."""
    actor, _ = Actor.objects.get_or_create(
        account=account, kind=Actor.Kind.USER, on_behalf_of=None
    )
    return actor


def on_behalf(by: Actor, of: Actor) -> Actor:
    """The account of `by`, entering something on behalf of another actor.

    Whoever is no account, or would stand for themselves, stays who they are.
    """
    if by.account_id is None or of.account_id == by.account_id:
        return by
    actor, _ = Actor.objects.get_or_create(
        account_id=by.account_id, kind=Actor.Kind.USER, on_behalf_of=of
    )
    return actor


def person_actor(label: str) -> Actor:
    """A person without an account, named by their uuid, for whom others enter."""
    actor, _ = Actor.objects.get_or_create(kind=Actor.Kind.PERSON, label=label)
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


@transaction.atomic
def close_account(account: Account, *, by: Actor, at: datetime) -> Account:
    """Nobody signs in with it any more; every session of it ends with the next page.

    The password goes, so that a session made with it is worth nothing.
    """
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    record("close", "account", account.uuid, by=by, at=at)
    return account


@transaction.atomic
def reopen_account(account: Account, *, by: Actor, at: datetime) -> Account:
    """Sign-in works again, with a code by mail until a password is set."""
    account.is_active = True
    account.save(update_fields=["is_active"])
    record("reopen", "account", account.uuid, by=by, at=at)
    return account


@transaction.atomic
def clear_account(account: Account, *, by: Actor, at: datetime) -> Account:
    """Close it and forget its address: what the audit trail points to stays."""
    _forget_sign_in(account)
    return close_account(account, by=by, at=at)


def _forget_sign_in(account: Account) -> None:
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    account.email = f"{account.uuid.hex}@{FORGOTTEN}"
    account.language = ""
    account.last_login = None
    account.save(update_fields=["email", "language", "last_login"])


@transaction.atomic
def forget_address(account: Account, *, by: Actor, at: datetime) -> Account:
    """What identified whoever signed in with a closed account goes; the account stays.

    It is opened again with an address of its own.
    """
    if account.is_active:
        raise ValueError("The account is open: close it first.")
    _forget_sign_in(account)
    record("forget_address", "account", account.uuid, by=by, at=at)
    return account


@transaction.atomic
def open_anew(
    account: Account, *, email: str, language: str, by: Actor, at: datetime
) -> Account:
    """A closed account whose address was forgotten gets one, and sign-in works again."""
    account.email = Account.objects.normalize_email(email).lower()
    account.language = language
    account.save(update_fields=["email", "language"])
    return reopen_account(account, by=by, at=at)


@transaction.atomic
def drop_audit_lines(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """The one way in which lines of the audit trail go: their years are over."""
    lines = AuditLine.objects.filter(pk__in=list(keys))
    return note_dropped("audit", lines._raw_delete(lines.db), by=by, at=at)


def note_dropped(kind: str, count: int, *, by: Actor, at: datetime) -> int:
    """Note how many rows of a kind went because the time to keep them is over.

    Only the instance itself lets them go. Returns the count.
    """
    if by.kind != Actor.Kind.SYSTEM:
        raise PermissionError("Only the instance itself applies retention.")
    if count:
        after = {"kind": kind, "rows": count}
        record("drop", "retention", NOTHING, by=by, at=at, after=after)
    return count


@transaction.atomic
def choose_language(
    account: Account, language: str, *, by: Actor, at: datetime
) -> Account:
    """The language in which the account reads pages and gets mails."""
    before = {"language": account.language}
    account.language = language
    account.save(update_fields=["language"])
    after = {"language": language}
    record(
        "language", "account", account.uuid, by=by, at=at, before=before, after=after
    )
    return account
