"""Which counted trainings an award may judge anew."""

from collections.abc import Sequence

from mwalimu.qualification.models import Award
from mwalimu.trainings.models import Training, TrainingTrainer


def trainings_judged_by(awards: Sequence[Award]) -> list[Training]:
    """Counted trainings that a holder of these awards taught."""
    taught = TrainingTrainer.objects.filter(
        person_id__in=[award.person_id for award in awards]
    )
    return list(
        Training.objects.counted()
        .filter(pk__in=taught.values("training_id"))
        .order_by("pk")
    )
