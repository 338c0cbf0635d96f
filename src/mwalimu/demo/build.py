"""Building the demo through the domain's own operations. No row is written directly."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import groupby

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import system_actor
from mwalimu.demo.plan.people import PlannedPerson
from mwalimu.demo.plan.trainings import Plan, PlannedTraining, make_plan
from mwalimu.demo.records import World, facts_from
from mwalimu.demo.signins import open_sign_ins
from mwalimu.demo.waiting import leave_work_waiting
from mwalimu.people.models import Person
from mwalimu.people.operations import PersonFacts, Work, create_people_many
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.programmes.queries.codes import cohorts_by_code
from mwalimu.qualification.operations import AwardEntry, award_many
from mwalimu.reference.queries import initiatives, members_by_code, topics_by_code
from mwalimu.trainings.models import Source
from mwalimu.trainings.operations import Record, record_verified_many

Progress = Callable[[int], object]
HISTORY, PEOPLE, AWARDS, TRAININGS, WAITING = 5, 15, 5, 70, 5  # of a hundred


class DemoRefused(Exception):
    """The domain refused a planned record: the demo is not what its page says."""


class Meter:
    """Turns "so many of this part looked at" into steps of a share of the whole."""

    def __init__(self, total: int, share: int, on_progress: Progress) -> None:
        self.total, self.share, self.tell = total, share, on_progress
        self.before = self.done = self.shown = 0

    def start_part(self) -> None:
        """What is reported from now on is counted from zero again."""
        self.before = self.done

    def __call__(self, looked_at: int) -> None:
        self.done = self.before + looked_at
        steps = self.done * self.share // self.total - self.shown
        self.shown += steps
        self.tell(steps)


def build(
    *, by: Actor, at: datetime, on_progress: Progress = lambda _step: None
) -> None:
    """Build the demo in an empty instance whose reference tables are loaded.

    `on_progress` is told steps that add up to 100. Trainings are recorded as of the
    January after their year, so that figures as of an earlier day can be looked at.
    """
    load_catalogue(by=by, at=at)
    import_shipped_events(by=by, at=at)
    on_progress(HISTORY)
    plan = make_plan(at.date())
    people = create_people(plan, by=by, at=at)
    on_progress(PEOPLE)
    members = members_by_code()
    world = World(
        members, topics_by_code(), {row.code: row for row in initiatives()}, people
    )
    award_holders(plan, world, by=by, at=at)
    on_progress(AWARDS)
    record_trainings(plan, world, at=at, on_progress=on_progress)
    who = open_sign_ins(members, people, by=by, at=at)
    leave_work_waiting(world, who, at=at)
    on_progress(WAITING)


def create_people(plan: Plan, *, by: Actor, at: datetime) -> dict[str, Person]:
    """Trainers and named trainees, by their key in the plan."""
    planned: dict[str, PlannedPerson] = dict(plan.trainers)
    for training in plan.trainings:
        planned |= {row.key: row for row in training.turnout.named}
    members = members_by_code()
    facts = [
        PersonFacts(
            name=row.name,
            sex=row.sex,
            birth_year=row.birth_year,
            work=[Work(sector=row.sector, member=members[row.member])],
        )
        for row in planned.values()
    ]
    made = create_people_many(facts, by=by, at=at, synthetic=True)
    return dict(zip(planned, made, strict=True))


def award_holders(plan: Plan, world: World, *, by: Actor, at: datetime) -> None:
    """Every seat's holder becomes a Master Trainer on the day their cohort closed."""
    cohorts = cohorts_by_code()
    award_many(
        (
            AwardEntry(
                person=world.people[seat.code],
                topic=world.topics[seat.group.topic],
                member=world.members[seat.member],
                valid_from=seat.group.awarded,
                cohort=cohorts.get(seat.group.cohort),
            )
            for seat in plan.seats
            if seat.group.awarded <= at.date()
        ),
        by=by,
        at=at,
    )


def record_trainings(
    plan: Plan, world: World, *, at: datetime, on_progress: Progress
) -> None:
    """Year by year, each recorded in the January that follows it."""
    entered, verified = system_actor("demo entry"), system_actor("demo verification")
    meter = Meter(len(plan.trainings), TRAININGS, on_progress)
    for year, trainings in groupby(plan.trainings, key=lambda row: row.starts.year):
        meter.start_part()
        recorded_at = min(at, datetime(year + 1, 1, 15, 9, tzinfo=UTC))
        report = record_verified_many(
            records(trainings, world),
            entered_by=entered,
            verified_by=verified,
            at=recorded_at,
            on_progress=meter,
        )
        if report.refused:
            row, problems = report.refused[0]
            raise DemoRefused(f"{row.source_key}: {problems[0]}")


def records(trainings: Iterable[PlannedTraining], world: World) -> Iterable[Record]:
    """The planned trainings as records of the bulk path."""
    for planned in trainings:
        facts = facts_from(planned, world)
        yield Record(facts, Source.DEMO, planned.key, synthetic=True)
