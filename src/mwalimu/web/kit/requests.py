"""A request as views see it, and who acts in it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.operations import actor_for
from mwalimu.people.permissions import Viewer


class Request(HttpRequest):
    """What `ViewerMiddleware` hands to every view. For annotations only."""

    viewer: Viewer
    at: datetime


def as_number(text: str | None, otherwise: int) -> int:
    """A whole number that was sent, at most eight digits of ASCII, or another one."""
    short = text and text.isascii() and text.isdigit() and len(text) < 9
    return int(text) if text and short else otherwise


def acting(request: HttpRequest) -> Actor:
    """The actor of whoever signed in. Only for POST: it may write the actor's row."""
    account = request.user
    if not isinstance(account, Account):
        raise PermissionDenied
    return actor_for(account)
