"""Putting one row into the database with its audit line."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.shared.dates import PartialDate, Precision

Columns = Mapping[str, Any]
Relations = Mapping[str, Iterable[models.Model]]


def dated(name: str, value: PartialDate | None) -> dict[str, Any]:
    """The two columns in which a partial date is kept."""
    return {
        f"{name}_on": value.first if value else None,
        f"{name}_precision": value.precision if value else Precision.DAY,
    }


def put(
    row: Any,
    columns: Columns,
    relations: Relations | None = None,
    *,
    subject: str,
    by: Actor,
    at: datetime,
    uuid: UUID | None = None,
) -> tuple[str, ...]:
    """Write what differs, with one audit line; the names of what changed.

    A new row is audited as `create`; nothing different writes nothing.
    """
    new = row.pk is None
    changed = {
        name: (None if new else _plain(getattr(row, name)), _plain(value))
        for name, value in columns.items()
        if new or getattr(row, name) != value
    }
    for name, value in columns.items():
        setattr(row, name, value)
    if new or changed:
        row.save()
    changed |= _relate(row, relations or {}, new)
    if new or changed:
        record(
            "create" if new else "edit",
            subject,
            uuid or row.uuid,
            by=by,
            at=at,
            before={} if new else {name: old for name, (old, _) in changed.items()},
            after={name: value for name, (_, value) in changed.items() if value},
        )
    return tuple(changed)


def _relate(row: Any, relations: Relations, new: bool) -> dict[str, tuple[Any, Any]]:
    """Set the many-to-many relations that differ; what they were and are."""
    changed = {}
    for name, targets in relations.items():
        wanted = {target.pk: str(target) for target in targets}
        present = {} if new else {t.pk: str(t) for t in getattr(row, name).all()}
        if wanted.keys() != present.keys():
            getattr(row, name).set(wanted)
            changed[name] = (sorted(present.values()), sorted(wanted.values()))
    return changed


def _plain(value: Any) -> Any:
    """A value as the audit trail keeps it."""
    if isinstance(value, models.Model):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
