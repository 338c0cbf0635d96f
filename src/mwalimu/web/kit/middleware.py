"""Every request gets its viewer and is stopped where the address is not open to them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.functional import SimpleLazyObject

from mwalimu.accounts.operations import come_from
from mwalimu.shared.clock import now
from mwalimu.web.kit.access import EVERYBODY, classification, may_ask
from mwalimu.web.kit.caching import private_by_default
from mwalimu.web.kit.viewers import viewer_of


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: told by the proxy, where settings name one.

    The last entry of X-Forwarded-For is the one that our own proxy wrote; anything
    before it may be invented.
    """
    told: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.BEHIND_PROXY and told:
        return told.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


USUAL = ("GET", "HEAD", "OPTIONS", "POST")


class MethodMiddleware:
    """Answers 405 to methods that a view never takes, whatever token came with them.

    A view that takes another one says so by `also_takes`; what is exempt from tokens, as
    an interface for machines, looks after its methods itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _options: Any
    ) -> HttpResponse | None:
        """Refuse before anybody asks for a token."""
        taken = (*USUAL, *getattr(view, "also_takes", ()))
        if request.method in taken or getattr(view, "csrf_exempt", False):
            return None
        return HttpResponseNotAllowed(taken)


class ViewerMiddleware:
    """Sets `request.viewer` and `request.at`; refuses what is not open to the viewer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at = now()
        request.at = at  # type: ignore[attr-defined]
        request.viewer = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: viewer_of(request.user, at.date())
        )
        come_from(f"web {address_of(request)}")
        return private_by_default(self.get_response(request))

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _options: Any
    ) -> HttpResponse | None:
        """Refuse, or ask to sign in, before the view runs."""
        allowed = classification(view)
        if allowed is None:
            raise PermissionDenied("This address was never classified.")
        if allowed & EVERYBODY:
            return None
        viewer = request.viewer  # type: ignore[attr-defined]
        if may_ask(viewer, allowed):
            return None
        if not viewer.is_signed_in:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied
