"""Cells and roll-ups follow what happens to trainings and awards."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from pyroaring import BitMap

from mwalimu.figures.engine.facts import CellFacts, cells_of
from mwalimu.figures.engine.tallies import Key, Tally, tally
from mwalimu.figures.models import Cell
from mwalimu.figures.operations.lock import lock_cube
from mwalimu.figures.operations.rows import (
    BATCH,
    BY_NUMBER,
    CELL_COLUMNS,
    cell_row,
    cells_from,
    insert_cells,
    tallies_of,
    write_tallies,
)
from mwalimu.figures.queries.facts import facts_of
from mwalimu.qualification.queries import led_by
from mwalimu.shared.rows import batches
from mwalimu.trainings.models import Participation, Training


def count_trainings(trainings: Sequence[Training]) -> None:
    """Versions that were verified count from now on."""
    replace_trainings(entering=trainings, leaving=())


def stop_counting(trainings: Sequence[Training]) -> None:
    """Versions that were voided count until now."""
    replace_trainings(entering=(), leaving=trainings)


@transaction.atomic
def replace_trainings(
    *, entering: Sequence[Training], leaving: Sequence[Training]
) -> None:
    """Some versions stop counting and others begin to, in one step.

    Each begins at its own `counted_from` and ends at its own `counted_until`. Sending
    the same version twice changes nothing.
    """
    lock_cube()
    left = [cell for some in batches(leaving, BATCH) for cell in _end(some)]
    entered = [cell for some in batches(entering, BATCH) for cell in _begin(some)]
    move(entered, left)


def _end(trainings: Sequence[Training]) -> list[CellFacts]:
    """End the cells of versions that count no more; what they counted."""
    by_end: dict[datetime, list[int]] = {}
    for training in trainings:
        if training.counted_until is None:
            raise ValueError(f"Version {training.pk} counts still: nothing ended it.")
        by_end.setdefault(training.counted_until, []).append(training.pk)
    found: list[CellFacts] = []
    for until, ids in by_end.items():
        cells = Cell.objects.counting().filter(training_id__in=ids)
        found += cells_from(cells.values_list(*CELL_COLUMNS))
        cells.update(counted_until=until)
    return found


def _begin(trainings: Sequence[Training]) -> list[CellFacts]:
    """Insert the cells of versions that count from now on."""
    ids = [training.pk for training in trainings]
    known = Cell.objects.filter(training_id__in=ids).values_list("training_id")
    already = {training_id for (training_id,) in known.distinct()}
    new = [training for training in trainings if training.pk not in already]
    versions = {training.pk: training for training in new}
    found, rows = [], []
    for facts in facts_of(new):
        version = versions[facts.training]
        for cell in cells_of(facts):
            found.append(cell)
            rows.append(cell_row(cell, version.starts_on, began(version)))
    insert_cells(rows)
    return found


def began(version: Training) -> datetime:
    """When a version began to count."""
    if version.counted_from is None:
        raise ValueError(f"Version {version.pk} does not count: never verified.")
    return version.counted_from


@transaction.atomic
def judge_again(trainings: Sequence[Training], *, at: datetime) -> int:
    """Ask anew who led these trainings; how many stand in another cell from `at` on."""
    lock_cube()
    moved = 0
    for some in batches(trainings, BATCH):
        judged = led_by(some)
        cells = Cell.objects.counting().filter(training_id__in=[t.pk for t in some])
        stands = dict(cells.values_list("training_id", "led_by").distinct())
        wrong = [t for t in some if stands.get(t.pk, judged[t.pk]) != judged[t.pk]]
        _rejudge(wrong, at)
        moved += len(wrong)
    return moved


def _rejudge(trainings: Sequence[Training], at: datetime) -> None:
    if not trainings:
        return
    versions = {training.pk: training for training in trainings}
    cells = Cell.objects.counting().filter(training_id__in=versions)
    left = list(cells_from(cells.values_list(*CELL_COLUMNS)))
    cells.update(counted_until=at)
    entered = [cell for facts in facts_of(trainings) for cell in cells_of(facts)]
    insert_cells(
        cell_row(cell, versions[cell.training].starts_on, at) for cell in entered
    )
    move(entered, left)


def move(entered: Iterable[CellFacts], left: Sequence[CellFacts]) -> None:
    """Bring the roll-ups up to date. The cells must already stand in the database."""
    more, less = tally(entered), tally(left)
    rows = tallies_of({*more, *less})
    for key, part in more.items():
        rows.setdefault(key, Tally()).add(part)
    if less:
        _take_away(rows, less)
    write_tallies(rows)


def _take_away(rows: dict[Key, Tally], less: dict[Key, Tally]) -> None:
    """Subtract; a person leaves a row only if no other counted cell has them there."""
    persons = BitMap.union(*(part.persons for part in less.values()))
    stay = _elsewhere(persons)
    for key, part in less.items():
        row = rows[key]
        gone = part.persons - stay[key].persons if key in stay else part.persons
        row.take_away(part, gone)
        if row.cells and part.largest and part.largest >= row.largest:
            row.largest = _largest(key)


def _elsewhere(persons: BitMap) -> dict[Key, Tally]:
    """What cells that count now hold of these persons."""
    ids: set[int] = set()
    for some in batches(persons, BATCH):
        found = Participation.objects.filter(person_id__in=some)
        ids.update(pk for (pk,) in found.values_list("training_id").distinct())
    cells: list[CellFacts] = []
    for few in batches(sorted(ids), BATCH):
        counting = Cell.objects.counting().filter(training_id__in=few)
        cells += cells_from(counting.values_list(*CELL_COLUMNS))
    return tally(cells)


def _largest(key: Key) -> int:
    """Most people of one training with head-counts among the cells of a row."""
    number, values = key
    names = BY_NUMBER[number].dimensions
    cells = Cell.objects.counting().filter(**dict(zip(names, values, strict=True)))
    trainings = (
        cells.values("training_id")
        .annotate(people=Sum("named") + Sum("counted"), heads=Sum("counted"))
        .filter(heads__gt=0)
        .order_by("-people")
    )
    row = trainings.values_list("people").first()
    return row[0] if row else 0
