"""Writing several rows as one: many inserted at once, two that change places.

What the rows must satisfy was checked by the operation that calls, and the database's
constraints hold as always.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import DateField, DecimalField, Field, Model

Row = Sequence[Any]
Thing = TypeVar("Thing")
AT_ONCE = 5000


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Lists of at most `size` things."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def insert_rows(
    table: type[Model], columns: Sequence[str], rows: Iterable[Row], more: str = ""
) -> None:
    """Insert rows whose values stand in the order of `columns` (attribute names).

    `more` is SQL that follows the values, such as ON CONFLICT ...
    """
    fields = {field.attname: field for field in table._meta.concrete_fields}
    chosen = [fields[name] for name in columns]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in chosen)
    into = f"INSERT INTO {quote(table._meta.db_table)} ({names})"
    ready = _adapted(rows, chosen)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # one statement with a list a column
            types = ", ".join(f"%s::{field.db_type(connection)}[]" for field in chosen)
            statement = f"{into} SELECT * FROM UNNEST({types}) {more}"  # noqa: S608
            for some in batches(ready, AT_ONCE):
                lists = [list(column) for column in zip(*some, strict=True)]
                cursor.execute(statement, lists)
        else:
            marks = ", ".join(["%s"] * len(chosen))
            cursor.executemany(f"{into} VALUES ({marks}) {more}", list(ready))


def _adapted(rows: Iterable[Row], fields: Sequence[Field[Any, Any]]) -> Iterable[Row]:
    """The rows as the database driver takes them: decimals, dates and instants."""
    odd = {
        place: _adapter(field)
        for place, field in enumerate(fields)
        if isinstance(field, DateField | DecimalField)
    }
    if not odd:
        return rows
    return (_with(row, odd) for row in rows)


def _adapter(field: Field[Any, Any]) -> Callable[[Any], Any]:
    return lambda value: field.get_db_prep_save(value, connection)


def _with(row: Row, odd: dict[int, Callable[[Any], Any]]) -> Row:
    values = list(row)
    for place, adapt in odd.items():
        if values[place] is not None:
            values[place] = adapt(values[place])
    return values


def change_places(rows: Sequence[Any], pk: int, *, up: bool) -> Any | None:
    """Let the row with that key change `position` with the one above or below it.

    `rows` are all of them in their order, from position 1; a position stands once, so
    that the moving row waits at 0. Returns that row, or None at the edge.
    """
    place = next(number for number, each in enumerate(rows) if each.pk == pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return None
    first, second = rows[place], rows[other]
    here, there = first.position, second.position
    for each, position in ((first, 0), (second, here), (first, there)):
        each.position = position
        each.save(update_fields=["position"])
    return first
