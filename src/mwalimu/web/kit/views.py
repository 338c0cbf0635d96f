"""Answers for machines that watch the instance."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mwalimu.web.kit.access import EVERYBODY, open_to


@open_to(EVERYBODY)
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """`ok` while the database answers, else 503. Says nothing more: anybody may ask."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        text = "the database does not answer"
        return HttpResponse(text, content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")


@open_to(EVERYBODY)
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """What search engines leave alone: everything behind the sign-in."""
    closed = ("desk", "field", "account")
    lines = ["User-agent: *", *(f"Disallow: /*/{part}/" for part in closed)]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")
