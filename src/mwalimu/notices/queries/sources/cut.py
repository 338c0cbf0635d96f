"""All kinds of rows cut to the same columns, so that one query reads all of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    F,
    Field,
    JSONField,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast

COLUMNS: dict[str, Field[Any, Any]] = {
    "uuid": UUIDField(),
    "day": DateField(),
    "held": DateField(),
    "title": CharField(max_length=300),
    "detail": TextField(),
    "names": JSONField(),
    "number": BigIntegerField(),
    "least": BigIntegerField(),
    "person": BigIntegerField(),
    "place": BigIntegerField(),
    "cohort": BigIntegerField(),
    "topic": BigIntegerField(),
    "away": BigIntegerField(),
}


@dataclass(frozen=True)
class Cut:
    """A row as it comes from the database. `place`, `cohort`, `topic`: primary keys."""

    kind: str
    uuid: UUID
    day: date | None
    held: date | None
    title: str | None
    detail: str | None
    names: dict[str, str] | None
    number: int | None
    least: int | None
    person: int | None
    place: int | None
    cohort: int | None
    topic: int | None
    away: int | None


def cut(kind: str, rows: QuerySet[Any, Any], **columns: Any) -> QuerySet[Any, Any]:
    """The rows with these columns (expressions, or names of fields); others are null.

    Each is cast, so that a column has one type in all parts of a union.
    """
    found: dict[str, Any] = {}
    for name, output in COLUMNS.items():
        given = columns.get(name)
        if given is None:
            found[f"cut_{name}"] = Cast(Value(None), output)
        else:
            source = F(given) if isinstance(given, str) else given
            plain = name in ("names", "uuid")  # casts of these differ by database
            found[f"cut_{name}"] = source if plain else Cast(source, output)
    kind_column = Value(kind, output_field=CharField())
    shown = ("cut_kind", *(f"cut_{name}" for name in COLUMNS))
    plain_rows: QuerySet[Any, Any] = rows.order_by().annotate(
        cut_kind=kind_column, **found
    )
    return plain_rows.values_list(*shown)


def read(parts: list[QuerySet[Any, Any]]) -> list[Cut]:
    """All of them in one query."""
    if not parts:
        return []
    first, *rest = parts
    rows = first.union(*rest, all=True) if rest else first
    return [Cut(*row) for row in rows]
