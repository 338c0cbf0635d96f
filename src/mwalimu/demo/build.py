"""Building the demo through the domain's own operations; but see `pool`.

What happened is done in its order: seats, attendance, work and demo slots on their days,
awards when working groups closed, trainings put on record quarter by quarter. So figures
as of an earlier day are what was known on that day.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from itertools import groupby

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import system_actor
from mwalimu.demo import cohorts
from mwalimu.demo.accreditations import lead_experts
from mwalimu.demo.cohorts import Step
from mwalimu.demo.example import Scene, build_example
from mwalimu.demo.history import Historian
from mwalimu.demo.plan import make_plan
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.pool import tell_of_the_pool
from mwalimu.demo.records import World
from mwalimu.demo.signins import open_sign_ins
from mwalimu.demo.waiting import leave_work_waiting
from mwalimu.people.models import Person
from mwalimu.people.operations import PersonFacts, Work, create_people_many
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.qualification.importing import load_experts, load_standards
from mwalimu.reference.queries import initiatives, members_by_code, topics_by_code

Progress = Callable[[int], object]
HISTORY, PEOPLE, LIFE, WAITING = 5, 10, 80, 5  # of a hundred
AWARD_WORK, END_WORK = 100, 20  # as much as so many trainings


def build(
    *, by: Actor, at: datetime, on_progress: Progress = lambda _step: None
) -> None:
    """Build the demo in an empty instance whose reference tables are loaded.

    `on_progress` is told steps that add up to 100.
    """
    load_catalogue(by=by, at=at)
    load_standards(by=by, at=at)
    load_experts(by=by, at=at)
    import_shipped_events(by=by, at=at)
    on_progress(HISTORY)
    plan = make_plan(at.date())
    people = create_people(plan, by=by, at=at)
    who = open_sign_ins(members_by_code(), people, by=by, at=at)
    on_progress(PEOPLE)
    known = {row.code: row for row in initiatives()}
    world = World(members_by_code(), topics_by_code(), known, people | who)
    live_through(plan, world, by=by, at=at, on_progress=on_progress)
    leave_work_waiting(world, who, at=at)
    tell_of_the_pool(plan, world, by=by, at=at)
    build_example(Scene(world, by, at))
    lead_experts(world, who, by=by, at=at)
    on_progress(WAITING)


def create_people(plan: Plan, *, by: Actor, at: datetime) -> dict[str, Person]:
    """Everybody of the plan, by their key there."""
    members = members_by_code()
    facts = [
        PersonFacts(
            name=row.name,
            sex=row.sex,
            birth_year=row.birth_year,
            work=[Work(row.sector, members[row.member], post=row.post)],
            languages=dict.fromkeys(row.languages, "C1"),
            email=row.email,
        )
        for row in plan.people
    ]
    made = create_people_many(facts, by=by, at=at, synthetic=True)
    return {row.key: person for row, person in zip(plan.people, made, strict=True)}


def live_through(
    plan: Plan, world: World, *, by: Actor, at: datetime, on_progress: Progress
) -> None:
    """Do what happened, day after day."""
    historian = Historian(world, by, system_actor("demo entry"))
    happened = [
        *cohorts.steps(plan, world, by),
        *what_happened(plan, historian, at),
    ]
    steps = sorted(happened, key=lambda step: step[0])
    whole = sum(work for _, work, _ in steps) or 1
    done = shown = 0
    for instant, work, act in steps:
        act(instant)
        done += work
        on_progress(done * LIFE // whole - shown)
        shown = done * LIFE // whole


def what_happened(plan: Plan, historian: Historian, at: datetime) -> Iterator[Step]:
    """Awards of no known cohort, ends of awards, and the quarters put on record."""
    others = [row for row in plan.awards if not row.cohort]
    awards = sorted(others, key=lambda row: row.valid_from)
    for day, decided in groupby(awards, key=lambda row: row.valid_from):
        yield at_nine(day), AWARD_WORK, historian.awarding(list(decided))
    for award in plan.awards:
        if award.ended_on and at_nine(award.ended_on) < at:
            yield at_nine(award.ended_on), END_WORK, historian.ending(award)
    for day, quarter in groupby(plan.trainings, key=lambda row: row.recorded_on):
        batch = list(quarter)
        yield min(at_nine(day), at), len(batch), historian.recording(batch)


def at_nine(day: date) -> datetime:
    """Nine in the morning, UTC."""
    return datetime.combine(day, time(9), UTC)
