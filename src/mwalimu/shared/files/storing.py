"""Files are kept once per content, in the storage that the settings name."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import pgettext

from mwalimu.shared.models import StoredFile

CHUNK = 1024 * 1024


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces of at most 1 MiB."""
    while piece := stream.read(CHUNK):
        yield piece


def content_hash(stream: BinaryIO) -> str:
    """SHA-256 of the stream as 64 hexadecimal digits; leaves it at its end."""
    digest = hashlib.sha256()
    for piece in chunks(stream):
        digest.update(piece)
    return digest.hexdigest()


def storage_name(digest: str) -> str:
    """Where content of that hash lives: two levels of folders, then the hash."""
    return f"content/{digest[:2]}/{digest[2:4]}/{digest}"


@dataclass(frozen=True)
class Kind:
    """A sort of file that is taken: its media type, and how its content begins."""

    media_type: str
    begins: bytes = b""
    at: int = 0


OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
ZIP = b"PK\x03\x04"
DOCUMENTS = {
    "pdf": Kind("application/pdf", b"%PDF-"),
    "docx": Kind(f"{OFFICE}wordprocessingml.document", ZIP),
    "xlsx": Kind(f"{OFFICE}spreadsheetml.sheet", ZIP),
    "pptx": Kind(f"{OFFICE}presentationml.presentation", ZIP),
    "odt": Kind(f"{OPEN}text", ZIP),
    "ods": Kind(f"{OPEN}spreadsheet", ZIP),
    "odp": Kind(f"{OPEN}presentation", ZIP),
    "txt": Kind("text/plain"),
}
PICTURES = {
    "png": Kind("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": Kind("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": Kind("image/jpeg", b"\xff\xd8\xff"),
}
SCANS = {"pdf": DOCUMENTS["pdf"], **PICTURES}
WORK = {
    **DOCUMENTS,
    **PICTURES,
    "mp4": Kind("video/mp4", b"ftyp", 4),
    "zip": Kind("application/zip", ZIP),
}
RUNS = frozenset(
    "app bat cmd com cpl docm dotm exe hta htm html jar js jse lnk msi pif ps1 py scr sh"
    " svg vbe vbs wsf xlsm xltm".split()
)
HIDING = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class FileRefused(ValueError):
    """The file was not stored; `str()` says why and what to do."""


def plain_name(name: str) -> str:
    """The name without folders, at most 200 characters."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip()[-200:]


def kind_of(name: str, kinds: Mapping[str, Kind]) -> Kind:
    """Which of the kinds a file's name promises. Raises FileRefused.

    A name that hides what it is (`plan.exe.pdf`, or letters turned round) is refused.
    """
    *inner, last = plain_name(name).lower().split(".")
    if not inner or last not in kinds:
        text = pgettext(
            "refusal", "This kind of file is not taken. Send one of: %(kinds)s."
        )
        raise FileRefused(text % {"kinds": ", ".join(sorted(kinds))})
    if HIDING.search(name) or RUNS.intersection(part.strip() for part in inner[1:]):
        text = pgettext(
            "refusal",
            "The name of this file hides what it is. Nothing was stored. Rename it, with"
            " one ending only, and send it again.",
        )
        raise FileRefused(text)
    return kinds[last]


def store(
    stream: BinaryIO, *, name: str, kinds: Mapping[str, Kind], most: int, at: datetime
) -> StoredFile:
    """Keep what was sent, once per content. Raises FileRefused.

    `most` is in bytes. The content must begin as its kind does. Who may read the file
    is decided by the row that the caller writes to point to it.
    """
    kind = kind_of(name, kinds)
    start = stream.read(16)
    stream.seek(0, io.SEEK_END)
    size = stream.tell()
    check_size(size, most)
    stream.seek(0)
    check_beginning(start, kind)
    digest = content_hash(stream)
    stream.seek(0)
    path = storage_name(digest)
    if not default_storage.exists(path):
        default_storage.save(path, File(stream))
    row, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": size, "media_type": kind.media_type, "stored_at": at},
    )
    return row


def check_size(size: int, most: int) -> None:
    """Raise FileRefused for nothing at all, and for more than is taken."""
    if size <= 0:
        raise FileRefused(pgettext("refusal", "This file is empty. Send it again."))
    if size > most:
        text = pgettext("refusal", "This file is larger than %(most)s MB.")
        raise FileRefused(text % {"most": most // 1_000_000})


def check_beginning(start: bytes, kind: Kind) -> None:
    """Raise FileRefused where content does not begin as its kind does."""
    if start[kind.at : kind.at + len(kind.begins)] != kind.begins:
        text = pgettext(
            "refusal",
            "The content of this file is not what its name says. Nothing was stored."
            " Save it anew in the program it comes from, and send that.",
        )
        raise FileRefused(text)


def opened(row: StoredFile) -> File[Any]:
    """The stored content, for reading; the caller closes it."""
    return default_storage.open(storage_name(row.sha256))


def discard(row: StoredFile) -> bool:
    """Forget content that nothing points to any more; whether it was forgotten.

    Call it after the last row that pointed to it is gone. The content itself goes once
    that is certain, and only if nobody has sent the same again meanwhile.
    """
    digest = row.sha256
    try:
        row.delete()
    except ProtectedError:
        return False
    transaction.on_commit(partial(_forget, digest))
    return True


def _forget(digest: str) -> None:
    if not StoredFile.objects.filter(sha256=digest).exists():
        default_storage.delete(storage_name(digest))
