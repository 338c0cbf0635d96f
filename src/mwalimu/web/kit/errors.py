"""Pages for what went wrong: what happened, what is safe, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from mwalimu.people.permissions import Viewer
from mwalimu.web.kit.access import classification, may_ask

DEEPEST = 12  # an address of ours has fewer parts; a longer one is not searched


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be read."""
    return render(request, "kit/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403: the address is not open to this viewer."""
    return render(request, "kit/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: nothing is at this address, or nothing that this viewer may see."""
    context = {"above": page_above(request)}
    return render(request, "kit/errors/404.html", context, status=404)


def page_above(request: HttpRequest) -> str:
    """The nearest list above this address that the viewer may ask for, or nothing.

    The address of a record that is not there leads to the list of such records.
    """
    viewer: Viewer | None = getattr(request, "viewer", None)
    parts = request.path.strip("/").split("/")[:DEEPEST]
    while viewer is not None and len(parts) > 2:
        parts.pop()
        address = f"/{'/'.join(parts)}/"
        try:
            match = resolve(address)
        except Resolver404:
            continue
        allowed = classification(match.func)
        if allowed is not None and not match.kwargs and may_ask(viewer, allowed):
            return address
    return ""


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: a fault of ours. Asks neither the database nor the session."""
    return HttpResponse(render_to_string("kit/errors/500.html"), status=500)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 of a form whose token does not fit: a sign-in ended, or cookies are off."""
    return render(request, "kit/errors/csrf.html", status=403)
