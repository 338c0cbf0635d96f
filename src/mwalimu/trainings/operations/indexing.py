"""The search words of trainings: title, place, audience, host, topics.

Only the newest version of a record is found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.db import transaction

from mwalimu.reference.models import Named
from mwalimu.shared import search
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations.facts import TrainingFacts

KIND = "training"
CHUNK = 1000


def texts_of(facts: TrainingFacts) -> list[tuple[str, str]]:
    """By what a training is found: (text, language)."""
    texts = [
        (text, facts.language)
        for text in (facts.title, facts.place, facts.audience)
        if text
    ]
    texts += _names(facts.host)
    for topic in facts.topics:
        texts += _names(topic)
        texts += [(text, code) for code, text in topic.short_names.items()]
    return texts


def _names(row: Named) -> list[tuple[str, str]]:
    return [(row.code, ""), *((text, code) for code, text in row.names.items())]


def index_trainings(pairs: Sequence[tuple[Training, TrainingFacts]]) -> None:
    """Make saved rows findable by their facts; for rows not indexed yet."""
    search.index(KIND, {training.pk: texts_of(facts) for training, facts in pairs})


def forget_trainings(keys: Iterable[int]) -> None:
    """Versions that lists no longer show, or whose facts change."""
    search.forget(KIND, keys)


@transaction.atomic
def rebuild_search(on_progress: Callable[[int], None] | None = None) -> int:
    """Index every newest version anew; how many. The same result as by and by."""
    search.clear(KIND)
    done = 0
    rows: dict[int, list[tuple[str, str]]] = {}
    newest = Training.objects.newest().select_related("host")
    trainings = newest.prefetch_related("topics").order_by("pk")
    for training in trainings.iterator(chunk_size=CHUNK):
        rows[training.pk] = _stored_texts(training)
        if len(rows) == CHUNK:
            done += _flush(rows, on_progress, done)
    return done + _flush(rows, on_progress, done)


def _flush(
    rows: dict[int, list[tuple[str, str]]],
    on_progress: Callable[[int], None] | None,
    done: int,
) -> int:
    count = len(rows)
    as_texts: Mapping[int, list[tuple[str, str]]] = rows
    search.index(KIND, as_texts)
    rows.clear()
    if on_progress:
        on_progress(done + count)
    return count


def _stored_texts(training: Training) -> list[tuple[str, str]]:
    return texts_of(
        TrainingFacts(
            title=training.title,
            host=training.host,
            starts=training.starts,
            ends=training.ends,
            mode=training.mode,
            topics=tuple(training.topics.all()),
            place=training.place,
            language=training.language,
            audience=training.audience,
        )
    )
