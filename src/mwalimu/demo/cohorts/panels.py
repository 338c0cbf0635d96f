"""Demo slots of the last working groups, their scores, and the minutes of the panels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from mwalimu.accounts.models import Actor
from mwalimu.demo.cohorts.steps import (
    AFTERNOON,
    CLOSING,
    MORNING,
    Act,
    Step,
    instant,
)
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.plan.seating import PlannedDemo, PlannedPanel
from mwalimu.demo.records import World
from mwalimu.people.operations import actor_of
from mwalimu.programmes.engine.scheduling import Hours
from mwalimu.programmes.models import DemoSlot, Session
from mwalimu.programmes.operations.demos import (
    Candidate,
    PanelSeat,
    ResultFacts,
    close_minutes,
    draft_minutes,
    give_score,
    name_for_all,
    plan_slots,
    sign_minutes,
    write_minutes,
)

ASSESSORS = ("assessor", "assessor2")  # they sit on the panel, too
ORGANISATIONS = ("WCO", "JICA")
HOURS = Hours(time(9), time(17), minutes=30, pause=5)
TEXT = {
    "en": "The panel heard every candidate teach, and agreed the results below.",
    "fr": "Le jury a entendu chaque candidat enseigner et a arrêté les résultats"
    " ci-dessous.",
}
IN_FRENCH = {"E23", "E36"}


@dataclass
class Panels:
    """Plans the slots, scores them, and keeps the minutes."""

    world: World
    by: Actor

    def steps(self, plan: Plan) -> Iterator[Step]:
        """Everything about the demo slots of the last working groups."""
        for panel in plan.panels:
            yield instant(panel.days[0], MORNING), 1, self.planning(panel)
            yield instant(panel.closed_on, AFTERNOON), 30, self.scoring(panel)
            yield instant(panel.closed_on, CLOSING), 20, self.minutes(panel)

    def planning(self, panel: PlannedPanel) -> Act:
        """A slot for each candidate, and who scores it."""

        def act(at: datetime) -> None:
            session = Session.objects.get(source_key=panel.key)
            world = self.world
            plan_slots(
                session,
                candidates=[
                    Candidate(world.people[row.person], world.topics[row.topic])
                    for row in panel.demos
                ],
                days=panel.days,
                hours=HOURS,
                by=self.by,
                at=at,
            )
            people = [world.people[name] for name in ASSESSORS]
            name_for_all(session, people=people, by=self.by, at=at)

        return act

    def scoring(self, panel: PlannedPanel) -> Act:
        """Both assessors score each slot, blind to the other."""

        def act(at: datetime) -> None:
            slots = DemoSlot.objects.filter(session__source_key=panel.key)
            actors = [actor_of(self.world.people[name]) for name in ASSESSORS]
            for slot, demo in zip(slots.order_by("position"), panel.demos, strict=True):
                for actor, given in zip(actors, demo.given, strict=True):
                    skill, expertise, content = given
                    give_score(
                        slot,
                        skill=skill,
                        expertise=expertise,
                        content=content,
                        by=actor,
                        at=at,
                    )

        return act

    def minutes(self, panel: PlannedPanel) -> Act:
        """The panel agrees the results; its members sign."""

        def act(at: datetime) -> None:
            session = Session.objects.get(source_key=panel.key)
            language = "fr" if panel.key in IN_FRENCH else "en"
            row = draft_minutes(session, language=language, by=self.by, at=at)
            people = [self.world.people[name] for name in ASSESSORS]
            seats = [
                PanelSeat(person, organisation)
                for person, organisation in zip(people, ORGANISATIONS, strict=True)
            ]
            write_minutes(
                row,
                text=TEXT[language],
                results=[self.result(demo) for demo in panel.demos],
                panel=seats,
                by=self.by,
                at=at,
            )
            row = close_minutes(row, by=self.by, at=at)
            for number, person in enumerate(people, 1):
                later = at + timedelta(minutes=5 * number)
                sign_minutes(row, by=actor_of(person), at=later)

        return act

    def result(self, demo: PlannedDemo) -> ResultFacts:
        """What the panel agreed on one candidate."""
        skill, expertise, content = demo.agreed
        person, topic = self.world.people[demo.person], self.world.topics[demo.topic]
        return ResultFacts(person, topic, skill, expertise, content)
