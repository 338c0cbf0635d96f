"""Pages for what went wrong: what happened, what is safe, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be read."""
    return render(request, "kit/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403: the address is not open to this viewer."""
    return render(request, "kit/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: nothing is at this address, or nothing that this viewer may see."""
    return render(request, "kit/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: a fault of ours. Asks neither the database nor the session."""
    return HttpResponse(render_to_string("kit/errors/500.html"), status=500)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 of a form whose token does not fit: a sign-in ended, or cookies are off."""
    return render(request, "kit/errors/csrf.html", status=403)
