"""The decisions behind the awards of the cohorts, on the evidence that there is.

What no source tells cannot be shown: for a stage whose days or people are not known, and
for stages before somebody joined, the project team lets its people off, and says why.
Somebody who was excused from a stage is awarded against the evidence, with a reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from mwalimu.accounts.models import Actor
from mwalimu.demo.cohorts.steps import DECIDING, Act, Step, instant
from mwalimu.demo.plan.rows import Plan, PlannedAward
from mwalimu.demo.records import World
from mwalimu.people.models import Person
from mwalimu.programmes.models import Attendance, Cohort, Holding, Session
from mwalimu.programmes.queries.codes import cohorts_by_code
from mwalimu.qualification.models import RequirementLine
from mwalimu.qualification.operations import (
    DecisionEntry,
    decide,
    give_waiver,
)
from mwalimu.qualification.queries.evidence import standings
from mwalimu.qualification.queries.standards import edition_of
from mwalimu.reference.models import Topic

DECISION_WORK = 150
NOT_KNOWN = (
    "No public source names the days and the people of this stage, and the demo invents"
    " no attendance."
)
BEFORE = "Took the seat after this stage; went through its materials with the experts."
EXCUSED = "Was excused from a working group with a reason; the panel was convinced."


@dataclass
class Decisions:
    """Decides on everybody who came to the end of a cohort."""

    world: World
    by: Actor

    def steps(self, plan: Plan) -> Iterator[Step]:
        """One sitting for each cohort and day."""
        mine = [row for row in plan.awards if row.cohort]
        mine.sort(key=lambda row: (row.valid_from, row.cohort))
        for (day, code), rows in groupby(
            mine, lambda row: (row.valid_from, row.cohort)
        ):
            yield instant(day, DECIDING), DECISION_WORK, self.deciding(code, list(rows))

    def deciding(self, code: str, rows: Sequence[PlannedAward]) -> Act:
        """Waivers for what cannot be known; then all awards at once."""

        def act(at: datetime) -> None:
            cohort = cohorts_by_code()[code]
            topics = {row.topic for row in rows}
            entries: list[DecisionEntry] = []
            for topic in sorted(topics):
                people = [
                    self.world.people[row.person] for row in rows if row.topic == topic
                ]
                about = self.world.topics[topic]
                self.let_off(cohort, people, about, at)
                entries += self.entries(cohort, people, about, at.date())
            decide(cohort, entries, by=self.by, at=at)

        return act

    def let_off(
        self, cohort: Cohort, people: Sequence[Person], topic: Topic, at: datetime
    ) -> None:
        """Those to whom a stage is not known, or who came after it."""
        known = known_stages(cohort, topic)
        since = first_days(cohort, people)
        lines = lines_of(cohort, at.date())
        judged = standings(cohort, people, on=at.date(), topic=topic)
        for person in people:
            for verdict in judged[person.pk].missing:
                line = lines[verdict.requirement.code]
                reasons = [
                    why_not(known.get(stage), since[person.pk])
                    for stage in line.subjects
                ]
                if line.kind == "attendance" and all(reasons):
                    give_waiver(
                        cohort,
                        person=person,
                        requirement=line,
                        reason=reasons[0],
                        by=self.by,
                        at=at,
                    )

    def entries(
        self, cohort: Cohort, people: Sequence[Person], topic: Topic, on: date
    ) -> Iterator[DecisionEntry]:
        """An award to each of them; a reason where the evidence falls short."""
        judged = standings(cohort, people, on=on, topic=topic)
        for person in people:
            reason = "" if judged[person.pk].complete else EXCUSED
            yield DecisionEntry(person, topic, "award", reason)


def lines_of(cohort: Cohort, on: date) -> dict[str, RequirementLine]:
    """What the cohort's edition asks, by code."""
    edition = edition_of(cohort, on)
    assert edition is not None
    return {line.code: line for line in edition.requirements.all()}


def known_stages(cohort: Cohort, topic: Topic) -> dict[str, date]:
    """By code of the stage, its last day, where somebody wrote who was there on it."""
    found: defaultdict[str, date] = defaultdict(lambda: date.min)
    written = Attendance.objects.filter(day__session__cohorts=cohort)
    sessions = Session.objects.filter(pk__in=written.values("day__session"))
    rows = sessions.filter(topics=topic, stages__cohort=cohort)
    for code, ends in rows.values_list("stages__code", "ends_on"):
        found[code] = max(found[code], ends)
    return dict(found)


def first_days(cohort: Cohort, people: Iterable[Person]) -> dict[int, date]:
    """The day on which each person (primary key) came to the cohort."""
    rows = Holding.objects.filter(seat__cohort=cohort, person__in=list(people))
    return dict(rows.order_by("-since").values_list("person", "since"))


def why_not(took_place: date | None, since: date) -> str:
    """Why nothing can be shown of a stage; nothing where it could have been."""
    if took_place is None:
        return NOT_KNOWN
    return BEFORE if took_place < since else ""
