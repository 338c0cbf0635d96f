"""Intersessional work of the cohorts: set, handed in, reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from mwalimu.accounts.models import Actor
from mwalimu.demo.cohorts.steps import AFTERNOON, MORNING, NOON, Act, Step, instant
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.plan.seating import PlannedTask, PlannedVersion
from mwalimu.demo.records import World
from mwalimu.people.operations import actor_of
from mwalimu.programmes.models import Assignment
from mwalimu.programmes.operations.assignments import (
    AssignmentFacts,
    CriterionFacts,
    close_assignment,
    create_assignment,
    give_review,
    hand_in,
    open_assignment,
)
from mwalimu.programmes.queries.codes import cohorts_by_code

ON_BEHALF = "It came by mail; the project team put it on record."
TITLES = {
    "A1": {"en": "Own-country cases", "fr": "Cas de sa propre administration"},
    "A2": {"en": "Part of the training materials", "fr": "Partie des supports"},
}
INSTRUCTIONS = {
    "A1": {
        "en": "Bring three cases of your own administration, without names of traders:"
        " the facts, the question, the decision, and what is to be learned from it.",
        "fr": "Présentez trois cas de votre administration, sans nom d’opérateur : les"
        " faits, la question, la décision, et ce que l’on doit en retenir.",
    },
    "A2": {
        "en": "Write your part of the set: a chapter of the handbook, its slides, and"
        " five questions for the test, with their answers.",
        "fr": "Rédigez votre partie de l’ensemble : un chapitre du manuel, ses"
        " diapositives, et cinq questions pour le test, avec leurs réponses.",
    },
}
RUBRIC = (
    CriterionFacts({"en": "Technically right", "fr": "Exactitude technique"}),
    CriterionFacts({"en": "Useful for training", "fr": "Utilité pour la formation"}),
    CriterionFacts({"en": "Clear", "fr": "Clarté"}),
)
TEXTS = {
    "A1": "Synthetic work: three cases with facts, question, decision and lesson.",
    "A2": "Synthetic work: a chapter, its slides, five questions with answers.",
}
REMARKS = {
    "accept": "Usable as it is.",
    "repeat": "The decisions are there; say what trainees should learn from each.",
    "reject": "These cases are those of another administration.",
}
SCORES = {"accept": (4, 5, 4), "repeat": (4, 2, 3), "reject": (1, 1, 2)}


@dataclass
class Work:
    """Sets and receives what is done between working groups."""

    world: World
    by: Actor
    tasks: dict[tuple[str, str], Assignment] = field(default_factory=dict)

    def steps(self, plan: Plan) -> Iterator[Step]:
        """Everything that was asked, came in, and was said of it."""
        for task in plan.tasks:
            yield instant(task.opened, MORNING), 1, self.setting(task)
            for row in task.versions:
                yield instant(row.on, NOON), 1, self.handing_in(task, row)
                if row.decision and row.settled_on:
                    settling = self.settling(task, row)
                    yield instant(row.settled_on, AFTERNOON), 1, settling
            if task.closes:
                yield instant(task.late_until, AFTERNOON), 0, self.closing(task)

    def setting(self, task: PlannedTask) -> Act:
        """The work is set and given out."""

        def act(at: datetime) -> None:
            cohort = cohorts_by_code()[task.cohort]
            facts = AssignmentFacts(
                code=task.code,
                titles=TITLES[task.code],
                instructions=INSTRUCTIONS[task.code],
                due_on=task.due,
                late_until=task.late_until,
                stage=cohort.stages.get(code=task.stage),
                rubric=RUBRIC,
            )
            row = create_assignment(cohort, facts=facts, by=self.by, at=at)
            open_assignment(row, by=self.by, at=at)
            self.tasks[task.cohort, task.code] = row

        return act

    def handing_in(self, task: PlannedTask, row: PlannedVersion) -> Act:
        """Somebody hands in; those without an account by mail."""

        def act(at: datetime) -> None:
            person = self.world.people[row.person]
            hand_in(
                self.tasks[task.cohort, task.code],
                person=person,
                text=f"{TEXTS[task.code]} ({row.on.isoformat()})",
                reason=ON_BEHALF,
                by=self.by,
                at=at,
            )

        return act

    def settling(self, task: PlannedTask, row: PlannedVersion) -> Act:
        """An assessor reads it and says what they think."""

        def act(at: datetime) -> None:
            assignment = self.tasks[task.cohort, task.code]
            waiting = assignment.submissions.get(
                person=self.world.people[row.person], state="handed_in"
            )
            keys = assignment.criteria.values_list("pk", flat=True)
            give_review(
                waiting,
                decision=row.decision,
                remarks=REMARKS[row.decision],
                scores=dict(zip(keys, SCORES[row.decision], strict=True)),
                by=actor_of(self.world.people["assessor"]),
                at=at,
            )

        return act

    def closing(self, task: PlannedTask) -> Act:
        """Nothing more is taken."""

        def act(at: datetime) -> None:
            close_assignment(self.tasks[task.cohort, task.code], by=self.by, at=at)

        return act
