"""Where people stand: evidence and rules put before the engine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort, Submission
from mwalimu.qualification.engine import Evidence, Kind, Standing, judge_all
from mwalimu.qualification.queries.evidence.places import Place, places_of
from mwalimu.qualification.queries.evidence.plans import Plan, plans_of
from mwalimu.qualification.queries.evidence.rules import (
    Rules,
    rules_of,
    waivers_by_place,
)
from mwalimu.qualification.queries.evidence.shown import WHOLE, Asked, Shown, shown
from mwalimu.reference.models import Topic


def standings(
    cohort: Cohort, people: Iterable[Person], *, on: date, topic: Topic | None = None
) -> dict[int, Standing]:
    """Where each person (by primary key) stands in a cohort as of a day.

    Under the edition that the cohort follows that day; empty where it follows none.
    Demos and trainings count in one topic, or in those of the person's seats. Six
    queries, whatever the number of people.
    """
    rules = rules_of([cohort.pk], on)
    found = standings_of(places_of(cohort, people, topic), rules, on=on)
    return {place.person: standing for place, standing in found.items()}


def standings_of(
    places: Iterable[Place], rules: Mapping[int, Rules], *, on: date
) -> dict[Place, Standing]:
    """The same for places in several cohorts at once; three queries."""
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
    waivers = waivers_by_place(cohorts, people)
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
            waivers=waivers.get((place.cohort, place.person), ()),
            closes=plan.closes(place.members, _waiting(plan, mine), on),
        )
    return found


def _evidence(plan: Plan, place: Place, rows: Iterable[Shown]) -> Iterable[Evidence]:
    """What counts in this cohort, of all that the person has shown."""
    for row in rows:
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


def _waiting(plan: Plan, rows: Iterable[Shown]) -> set[str]:
    """Codes of the assignments whose review the person waits for."""
    return {
        plan.assignments[row.about]
        for row in rows
        if row.kind == Kind.ASSIGNMENT
        and row.about in plan.assignments
        and row.part == Submission.State.HANDED_IN
    }
