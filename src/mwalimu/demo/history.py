"""What happened in the demo's past, done through the operations of that day."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mwalimu.accounts.models import Actor
from mwalimu.demo.plan.rows import PlannedAward, PlannedTraining
from mwalimu.demo.records import World, facts_from
from mwalimu.programmes.queries.codes import cohorts_by_code
from mwalimu.qualification.operations import AwardEntry, award_many, end_award
from mwalimu.qualification.queries import awards_of
from mwalimu.trainings.models import Source, Training
from mwalimu.trainings.operations import (
    Record,
    TrainingFacts,
    edit_training,
    record_verified_many,
    start_correction,
    submit_training,
    verify_training,
    void_training,
)

MISTAKES = date(2019, 5, 15)  # in this batch two records were wrong at first
TOO_MANY = 2
SECOND = "demo-second"
Act = Callable[[datetime], None]


class DemoRefused(Exception):
    """The domain refused a planned record: the demo is not what its page says."""


@dataclass(frozen=True)
class Historian:
    """Does what happened. `by` decides and verifies, `entry` enters."""

    world: World
    by: Actor
    entry: Actor

    def awarding(self, planned: list[PlannedAward]) -> Act:
        """The closing of a working group."""

        def act(instant: datetime) -> None:
            cohorts = cohorts_by_code()
            award_many(
                (
                    AwardEntry(
                        person=self.world.people[row.person],
                        topic=self.world.topics[row.topic],
                        member=self.world.members[row.member],
                        valid_from=row.valid_from,
                        cohort=cohorts.get(row.cohort),
                    )
                    for row in planned
                ),
                by=self.by,
                at=instant,
            )

        return act

    def ending(self, planned: PlannedAward) -> Act:
        """Somebody left their administration."""

        def act(instant: datetime) -> None:
            held = awards_of(self.world.people[planned.person])
            end_award(
                held.get(topic__code=planned.topic),
                ended_on=instant.date(),
                reason="Left the administration.",
                by=self.by,
                at=instant,
            )

        return act

    def recording(self, quarter: list[PlannedTraining]) -> Act:
        """A quarter is put on record; one of them with two mistakes."""

        def act(instant: datetime) -> None:
            batch = [
                Record(
                    facts_from(row, self.world), Source.DEMO, row.key, synthetic=True
                )
                for row in quarter
            ]
            if quarter[0].recorded_on == MISTAKES:
                self.record_with_mistakes(batch, instant)
            else:
                self.verify(batch, instant)

        return act

    def verify(self, batch: list[Record], instant: datetime) -> None:
        """Record a batch as verified. Raises DemoRefused."""
        report = record_verified_many(
            batch, entered_by=self.entry, verified_by=self.by, at=instant
        )
        if report.refused:
            row, problems = report.refused[0]
            raise DemoRefused(f"{row.source_key}: {problems[0]}")

    def record_with_mistakes(self, batch: list[Record], instant: datetime) -> None:
        """One with two people too many, corrected; one recorded twice, voided."""
        place = next(n for n, row in enumerate(batch) if row.facts.head_counts)
        right = batch[place]
        wrong = replace(right, facts=with_too_many(right.facts))
        twice = replace(batch[-1], source_key=SECOND)
        self.verify([*batch[:place], wrong, *batch[place + 1 :], twice], instant)
        self.put_right(right, instant + timedelta(days=10))
        void_training(
            recorded(SECOND),
            reason="Recorded a second time by mistake.",
            by=self.by,
            at=instant + timedelta(days=12),
        )

    def put_right(self, right: Record, instant: datetime) -> None:
        """The second version, with the number that is right."""
        following = start_correction(
            recorded(right.source_key), by=self.entry, at=instant
        )
        edit_training(following, facts=right.facts, by=self.entry, at=instant)
        submit_training(following, by=self.entry, at=instant)
        verify_training(following, by=self.by, at=instant)


def recorded(key: str | None) -> Training:
    """The newest version of what the demo recorded under a key."""
    found: Training = Training.objects.newest().get(source=Source.DEMO, source_key=key)
    return found


def with_too_many(facts: TrainingFacts) -> TrainingFacts:
    """The same training with two people too many in one group."""
    first, *rest = facts.head_counts
    return replace(
        facts, head_counts=[replace(first, count=first.count + TOO_MANY), *rest]
    )
