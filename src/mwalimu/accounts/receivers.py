"""Sign-ins, failures and changes to the sign-in enter the audit trail.

The addresses that somebody typed in vain are not kept: only the account, if they named
one.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
)
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.dispatch import receiver
from django.http import HttpRequest

from mwalimu.accounts.models import Account
from mwalimu.accounts.operations import actor_for, record, system_actor
from mwalimu.accounts.queries import account_at
from mwalimu.shared import clock

NOBODY = UUID(int=0)


def moment(request: HttpRequest | None) -> datetime:
    """The instant of the request, or now outside of one."""
    at: datetime | None = getattr(request, "at", None)
    return at or clock.now()


def note(verb: str, account: Account, request: HttpRequest | None) -> None:
    """A line about what the account's holder did."""
    by = actor_for(account)
    record(verb, "account", account.uuid, by=by, at=moment(request))


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Account, **_rest: Any) -> None:
    """Somebody signed in."""
    note("sign_in", user, request)


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: Account | None, **_rest: Any) -> None:
    """Somebody signed out."""
    if user is not None:
        note("sign_out", user, request)


@receiver(user_login_failed)
def failed(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_rest: Any
) -> None:
    """Somebody did not get in; which account they named, if it exists."""
    named = credentials.get("email") or credentials.get("username") or ""
    account = account_at(str(named))
    uuid = account.uuid if account else NOBODY
    by = system_actor("sign-in")
    record("sign_in_failed", "account", uuid, by=by, at=moment(request))


@receiver(password_set)
@receiver(password_changed)
@receiver(password_reset)
def password(request: HttpRequest, user: Account, **_rest: Any) -> None:
    """A password was set, changed, or set anew through a mailed link."""
    note("set_password", user, request)


@receiver(authenticator_added)
def second_step_added(request: HttpRequest, user: Account, **_rest: Any) -> None:
    """A second step was added."""
    note("add_second_step", user, request)


@receiver(authenticator_removed)
def second_step_removed(request: HttpRequest, user: Account, **_rest: Any) -> None:
    """A second step was removed."""
    note("remove_second_step", user, request)


@receiver(authentication_failed)
def second_step_failed(request: HttpRequest, user: Account, **_rest: Any) -> None:
    """The password or code was right, the second step was not."""
    by, at = system_actor("sign-in"), moment(request)
    record("second_step_failed", "account", user.uuid, by=by, at=at)
