"""Files are kept once per content, in the storage that the settings name."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

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
