"""Sending stored files. The view has checked who may read the row that points to it."""

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from mwalimu.shared.files import opened, plain_name
from mwalimu.shared.models import StoredFile


def send_file(row: StoredFile, name: str) -> FileResponse:
    """A stored file as a download; the browser never shows it as a page of ours."""
    answer = FileResponse(opened(row), content_type=row.media_type)
    _as_attachment(answer, name)
    return answer


def send_bytes(content: bytes, name: str, media_type: str) -> HttpResponse:
    """What was made just now, such as a letter, as a download."""
    answer = HttpResponse(content, content_type=media_type)
    _as_attachment(answer, name)
    return answer


def _as_attachment(answer: HttpResponseBase, name: str) -> None:
    header = content_disposition_header(True, plain_name(name))
    answer.headers["Content-Disposition"] = header or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
