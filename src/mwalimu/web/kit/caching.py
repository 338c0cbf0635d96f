"""Who may keep a page: a proxy what everybody sees, nobody what belongs to a viewer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from mwalimu.web.kit.requests import Request

SECONDS = 300


def public_for(seconds: int = SECONDS) -> Callable[..., Any]:
    """A page that is the same for everybody who is not signed in."""

    def keep(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def kept(request: Request, *args: Any, **options: Any) -> HttpResponse:
            response = view(request, *args, **options)
            patch_vary_headers(response, ["Cookie"])
            known = request.viewer.is_signed_in
            if not known and response.status_code == 200 and not request.COOKIES:
                patch_cache_control(response, public=True, max_age=seconds)
            return response

        return kept

    return keep


def private_by_default(response: HttpResponse) -> HttpResponse:
    """Ask again each time, unless the view said otherwise."""
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_cache=True)
    return response
