"""Files: kept once per content, and sent whole or in pieces."""

from mwalimu.shared.files.storing import (
    DOCUMENTS,
    PICTURES,
    SCANS,
    WORK,
    FileRefused,
    Kind,
    chunks,
    content_hash,
    discard,
    kind_of,
    opened,
    plain_name,
    storage_name,
    store,
)

__all__ = [
    "DOCUMENTS",
    "PICTURES",
    "SCANS",
    "WORK",
    "FileRefused",
    "Kind",
    "chunks",
    "content_hash",
    "discard",
    "kind_of",
    "opened",
    "plain_name",
    "storage_name",
    "store",
]
