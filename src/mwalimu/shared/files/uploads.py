"""Files that come in pieces, so that a broken line does not mean to begin again.

A piece is an object of the storage that the settings name, named by the upload and its
offset. The row says how much is here; it moves only together with the piece, so that a
piece sent twice, or by two tabs at once, changes nothing.
"""

import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import BinaryIO
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.translation import pgettext

from mwalimu.shared.files.storing import (
    FileRefused,
    Kind,
    check_beginning,
    check_size,
    discard,
    kind_of,
    plain_name,
    store,
)
from mwalimu.shared.models import StoredFile, Upload

MOST = 50_000_000  # bytes of a file
PIECE = 1024 * 1024  # bytes of a piece at most
OPEN_AT_ONCE = 10  # uploads of an account
TOGETHER = 250_000_000  # bytes of them
KEPT = timedelta(days=7)


class WrongOffset(ValueError):
    """The piece does not go on where the last one ended; `received` says where."""

    def __init__(self, received: int) -> None:
        super().__init__(f"go on at {received}")
        self.received = received


def of(owner: UUID, purpose: str | None = None) -> QuerySet[Upload]:
    """What an account has sent, or begun to send, and not used yet."""
    rows = Upload.objects.filter(owner=owner, used=False).select_related("file")
    return rows if purpose is None else rows.filter(purpose=purpose)


@transaction.atomic
def start(
    *,
    owner: UUID,
    purpose: str,
    name: str,
    size: int,
    modified: int,
    kinds: Mapping[str, Kind],
    at: datetime,
) -> Upload:
    """Begin, or go on with the same file. Raises FileRefused before a byte is sent."""
    short = plain_name(name)
    kind_of(name, kinds)
    check_size(size, MOST)
    file = {"name": short, "size": size, "modified": modified}
    same = Upload.objects.filter(owner=owner, purpose=purpose, **file).first()
    if same is not None:
        return _again(same, at)
    _check_quota(owner, size)
    return Upload.objects.create(
        owner=owner,
        purpose=purpose,
        created_at=at,
        expires_at=at + KEPT,
        **file,
    )


def _again(row: Upload, at: datetime) -> Upload:
    """The same file, perhaps one that was used before: what is here is not sent again."""
    row.used = False
    row.expires_at = at + KEPT
    row.save(update_fields=["used", "expires_at"])
    return row


@transaction.atomic
def keep(
    stream: BinaryIO,
    *,
    owner: UUID,
    purpose: str,
    name: str,
    kinds: Mapping[str, Kind],
    at: datetime,
) -> Upload:
    """A file that came whole, with a form: kept like one that came in pieces."""
    file = store(stream, name=name, kinds=kinds, most=MOST, at=at)
    row, _ = Upload.objects.update_or_create(
        owner=owner,
        purpose=purpose,
        name=plain_name(name),
        size=file.size,
        modified=0,
        defaults={
            "received": file.size,
            "file": file,
            "used": False,
            "created_at": at,
            "expires_at": at + KEPT,
        },
    )
    return row


def _check_quota(owner: UUID, size: int) -> None:
    rows = of(owner)
    used = rows.aggregate(total=Sum("size"))["total"] or 0
    if rows.count() >= OPEN_AT_ONCE or used + size > TOGETHER:
        text = pgettext(
            "refusal",
            "You have sent %(count)s files, or %(most)s MB, that are not handed in yet."
            " Hand them in, or take some away, then send this one.",
        )
        limits = {"count": rows.count(), "most": used // 1_000_000}
        raise FileRefused(text % limits)


@transaction.atomic
def put(
    upload: Upload,
    *,
    offset: int,
    content: bytes,
    kinds: Mapping[str, Kind],
    at: datetime,
) -> Upload:
    """Keep the piece that begins at that offset.

    Raises WrongOffset where another is wanted, FileRefused where the content is not what
    the name says: then nothing is kept of the whole file.
    """
    row = Upload.objects.select_for_update().get(pk=upload.pk)
    if offset != row.received or not content:
        raise WrongOffset(row.received)
    if len(content) > min(PIECE, row.size - row.received):
        raise WrongOffset(row.received)
    if offset == 0:
        check_beginning(content[:16], kind_of(row.name, kinds))
    place = _place(row.uuid, offset)
    default_storage.delete(place)  # of a piece whose row was never written
    default_storage.save(place, ContentFile(content))
    row.received += len(content)
    row.expires_at = at + KEPT
    row.save(update_fields=["received", "expires_at"])
    return row


def finish(upload: Upload, *, kinds: Mapping[str, Kind], at: datetime) -> Upload:
    """Put the pieces together and keep the file. Doing it again changes nothing.

    Raises WrongOffset while something is missing, FileRefused for what is not taken.
    """
    if upload.received != upload.size:
        raise WrongOffset(upload.received)
    if upload.file is not None:
        return upload
    with tempfile.TemporaryFile() as whole:
        for piece in _pieces(upload):
            with default_storage.open(piece) as stream:
                whole.write(stream.read())
        whole.seek(0)
        with transaction.atomic():
            upload.file = store(whole, name=upload.name, kinds=kinds, most=MOST, at=at)
            upload.save(update_fields=["file"])
            transaction.on_commit(partial(_forget_pieces, upload))
    return upload


def drop(upload: Upload) -> None:
    """Forget it, with what was sent of it."""
    with transaction.atomic():
        transaction.on_commit(partial(_forget_pieces, upload))
        file = upload.file
        Upload.objects.filter(pk=upload.pk).delete()
        if file is not None:
            discard(file)


def used(owner: UUID, uuids: list[UUID]) -> None:
    """What was sent has found its place: it is offered no more."""
    rows = Upload.objects.filter(owner=owner, uuid__in=uuids, file__isnull=False)
    rows.update(used=True)


def whole(owner: UUID, purpose: str, uuids: list[UUID]) -> list[tuple[str, StoredFile]]:
    """Name and content of those of the uploads that are complete, in that order.

    Also of what was used a moment ago: a form sent twice says twice the same.
    """
    sent = Upload.objects.filter(owner=owner, purpose=purpose, uuid__in=uuids)
    rows = {row.uuid: row for row in sent.select_related("file")}
    found = (rows.get(uuid) for uuid in dict.fromkeys(uuids))
    return [(row.name, row.file) for row in found if row and row.file]


def clear(at: datetime) -> int:
    """Forget what nobody has gone on with for seven days; how many."""
    old = list(Upload.objects.filter(expires_at__lt=at).select_related("file"))
    for row in old:
        drop(row)
    return len(old)


def forget_owner(owner: UUID) -> None:
    """Forget everything an account has sent."""
    for row in Upload.objects.filter(owner=owner).select_related("file"):
        drop(row)


def _place(uuid: UUID, offset: int) -> str:
    return f"uploads/{uuid.hex}-{offset:012d}"


def _pieces(upload: Upload) -> Iterator[str]:
    """The names of the pieces in order, one after another by their sizes."""
    offset = 0
    while offset < upload.received:
        place = _place(upload.uuid, offset)
        yield place
        offset += max(default_storage.size(place), 1)


def _forget_pieces(upload: Upload) -> None:
    offset = 0
    while default_storage.exists(place := _place(upload.uuid, offset)):
        offset += max(default_storage.size(place), 1)
        default_storage.delete(place)
