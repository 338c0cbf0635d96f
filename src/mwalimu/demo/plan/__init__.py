"""The plan of the demo: invented people and trainings, the same in every run.

Plain Python without a database; the same seed makes the same plan.
"""

from datetime import date
from functools import cache
from random import Random

from mwalimu.demo.plan.example import example_people
from mwalimu.demo.plan.journeys.made import make_journeys
from mwalimu.demo.plan.journeys.panels import make_panels
from mwalimu.demo.plan.journeys.work import make_work
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.plan.slots import slots
from mwalimu.demo.plan.trainers import make_staff
from mwalimu.demo.plan.trainings import trainings

SEED = 2015


def make_plan(until: date, seed: int = SEED) -> Plan:
    """Everybody and everything that had happened before a day."""
    whole = _whole(seed)
    return Plan(
        whole.people,
        [row for row in whole.awards if row.valid_from < until],
        [row for row in whole.trainings if row.ends < until],
        [row for row in whole.journeys if row.since < until],
        [row for row in whole.meetings if row.days[-1] < until],
        make_work([row for row in whole.journeys if row.since < until], until),
        [row for row in whole.panels if row.closed_on < until],
    )


@cache
def _whole(seed: int) -> Plan:
    staff = make_staff(Random(seed))
    planned = trainings(staff, slots(staff))
    others, journeys, meetings = make_journeys(staff, seed)
    people = staff.people + others.people + example_people(staff.names, seed)
    panels = make_panels(meetings, staff.awards)
    return Plan(people, staff.awards, planned, journeys, meetings, panels=panels)
