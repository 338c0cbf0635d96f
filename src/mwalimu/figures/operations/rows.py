"""Cells and roll-up rows, to and from the database."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

from mwalimu.figures.engine.cuboids import CUBOIDS
from mwalimu.figures.engine.dimensions import NAMES
from mwalimu.figures.engine.facts import CellFacts
from mwalimu.figures.engine.tallies import Key, Tally, packed, unpacked
from mwalimu.figures.models import Cell, Rollup

BY_NUMBER = {cuboid.number: cuboid for cuboid in CUBOIDS}
MEASURES = ("named", "counted", "trainings", "tenths", "largest", "cells", "synthetic")
UPDATED = (*MEASURES, "persons")
BATCH = 800
Row = tuple[Any, ...]

Thing = TypeVar("Thing")


def batches(things: Iterable[Thing], size: int = BATCH) -> Iterator[list[Thing]]:
    """Lists of at most `size` things."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def key_text(key: Key) -> str:
    """The primary key of a roll-up row."""
    return "|".join([str(key[0]), *key[1]])


CELL_FIELDS = (
    *NAMES,
    *("training_id", "day", "named", "counted", "trainings", "tenths", "synthetic"),
    *("counted_from", "counted_until", "persons"),
)


def cell_row(
    cell: CellFacts, day: date, counted_from: datetime, until: datetime | None = None
) -> Row:
    """The columns of a cell, in the order of CELL_FIELDS."""
    adapt = connection.ops.adapt_datetimefield_value
    return (
        *cell.values,
        cell.training,
        connection.ops.adapt_datefield_value(day),
        cell.named,
        cell.counted,
        cell.trainings,
        cell.tenths,
        cell.synthetic,
        adapt(counted_from),
        adapt(until) if until else None,
        packed(cell.persons),
    )


def insert_cells(rows: Iterable[Row]) -> None:
    """Insert cells."""
    _insert(Cell, CELL_FIELDS, rows)


def _insert(
    table: type[Model], columns: Sequence[str], rows: Iterable[Row], more: str = ""
) -> None:
    """Insert rows as they are. Far faster than building a model for each: one chunk of
    an import touches some ten thousand roll-up rows."""
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    into = f"INSERT INTO {quote(table._meta.db_table)} ({names})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # one statement with a list a column
            for some in batches(rows, 5000):
                lists = [list(column) for column in zip(*some, strict=True)]
                types = ", ".join(f"%s::{kind}[]" for kind in _types(table, columns))
                chosen = f"SELECT * FROM UNNEST({types})"  # noqa: S608
                cursor.execute(f"{into} {chosen} {more}", lists)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"{into} VALUES ({marks}) {more}", list(rows))


def _types(table: type[Model], columns: Sequence[str]) -> list[str]:
    """The database's types of these columns."""
    fields = {field.attname: field for field in table._meta.concrete_fields}
    return [str(fields[name].db_type(connection)) for name in columns]


CELL_COLUMNS = (
    *("training_id", "persons", "counted", "trainings", "tenths", "synthetic"),
    *NAMES,
)


def cells_from(rows: Iterable[Sequence[Any]]) -> Iterator[CellFacts]:
    """Cells from `values_list(*CELL_COLUMNS)`."""
    for training, persons, counted, trainings, tenths, synthetic, *values in rows:
        yield CellFacts(
            training=training,
            values=tuple(values),
            persons=unpacked(persons),
            counted=counted,
            trainings=trainings,
            tenths=tenths,
            synthetic=synthetic,
        )


ROLLUP_FIELDS = ("key", "cuboid", *MEASURES, "persons", *NAMES)


def rollup_row(key: Key, tally: Tally) -> Row:
    """The columns of a tally, in the order of ROLLUP_FIELDS."""
    number, values = key
    named = dict(zip(BY_NUMBER[number].dimensions, values, strict=True))
    return (
        key_text(key),
        number,
        tally.named,
        tally.counted,
        tally.trainings,
        tally.tenths,
        tally.largest,
        tally.cells,
        tally.synthetic,
        packed(tally.persons),
        *[named.get(name, "") for name in NAMES],
    )


def tallies_of(keys: Iterable[Key]) -> dict[Key, Tally]:
    """The rows of these keys as they stand."""
    texts = {key_text(key): key for key in keys}
    found = {}
    for some in batches(texts):
        rows = Rollup.objects.filter(key__in=some)
        for text, persons, *numbers in rows.values_list("key", "persons", *MEASURES):
            measures = dict(zip(MEASURES, numbers, strict=True))
            found[texts[text]] = Tally(**measures, persons=unpacked(persons))
    return found


def write_tallies(tallies: dict[Key, Tally]) -> None:
    """Insert or replace rows; a row that counts no cell any more is deleted."""
    gone = [key_text(key) for key, tally in tallies.items() if not tally.cells]
    for some in batches(gone):
        Rollup.objects.filter(key__in=some).delete()
    kept = (rollup_row(key, tally) for key, tally in tallies.items() if tally.cells)
    quote = connection.ops.quote_name
    replaced = (f"{quote(name)} = excluded.{quote(name)}" for name in UPDATED)
    conflict = f"ON CONFLICT ({quote('key')}) DO UPDATE SET {', '.join(replaced)}"
    _insert(Rollup, ROLLUP_FIELDS, kept, conflict)
