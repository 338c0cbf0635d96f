"""Identifiers shown to the world: UUID version 7 (RFC 9562), ordered by time."""

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return compat.uuid7()
