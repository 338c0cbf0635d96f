"""What leaves the database does so through an outbox row that the worker dispatches.

An operation writes the row in its own transaction: a mail is sent if and only if the
fact that caused it was stored.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mwalimu.shared.models import OutboxMessage


def post(
    kind: str, payload: Mapping[str, Any], *, key: str, at: datetime
) -> OutboxMessage:
    """Put a message in the outbox, once per `key`.

    Returns the row that is there already when the key was used before.
    """
    row, _ = OutboxMessage.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "payload": dict(payload),
            "created_at": at,
            "due_at": at,
        },
    )
    return row
