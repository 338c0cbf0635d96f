"""Answers for machines that watch the instance."""

from django.db import connection
from django.http import HttpRequest, HttpResponse

from mwalimu.web.kit.access import EVERYBODY, open_to


@open_to(EVERYBODY)
def health(_request: HttpRequest) -> HttpResponse:
    """`ok` while the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
