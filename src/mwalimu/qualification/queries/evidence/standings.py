"""Where people stand: evidence and rules put before the engine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort, Submission
from mwalimu.qualification.engine import Evidence, Kind, Standing, Waiver, judge_all
from mwalimu.qualification.queries.evidence.places import Place, places_of
from mwalimu.qualification.queries.evidence.plans import Plan, plans_of
from mwalimu.qualification.queries.evidence.rules import Rules, rules_of
from mwalimu.qualification.queries.evidence.shown import (
    WAIVER,
    WHOLE,
    Asked,
    Shown,
    shown,
)
from mwalimu.reference.models import Topic

State = Submission.State


def standings(
    cohort: Cohort, people: Iterable[Person], *, on: date, topic: Topic | None = None
) -> dict[int, Standing]:
    """Where each person (by primary key) stands in a cohort as of a day.

    Under the edition that the cohort follows that day; empty where it follows none.
    Demos and trainings count in one topic, or in those of the person's seats. Five
    queries, whatever the number of people.
    """
    rules = rules_of([cohort.pk], on)
    found = standings_of(places_of(cohort, people, topic), rules, on=on)
    return {place.person: standing for place, standing in found.items()}


def standings_of(
    places: Iterable[Place], rules: Mapping[int, Rules], *, on: date
) -> dict[Place, Standing]:
    """The same for places in several cohorts at once; two queries."""
    judged = [place for place in places if place.cohort in rules]
    if not judged:
        return {}
    people = {place.person for place in judged}
    cohorts = {place.cohort for place in judged}
    kinds = {
        requirement.kind.value
        for cohort in cohorts
        for requirement in rules[cohort].requirements
    }
    plans = plans_of(cohorts)
    rows: defaultdict[int, list[Shown]] = defaultdict(list)
    for row in shown(Asked(kinds, people, cohorts, on)):
        rows[row.person].append(row)
    found = {}
    for place in judged:
        plan, mine = plans[place.cohort], rows[place.person]
        found[place] = judge_all(
            rules[place.cohort].requirements,
            _evidence(plan, place, mine),
            on=on,
            waivers=_waivers(place, mine),
            closes=plan.closes(place.members, _own_days(plan, mine), on),
        )
    return found


def _evidence(plan: Plan, place: Place, rows: Iterable[Shown]) -> Iterable[Evidence]:
    """What counts in this cohort, of all that the person has shown."""
    for row in rows:
        if row.kind == WAIVER:
            continue
        if row.kind == Kind.TRAINING:
            if row.topic in place.topics:
                yield _as_it_is(row, row.part)
        elif row.kind == Kind.ASSIGNMENT:
            if row.about in plan.assignments:
                yield _as_it_is(row, plan.assignments[row.about], said=row.part)
        elif row.about not in plan.sessions:
            continue
        elif row.kind == Kind.DEMO:
            if row.topic in place.topics:
                yield _as_it_is(row, row.part)
        else:
            yield from _attendance(plan, row)


def _as_it_is(row: Shown, subject: str, said: str = "") -> Evidence:
    amount = Fraction(row.amount)
    return Evidence(Kind(row.kind), subject, amount, row.on, str(row.row), said=said)


def _attendance(plan: Plan, row: Shown) -> Iterable[Evidence]:
    """A session shows something about every stage that it stands for."""
    held = plan.sessions[row.about]
    if held.stages and held.days:
        first, *others = held.stages
        share = Fraction(row.amount, WHOLE * held.days)
        yield Evidence(
            Kind.ATTENDANCE, first, share, row.on, str(row.row), tuple(others)
        )


def _waivers(place: Place, rows: Iterable[Shown]) -> list[Waiver]:
    return [
        Waiver(row.part, row.words, str(row.row))
        for row in rows
        if row.kind == WAIVER and row.about == place.cohort
    ]


def _own_days(plan: Plan, rows: Iterable[Shown]) -> dict[str, date | None]:
    """When assignments close for this person, where it is not when they do for all.

    Not while the work waits for its review: the person has done their part. Work to be
    repeated has no day of its own: it is taken as long as the assignment is open. What
    was rejected is over.
    """
    found: dict[str, date | None] = {}
    for row in rows:
        if row.kind != Kind.ASSIGNMENT or row.about not in plan.assignments:
            continue
        code = plan.assignments[row.about]
        again = row.part == State.REPEAT and code in plan.taken
        if row.part == State.HANDED_IN or again:
            found[code] = None
        elif row.part == State.REJECTED:
            found[code] = row.on
    return found
