"""What happened in the cohorts: seats, attendance, work, demo slots, decisions."""

from collections.abc import Iterator

from mwalimu.accounts.models import Actor
from mwalimu.demo.cohorts.deciding import Decisions
from mwalimu.demo.cohorts.panels import Panels
from mwalimu.demo.cohorts.seats import Secretariat
from mwalimu.demo.cohorts.steps import Step
from mwalimu.demo.cohorts.work import Work
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.records import World

__all__ = ["Step", "steps"]


def steps(plan: Plan, world: World, by: Actor) -> Iterator[Step]:
    """Everything that happened in the cohorts, each at its instant."""
    yield from Secretariat(world, by).steps(plan)
    yield from Work(world, by).steps(plan)
    yield from Panels(world, by).steps(plan)
    yield from Decisions(world, by).steps(plan)
