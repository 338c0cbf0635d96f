"""The search words of trainings: title, place, audience, host, topics."""

from collections.abc import Iterable, Sequence

from mwalimu.trainings.models import Training
from mwalimu.trainings.operations.facts import TrainingFacts

KIND = "training"


def index_trainings(pairs: Sequence[tuple[Training, TrainingFacts]]) -> None:
    """Make saved rows findable; what they were found by before is forgotten."""


def rebuild_search() -> int:
    """Index every newest version anew; how many."""
    return 0


def forget_trainings(keys: Iterable[int]) -> None:
    """Versions that lists no longer show."""
