"""By Master Trainers, by people who became one later, by others."""

from datetime import date

import pytest

from mwalimu.qualification.models import Award
from mwalimu.qualification.queries import led_by
from mwalimu.trainings.models import Training, TrainingTrainer
from tests.cast import AT, make_person


@pytest.fixture
def training_on(kenya, topics, system):
    """Makes a training on a day, of topics, by trainers."""

    def make(day, trainers, *codes):
        training = Training.objects.create(
            title="HS for new officers",
            host=kenya,
            starts_on=day,
            ends_on=day,
            mode="in_person",
            source="form",
            entered_by=system,
            entered_at=AT,
        )
        training.topics.set([topics[code] for code in codes or ("HS",)])
        for place, person in enumerate(trainers):
            role = "co_trainer" if place else "lead"
            TrainingTrainer.objects.create(training=training, person=person, role=role)
        return training

    return make


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 12, 31), "later"),
        (date(2018, 1, 1), "master_trainer"),
        (date(2024, 1, 1), "master_trainer"),
    ],
)
def test_the_first_day_decides(training_on, kenya_trainer, day, expected):
    training = training_on(day, [kenya_trainer.person])
    assert led_by([training]) == {training.pk: expected}


def test_the_topic_must_be_the_one_of_the_award(training_on, kenya_trainer):
    training = training_on(date(2020, 5, 4), [kenya_trainer.person], "CV")
    assert led_by([training]) == {training.pk: "other"}


def test_one_of_several_topics_is_enough(training_on, kenya_trainer):
    training = training_on(date(2020, 5, 4), [kenya_trainer.person], "CV", "HS")
    assert led_by([training]) == {training.pk: "master_trainer"}


def test_a_co_trainer_is_enough(training_on, kenya_trainer, system):
    lead = make_person("Somebody Else", system)
    training = training_on(date(2020, 5, 4), [lead, kenya_trainer.person])
    assert led_by([training]) == {training.pk: "master_trainer"}


def test_after_the_end_of_the_award_it_counts_as_by_who_was_one(
    training_on, kenya_trainer
):
    Award.objects.update(ended_on=date(2020, 5, 4))
    before = training_on(date(2020, 5, 3), [kenya_trainer.person])
    after = training_on(date(2020, 5, 4), [kenya_trainer.person])
    assert led_by([before, after]) == {before.pk: "master_trainer", after.pk: "later"}


def test_days_of_a_suspension_count_as_by_who_was_one(training_on, kenya_trainer):
    award = Award.objects.get()
    award.suspensions.create(since=date(2020, 5, 4), until=date(2020, 5, 5))
    days = [date(2020, 5, day) for day in (3, 4, 5, 6)]
    trainings = [training_on(day, [kenya_trainer.person]) for day in days]
    assert list(led_by(trainings).values()) == [
        "master_trainer",
        "later",
        "later",
        "master_trainer",
    ]


def test_after_the_last_day_of_its_validity_it_counts_as_by_who_was_one(
    training_on, kenya_trainer
):
    Award.objects.update(valid_until=date(2020, 5, 4))
    days = [date(2020, 5, 4), date(2020, 5, 5)]
    trainings = [training_on(day, [kenya_trainer.person]) for day in days]
    assert list(led_by(trainings).values()) == ["master_trainer", "later"]


def test_nobody_known_is_other(training_on):
    training = training_on(date(2020, 5, 4), [])
    assert led_by([training]) == {training.pk: "other"}


@pytest.mark.parametrize("number", [1, 3])
def test_three_queries_for_any_number(
    training_on, kenya_trainer, number, django_assert_num_queries
):
    trainings = [
        training_on(date(2020, 5, day), [kenya_trainer.person])
        for day in range(1, number + 1)
    ]
    with django_assert_num_queries(3):
        assert set(led_by(trainings).values()) == {"master_trainer"}


def test_no_trainings_no_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert led_by([]) == {}
