"""Trainings for tests of figures, put into the tables as verifying would leave them."""

from datetime import date, datetime, timedelta

from mwalimu.people.models import Person
from mwalimu.qualification.models import Award
from mwalimu.qualification.signals import award_decided
from mwalimu.trainings.models import HeadCount, Participation, Training, TrainingTrainer
from mwalimu.trainings.signals import (
    training_corrected,
    training_verified,
    training_voided,
)
from tests.cast import AT


class World:
    """Makes persons, awards and counted trainings, and announces them."""

    def __init__(self, members, topics, entered_by, verified_by):
        self.members, self.topics = members, topics
        self.entered_by, self.verified_by = entered_by, verified_by
        self.clock = AT

    def tick(self) -> datetime:
        self.clock += timedelta(hours=1)
        return self.clock

    def person(self, name="") -> Person:
        return Person.objects.create(
            name=name, created_at=AT, created_by=self.entered_by, sex="F"
        )

    def people(self, count: int) -> list[Person]:
        return [self.person() for _ in range(count)]

    def award(self, person, topic="HS", since=date(2018, 1, 1), member="KE", say=True):
        award = Award.objects.create(
            person=person,
            topic=self.topics[topic],
            member=self.members[member],
            valid_from=since,
            decided_at=self.tick(),
            decided_by=self.verified_by,
        )
        if say:
            award_decided.send(Award, awards=[award])
        return award

    def record(
        self,
        day=date(2019, 4, 8),
        host="KE",
        topics=("HS",),
        named=(),
        heads=(),
        trainer=None,
        precision="day",
        previous=None,
        **more,
    ) -> Training:
        """A verified version. `named`: (persons, Member, sector, sex); `heads`:
        (count, Member, sector, sex)."""
        at = self.tick()
        fields = {
            "title": "Classification of machines",
            "mode": "in_person",
            "language": "en",
            "source": "form",
            "lead_member": self.members[host],
        } | more
        training = Training.objects.create(
            **(
                {"uuid": previous.uuid, "version": previous.version + 1}
                if previous
                else {}
            ),
            host=self.members[host],
            starts_on=day,
            ends_on=day,
            starts_precision=precision,
            counted_topic=topics[0] if len(topics) == 1 else "several",
            status="verified",
            entered_by=self.entered_by,
            entered_at=at,
            decided_by=self.verified_by,
            decided_at=at,
            counted_from=at,
            **fields,
        )
        training.topics.set([self.topics[code] for code in topics])
        if trainer:
            TrainingTrainer.objects.create(
                training=training, person=trainer, role="lead"
            )
        self.fill(training, named, heads)
        return training

    def fill(self, training, named, heads) -> None:
        for persons, member, sector, sex in named:
            for person in persons:
                Participation.objects.create(
                    training=training,
                    person=person,
                    member=self.members.get(member),
                    sector=sector,
                    sex=sex,
                )
        for count, member, sector, sex in heads:
            HeadCount.objects.create(
                training=training,
                member=self.members.get(member),
                sector=sector,
                sex=sex,
                count=count,
            )

    def verified(self, **facts) -> Training:
        training = self.record(**facts)
        training_verified.send(Training, trainings=[training])
        return training

    def corrected(self, previous: Training, **facts) -> Training:
        self.end(previous)
        current = self.record(previous=previous, **facts)
        previous.counted_until = current.counted_from
        previous.save()
        training_corrected.send(Training, pairs=[(previous, current)])
        return current

    def voided(self, training: Training) -> None:
        self.end(training)
        training_voided.send(Training, trainings=[training])

    def end(self, training: Training) -> None:
        training.counted_until = self.tick()
        training.latest = False
        training.save()
