"""Reading accounts and the audit trail."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from mwalimu.accounts.models import FORGOTTEN, Account, Actor, AuditLine
from mwalimu.accounts.querysets import AuditQuerySet


def account_at(email: str) -> Account | None:
    """The account of a mail address, whatever its case."""
    return Account.objects.filter(email__iexact=email.strip()).first()


def language_at(email: str) -> str:
    """The language of the account at that address; empty where there is none."""
    account = account_at(email)
    return account.language if account else ""


def is_forgotten(account: Account) -> bool:
    """The address of the account is no longer known."""
    return account.email.endswith(f"@{FORGOTTEN}")


def closed_before(at: datetime) -> QuerySet[Account]:
    """Accounts that were closed before an instant and still have their address."""
    closed = AuditLine.objects.filter(
        subject="account", subject_uuid=OuterRef("uuid"), verb="close"
    )
    last = closed.order_by("-pk").values("at")[:1]
    shut = Account.objects.filter(is_active=False)
    known = shut.exclude(email__endswith=f"@{FORGOTTEN}")
    return known.annotate(closed_at=Subquery(last)).filter(closed_at__lt=at)


def written_before(at: datetime) -> AuditQuerySet:
    """Lines of the audit trail that were written before an instant."""
    lines: AuditQuerySet = AuditLine.objects.filter(at__lt=at)
    return lines


def account_facts(account: Account) -> dict[str, Any]:
    """What is held on an account, as plain data, without the password's hash."""
    return {
        "email": account.email,
        "language": account.language,
        "open": account.is_active,
        "invited_at": account.invited_at and account.invited_at.isoformat(),
        "last_sign_in": account.last_login and account.last_login.isoformat(),
        "password_set": account.has_usable_password(),
    }


def account_lines(account: Account, limit: int = 10_000) -> list[dict[str, Any]]:
    """What the account did, newest first, as plain data."""
    lines = AuditLine.objects.filter(by__in=_hands(account)).order_by("-id")[:limit]
    return [
        {
            "at": line.at.isoformat(),
            "verb": line.verb,
            "subject": line.subject,
            "uuid": str(line.subject_uuid),
            "origin": line.origin,
        }
        for line in lines
    ]


def _hands(account: Account) -> list[int]:
    """The actors that stand for an account, by key: so their lines are found by key."""
    return list(Actor.objects.filter(account=account).values_list("pk", flat=True))


def audit_lines(
    *,
    verb: str = "",
    subject: str = "",
    uuid: UUID | None = None,
    account: Account | None = None,
    day: date | None = None,
) -> AuditQuerySet:
    """The audit trail, newest first, narrowed by what is given. `day` is in UTC."""
    lines: AuditQuerySet = AuditLine.objects.order_by("-id")
    wanted = {
        "verb": verb,
        "subject": subject,
        "subject_uuid": uuid,
        "at__date": day,
    }
    lines = lines.filter(**{name: value for name, value in wanted.items() if value})
    if account is not None:
        lines = lines.filter(by__in=_hands(account))
    return lines.select_related("by__account", "by__on_behalf_of__account")


RECENT_LINES = 2000


def audit_words() -> tuple[list[str], list[str]]:
    """The verbs and subjects of the newest lines, sorted: what a filter offers."""
    lines = AuditLine.objects.order_by("-pk").values_list("verb", "subject")
    recent = list(lines[:RECENT_LINES])
    return sorted({verb for verb, _ in recent}), sorted({what for _, what in recent})
