"""What surrounds every request: an id for the log, and a limit to its size."""

import logging
import re
import secrets
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
SHAPE = re.compile(r"[A-Za-z0-9_.-]{8,64}\Z")
_current: ContextVar[str] = ContextVar("request_id", default="-")


class RequestIdMiddleware:
    """Gives each request an id: that of a trusted proxy, else a fresh one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.BEHIND_PROXY:
            come_from_client(request)
        given = request.headers.get(HEADER, "")
        trusted = settings.BEHIND_PROXY and SHAPE.match(given)
        identity = given if trusted else secrets.token_hex(8)
        token = _current.set(identity)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response[HEADER] = identity
        return response


def come_from_client(request: HttpRequest) -> None:
    """Let the address be the one that our proxy saw: the last it wrote."""
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if seen:
        request.META["REMOTE_ADDR"] = seen


class RequestFilter(logging.Filter):
    """Adds the id of the request in hand to every log line.

    A request for a host that is not ours is the sender's fault: a line, no traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, with `request_id`."""
        record.request_id = _current.get()
        if record.name == "django.security.DisallowedHost":
            record.exc_info = record.exc_text = None
        return True


class SizeLimit:
    """A WSGI application that refuses requests larger than the setting says."""

    def __init__(self, inner: Callable[..., Iterable[bytes]], most: int) -> None:
        self.inner = inner
        self.most = most

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer 413 before anything is read, or pass the request on."""
        length = environ.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) <= self.most:
            return self.inner(environ, start_response)
        body = f"The request is larger than {self.most // 1024**2} MB.\n".encode()
        headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
        start_response("413 Content Too Large", [*headers, ("Connection", "close")])
        return [body]
