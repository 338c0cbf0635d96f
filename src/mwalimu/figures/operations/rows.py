"""Cells and roll-up rows, to and from the database."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from mwalimu.figures.engine.cuboids import CUBOIDS
from mwalimu.figures.engine.dimensions import NAMES
from mwalimu.figures.engine.facts import CellFacts
from mwalimu.figures.engine.tallies import (
    Key,
    Tally,
    counter,
    listed,
    packed,
    unpacked,
)
from mwalimu.figures.models import Cell, Rollup
from mwalimu.shared.rows import batches, insert_rows

BY_NUMBER = {cuboid.number: cuboid for cuboid in CUBOIDS}
MEASURES = ("named", "counted", "trainings", "tenths", "largest", "cells", "synthetic")
UPDATED = (*MEASURES, "persons", "members")
BATCH = 800
Row = tuple[Any, ...]


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
    return (
        *cell.values,
        cell.training,
        day,
        cell.named,
        cell.counted,
        cell.trainings,
        cell.tenths,
        cell.synthetic,
        counted_from,
        until,
        packed(cell.persons),
    )


def insert_cells(rows: Iterable[Row]) -> None:
    """Insert cells."""
    insert_rows(Cell, CELL_FIELDS, rows)


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


ROLLUP_FIELDS = ("key", "cuboid", *UPDATED, *NAMES)


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
        listed(tally.members),
        *[named.get(name, "") for name in NAMES],
    )


def tallies_of(keys: Iterable[Key]) -> dict[Key, Tally]:
    """The rows of these keys as they stand."""
    texts = {key_text(key): key for key in keys}
    found = {}
    for some in batches(texts, BATCH):
        rows = Rollup.objects.filter(key__in=some)
        columns = rows.values_list("key", "persons", "members", *MEASURES)
        for text, persons, members, *numbers in columns:
            found[texts[text]] = Tally(
                **dict(zip(MEASURES, numbers, strict=True)),
                persons=unpacked(persons),
                members=counter(members),
            )
    return found


def write_tallies(tallies: dict[Key, Tally]) -> None:
    """Insert or replace rows; a row that counts no cell any more is deleted."""
    gone = [key_text(key) for key, tally in tallies.items() if not tally.cells]
    for some in batches(gone, BATCH):
        Rollup.objects.filter(key__in=some).delete()
    kept = (rollup_row(key, tally) for key, tally in tallies.items() if tally.cells)
    quote = connection.ops.quote_name
    replaced = (f"{quote(name)} = excluded.{quote(name)}" for name in UPDATED)
    conflict = f"ON CONFLICT ({quote('key')}) DO UPDATE SET {', '.join(replaced)}"
    insert_rows(Rollup, ROLLUP_FIELDS, kept, conflict)
