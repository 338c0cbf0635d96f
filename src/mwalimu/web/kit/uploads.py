"""/uploads/: a file sent in pieces by upload.js. Answers are JSON; docs/reference/uploads.md.

Every account sends and sees its own files alone. What a file is used for is decided by
the form that names it.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from mwalimu.accounts.models import Account
from mwalimu.shared.files import WORK, FileRefused, uploads
from mwalimu.shared.models import Upload
from mwalimu.web.kit.access import SIGNED_IN, also_takes, open_to
from mwalimu.web.kit.requests import Request, as_number

LONGEST_PURPOSE = 100


def owner_of(request: Request) -> UUID:
    """The account whose uploads these are."""
    if not isinstance(request.user, Account):
        raise Http404
    owner: UUID = request.user.uuid
    return owner


def sent(request: Request, purpose: str) -> list[Upload]:
    """What the viewer has sent for that purpose and not used yet, the oldest first."""
    return list(uploads.of(owner_of(request), purpose).order_by("pk"))


def chosen(request: Request) -> list[UUID]:
    """The uploads that a form names; what is no uuid names none."""
    found = []
    for text in request.POST.getlist("uploads"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


@open_to(SIGNED_IN)
@require_POST
def start(request: Request) -> HttpResponse:
    """Begin with a file, or learn how much of the same one is here already."""
    data = request.POST
    try:
        upload = uploads.start(
            owner=owner_of(request),
            purpose=data.get("purpose", "")[:LONGEST_PURPOSE],
            name=data.get("name", ""),
            size=_whole(data.get("size")),
            modified=_whole(data.get("modified")),
            kinds=WORK,
            at=request.at,
        )
    except FileRefused as refused:
        return _refused(refused)
    return _state(upload)


@open_to(SIGNED_IN)
@require_safe
def state(request: Request, uuid: UUID) -> HttpResponse:
    """How much of it is here."""
    return _state(_mine(request, uuid))


@open_to(SIGNED_IN)
@also_takes("PUT")
@require_http_methods(["PUT"])
def piece(request: Request, uuid: UUID, offset: int) -> HttpResponse:
    """Take the piece that begins at that offset; 409 says where to go on instead."""
    upload = _mine(request, uuid)
    if as_number(request.headers.get("Content-Length"), 0) > uploads.PIECE:
        return JsonResponse({"piece": uploads.PIECE}, status=413)
    try:
        done = uploads.put(
            upload, offset=offset, content=request.body, kinds=WORK, at=request.at
        )
    except uploads.WrongOffset as wrong:
        return JsonResponse({"received": wrong.received}, status=409)
    except FileRefused as refused:
        uploads.drop(upload)
        return _refused(refused)
    return _state(done)


@open_to(SIGNED_IN)
@require_POST
def finish(request: Request, uuid: UUID) -> HttpResponse:
    """All is sent: check it and keep it."""
    upload = _mine(request, uuid)
    try:
        done = uploads.finish(upload, kinds=WORK, at=request.at)
    except uploads.WrongOffset as wrong:
        return JsonResponse({"received": wrong.received}, status=409)
    except FileRefused as refused:
        uploads.drop(upload)
        return _refused(refused)
    return _state(done)


@open_to(SIGNED_IN)
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    """Take it away again."""
    uploads.drop(_mine(request, uuid))
    return JsonResponse({})


def _mine(request: Request, uuid: UUID) -> Upload:
    upload = uploads.of(owner_of(request)).filter(uuid=uuid).first()
    if upload is None:
        raise Http404
    return upload


def _state(upload: Upload) -> JsonResponse:
    facts: dict[str, Any] = {
        "uuid": str(upload.uuid),
        "name": upload.name,
        "size": upload.size,
        "received": upload.received,
        "piece": uploads.PIECE,
        "whole": upload.file_id is not None,
    }
    return JsonResponse(facts)


def _refused(refused: FileRefused) -> JsonResponse:
    return JsonResponse({"message": str(refused)}, status=422)


def _whole(text: str | None) -> int:
    """A count of bytes or of milliseconds that a device says; 0 for anything else."""
    plain = bool(text and text.isascii() and text.isdigit() and len(text) < 16)
    return int(text) if text and plain else 0
