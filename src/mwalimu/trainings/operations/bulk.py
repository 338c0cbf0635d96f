"""Thousands of verified records at once, by the same checks: imports, demo, bench."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.permissions import Viewer
from mwalimu.people.queries import acting_viewer
from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.operations.checks import missing_for_submission, problems_in
from mwalimu.trainings.operations.facts import TrainingFacts
from mwalimu.trainings.operations.problems import NotAllowed, Problem
from mwalimu.trainings.operations.recording import already_recorded
from mwalimu.trainings.operations.writing import (
    ROWS_AT_ONCE,
    fill,
    insert_children,
    summary,
)
from mwalimu.trainings.permissions import confirms, overlap
from mwalimu.trainings.signals import training_verified

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Record:
    """One training to record as verified, and the key by which its source knows it."""

    facts: TrainingFacts
    source: str
    source_key: str | None = None
    synthetic: bool = False


@dataclass
class BatchReport:
    """What became of a batch: how many were written, and which were refused and why."""

    recorded: int = 0
    people: int = 0
    refused: list[tuple[Record, tuple[Problem, ...]]] = field(default_factory=list)


def record_verified_many(
    batch: Iterable[Record],
    *,
    entered_by: Actor,
    verified_by: Actor,
    at: datetime,
    on_progress: Callable[[int], None] | None = None,
) -> BatchReport:
    """Record, submit and verify in one step; a refused record stops no other.

    Each chunk of 500 is one transaction with one announcement of training_verified.
    `on_progress` is told how many records were looked at. Raises NotAllowed when
    somebody would verify what they entered, or what an import entered for them.
    """
    viewer = acting_viewer(verified_by, at.date())
    if overlap(viewer, verified_by.answerable, entered_by.answerable):
        raise NotAllowed("Nobody verifies what they entered themselves.")
    report = BatchReport()
    seen = 0
    for chunk in chunks(batch):
        with transaction.atomic():
            _record_chunk(chunk, report, viewer, entered_by, verified_by, at)
        seen += len(chunk)
        if on_progress:
            on_progress(seen)
    return report


def chunks(batch: Iterable[Record]) -> Iterator[list[Record]]:
    """The batch in pieces of at most 500, read as they are needed."""
    records = iter(batch)
    while chunk := list(islice(records, CHUNK)):
        yield chunk


def _record_chunk(
    chunk: Sequence[Record],
    report: BatchReport,
    viewer: Viewer,
    entered_by: Actor,
    verified_by: Actor,
    at: datetime,
) -> None:
    pairs: list[tuple[Training, TrainingFacts]] = []
    used = _used_keys(chunk)
    for row in chunk:
        problems = problems_in(row.facts, at)
        if not problems:
            problems = missing_for_submission(row.facts, at)
        key = (row.source, row.source_key)
        if row.source_key is not None and key in used:
            problems.append(already_recorded(row.source_key))
        if problems:
            report.refused.append((row, tuple(problems)))
            continue
        used.add(key)
        pairs.append((_verified(row, entered_by, verified_by, at), row.facts))
    fill(pairs)
    pairs = _confirmed(pairs, chunk, report, viewer, verified_by)
    trainings = [training for training, _ in pairs]
    Training.objects.bulk_create(trainings, batch_size=ROWS_AT_ONCE)
    insert_children(pairs, by=entered_by, at=at)
    lines = [(training.uuid, summary(training)) for training in trainings]
    record_many("record_verified", "training", lines, by=verified_by, at=at)
    report.recorded += len(trainings)
    report.people += sum(training.people for training in trainings)
    if trainings:
        training_verified.send(Training, trainings=trainings)


def _used_keys(chunk: Sequence[Record]) -> set[tuple[str, str | None]]:
    keys = [row.source_key for row in chunk if row.source_key is not None]
    rows = Training.objects.newest().filter(source_key__in=keys)
    return set(rows.values_list("source", "source_key"))


def _verified(
    row: Record, entered_by: Actor, verified_by: Actor, at: datetime
) -> Training:
    return Training(
        status=Status.VERIFIED,
        source=row.source,
        source_key=row.source_key,
        synthetic=row.synthetic,
        entered_by=entered_by,
        entered_at=at,
        submitted_at=at,
        decided_by=verified_by,
        decided_at=at,
        counted_from=at,
    )


def _confirmed(
    pairs: list[tuple[Training, TrainingFacts]],
    chunk: Sequence[Record],
    report: BatchReport,
    viewer: Viewer,
    verified_by: Actor,
) -> list[tuple[Training, TrainingFacts]]:
    """Without the records that this actor may not verify."""
    if viewer.sees_everything:
        return pairs
    records = {id(row.facts): row for row in chunk}
    allowed = []
    for training, facts in pairs:
        if confirms(viewer, verified_by, training):
            allowed.append((training, facts))
            continue
        wrong = pgettext("problem", "Only the host's coordinator may verify this.")
        problem = Problem.of("host", facts.host, wrong)
        report.refused.append((records[id(facts)], (problem,)))
    return allowed
