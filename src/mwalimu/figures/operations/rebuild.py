"""The cube from the facts, without any announcement: same bytes as kept step by step."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.figures.engine.facts import CellFacts, cells_of
from mwalimu.figures.engine.tallies import Key, Tally, tally
from mwalimu.figures.models import Cell, Rollup
from mwalimu.figures.operations.cube import began
from mwalimu.figures.operations.lock import lock_cube
from mwalimu.figures.operations.rows import (
    BATCH,
    CELL_COLUMNS,
    Row,
    cell_row,
    cells_from,
    insert_cells,
    write_tallies,
)
from mwalimu.figures.queries.facts import facts_of
from mwalimu.shared.rows import batches
from mwalimu.trainings.models import Training
from mwalimu.trainings.querysets import TrainingQuerySet

CUBE_UUID = UUID("019384a0-0000-7000-8000-000000000001")  # the cube in the audit trail
Progress = Callable[[int, int], None]


@transaction.atomic
def rebuild_figures(
    *, by: Actor, at: datetime, on_progress: Progress | None = None
) -> int:
    """Derive every cell that counts now, and all roll-ups, from the facts.

    How many trainings count. Cells that ended are history and stay; those that are
    missing are derived. Cells that count now and are not what the facts say are replaced.
    """
    lock_cube()
    versions = Training.objects.filter(counted_from__isnull=False).order_by("pk")
    total, done = versions.count(), 0
    _drop_strays()
    tallies: dict[Key, Tally] = {}
    for some in _in_batches(versions):
        for key, part in tally(_correct(some)).items():
            tallies.setdefault(key, Tally()).add(part)
        done += len(some)
        if on_progress:
            on_progress(done, total)
    Rollup.objects.all().delete()
    write_tallies(tallies)
    record("rebuild", "figures", CUBE_UUID, by=by, at=at, after={"versions": total})
    return Training.objects.counted().count()


def _in_batches(versions: TrainingQuerySet) -> Iterator[list[Training]]:
    yield from batches(versions.iterator(chunk_size=BATCH), BATCH)


def _drop_strays() -> None:
    """Cells that count although their version does not: nothing stands behind them."""
    counting = Cell.objects.counting()
    counting.exclude(training__in=Training.objects.counted()).delete()


def _correct(versions: Sequence[Training]) -> list[CellFacts]:
    """Make the cells of some versions what the facts say; those that count now."""
    ids = [version.pk for version in versions]
    by_id = {version.pk: version for version in versions}
    standing: dict[int, list[CellFacts]] = {}
    rows = Cell.objects.counting().filter(training_id__in=ids)
    for cell in cells_from(rows.values_list(*CELL_COLUMNS)):
        standing.setdefault(cell.training, []).append(cell)
    history: dict[int, datetime] = dict(
        Cell.objects.exclude(counted_until=None)
        .filter(training_id__in=ids)
        .values_list("training_id")
        .annotate(Max("counted_until"))
    )
    counting: list[CellFacts] = []
    wrong: list[int] = []
    new: list[Row] = []
    for facts in facts_of(versions):
        version, cells = by_id[facts.training], cells_of(facts)
        lives = version.counted_until is None
        if lives:
            counting += cells
        if lives and _same(cells, standing.get(version.pk, [])):
            continue
        if not lives and version.pk in history:
            continue
        wrong.append(version.pk)
        since = history.get(version.pk) or began(version)
        new += [
            cell_row(cell, version.starts_on, since, version.counted_until)
            for cell in cells
        ]
    rows.filter(training_id__in=wrong).delete()
    insert_cells(new)
    return counting


def _same(left: Sequence[CellFacts], right: Sequence[CellFacts]) -> bool:
    """Whether two sets of cells count the same."""

    def plain(cells: Sequence[CellFacts]) -> list[tuple[object, ...]]:
        return sorted(
            (c.values, bytes(c.persons.serialize()), c.counted, c.tenths, c.synthetic)
            for c in cells
        )

    return plain(left) == plain(right)
