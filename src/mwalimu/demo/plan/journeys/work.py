"""Intersessional work of the cohorts: invented, dealt to all Members in the same shares.

The standard since 2018 asks for two pieces: cases of one's own administration before the
third working group, and a part of the training materials after the fourth. No source
tells their dates. In a cohort that goes on they are counted from today.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mwalimu.demo.plan.seating import Journey, PlannedTask, PlannedVersion
from mwalimu.demo.plan.spread import Spread

OPEN_FOR, LATE_FOR = timedelta(days=60), timedelta(days=14)
USUAL = {"once": 0.80, "again": 0.14, "late": 0.06}
# By day from the last day on: handed in, what was said, and when.
WAYS = {
    "once": ((-3, "accept", 4),),
    "again": ((-2, "repeat", 3), (8, "accept", 11)),
    "late": ((4, "accept", 9),),
    "waits": ((-4, "", 0),),
    "to repeat": ((-5, "repeat", 1),),
    "waits again": ((-20, "repeat", -14), (-3, "", 0)),
    "rejected": ((-6, "reject", 2),),
    "missing": (),
}


@dataclass(frozen=True)
class Asked:
    """A piece of work of a cohort: `due` a day, or so many days from today."""

    cohort: str
    code: str
    stage: str
    due: date | int
    shares: Mapping[str, float]
    takes_more: bool = False  # still open for those who have not handed in


TASKS = (
    Asked("EA-PCA", "A1", "WG3", date(2019, 9, 16), USUAL),
    Asked("EA-PCA", "A2", "WG4", date(2020, 12, 11), USUAL),
    Asked("SA-CV", "A1", "WG3", date(2019, 10, 4), USUAL),
    Asked("SA-CV", "A2", "WG4", date(2021, 4, 9), USUAL),
    Asked("WA-RMIA", "A1", "WG3", date(2019, 11, 29), USUAL),
    Asked("WA-RMIA", "A2", "WG4", date(2021, 4, 30), USUAL),
    Asked("RoO-WA", "A1", "WG3", date(2022, 8, 31), USUAL),
    Asked("RoO-WA", "A2", "WG4", date(2024, 3, 29), USUAL),
    Asked("RoO-ESA", "A1", "WG3", date(2022, 8, 31), USUAL),
    Asked("RoO-ESA", "A2", "WG4", date(2024, 3, 29), USUAL),
    Asked("PI-HSCV", "A1", "WG3", date(2022, 10, 21), USUAL),
    Asked("PI-HSCV", "A2", "WG4", date(2023, 11, 17), USUAL),
    Asked("CAC-RM", "A1", "WG3", date(2025, 3, 31), {"once": 14, "rejected": 1}),
    Asked("CAC-RM", "A2", "WG4", 24, {"waits": 2, "missing": 14}, True),
    Asked(
        "PI-RM",
        "A1",
        "WG3",
        -12,
        {"once": 9, "waits": 3, "to repeat": 2, "missing": 2},
        True,
    ),
    Asked("PI-PCA", "A1", "WG3", 18, {"missing": 12, "waits": 3}, True),
    Asked(
        "WA-GEOINT",
        "A1",
        "WG3",
        -30,
        {"once": 8, "waits again": 3, "to repeat": 2, "missing": 2},
        True,
    ),
)


def make_work(journeys: Sequence[Journey], today: date) -> list[PlannedTask]:
    """Every piece of work that was given out before a day."""
    spread = Spread()
    ways = {journey.cohort: journey for journey in journeys}
    made = [
        _task(asked, ways[asked.cohort], spread, today)
        for asked in TASKS
        if asked.cohort in ways
    ]
    return [task for task in made if task.opened < today]


def _task(asked: Asked, journey: Journey, spread: Spread, today: date) -> PlannedTask:
    if isinstance(asked.due, date):
        due = asked.due
        opened = due - OPEN_FOR
    else:
        due = today + timedelta(days=asked.due)
        opened = min(due - OPEN_FOR, today - timedelta(days=7))
    versions: list[PlannedVersion] = []
    for held in journey.on(min(due, today)):
        # In a cohort that goes on there are too few for shares of each Member.
        key = held.seat.member if asked.shares is USUAL else asked.cohort
        way = spread.deal((asked.code, key), asked.shares)
        versions += _versions(held.person, WAYS[way], due, today)
    versions.sort(key=lambda row: row.on)
    return PlannedTask(
        cohort=asked.cohort,
        code=asked.code,
        stage=asked.stage,
        opened=opened,
        due=due,
        late_until=due + LATE_FOR,
        closes=not asked.takes_more,
        versions=tuple(versions),
    )


def _versions(
    person: str, way: Sequence[tuple[int, str, int]], due: date, today: date
) -> Iterator[PlannedVersion]:
    """What a person handed in; before the last day has come everything lies earlier."""
    shift = due if due < today else today
    for handed, decision, settled in way:
        on = shift + timedelta(days=handed)
        said_on = shift + timedelta(days=settled) if decision else None
        yield PlannedVersion(person, on, decision, said_on)
