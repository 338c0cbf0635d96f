"""Trainings that a holder taught, for tests of awards."""

from mwalimu.trainings.models import Training, TrainingTrainer
from tests.cast import AT


def teach(award, day, by):
    """A verified training in the award's topic on a day, led by its holder."""
    training = Training.objects.create(
        title="HS for new officers",
        host=award.member,
        starts_on=day,
        ends_on=day,
        mode="in_person",
        source="form",
        status="verified",
        entered_by=by,
        entered_at=AT,
        counted_from=AT,
    )
    training.topics.set([award.topic])
    TrainingTrainer.objects.create(training=training, person=award.person, role="lead")
    return training
