"""Types, a field, and people on the path to an accreditation, by the operations."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest

from mwalimu.qualification.models import ExpertField, ExpertType
from mwalimu.qualification.operations.accreditation import (
    Candidate,
    Entry,
    Expertise,
    MissionFacts,
    Paper,
    WorkshopFacts,
    assess_mission,
    conclude_mission,
    hold_workshop,
    plan_mission,
    propose,
    screen,
)
from tests.cast import AT, make_person

EARLY = datetime(2022, 1, 10, 9, tzinfo=UTC)


def day(text):
    return datetime.combine(date.fromisoformat(text), EARLY.timetz())


def scan(name="signed.pdf"):
    return Paper(BytesIO(b"%PDF-1.4 signed"), name)


@pytest.fixture
def trainer_type(db):
    return ExpertType.objects.create(
        code="ET",
        names={"en": "Expert Trainer", "fr": "Formateur expert"},
        certainty="A",
        position=1,
        refresher_months=36,
    )


@pytest.fixture
def advisor_type(db):
    return ExpertType.objects.create(
        code="TOA",
        names={"en": "Technical and Operational Advisor"},
        certainty="A",
        position=2,
    )


@pytest.fixture
def plain_type(db):
    """A type without a field."""
    return ExpertType.objects.create(
        code="CMA", names={"en": "Customs Modernization Advisor"}, certainty="A",
        per_field=False, position=3,
    )  # fmt: skip


@pytest.fixture
def valuation(topics):
    made = ExpertField.objects.create(
        code="CV", names={"en": "Customs valuation"}, certainty="A", position=1
    )
    made.topics.add(topics["CV"])
    return made


@pytest.fixture
def classification(topics):
    made = ExpertField.objects.create(
        code="HS", names={"en": "HS classification"}, certainty="A", position=2
    )
    made.topics.add(topics["HS"])
    return made


@pytest.fixture
def grace(system, kenya):
    return make_person("Grace Wanjiru", system, kenya)


@pytest.fixture
def ama(system, togo):
    return make_person("Ama Lawson", system, togo)


@pytest.fixture
def leader(team, trainer_type, valuation, kenya, uganda, assessor):
    """Leads people along the path, each step at its day of 2022."""
    return Leader(team.actor, Expertise(trainer_type, valuation), uganda, assessor)


class Leader:
    """The project team, walking somebody through the phases."""

    def __init__(self, by, expertise, host, assessor):
        self.by, self.expertise, self.host = by, expertise, host
        self.assessor = assessor

    def propose(self, person, member, expertise=None, at=EARLY):
        found = expertise or self.expertise
        candidates = [Candidate(person, member)]
        return propose(candidates, found, by=self.by, at=at)[0]

    def select(self, *rows, at=EARLY):
        screen(rows, selected=True, by=self.by, at=at)

    def workshop(self, *rows, result="passed", last=date(2022, 4, 8), **more):
        facts = WorkshopFacts(
            kind=more.get("kind", "accreditation"),
            title=more.get("title", "Workshop"),
            starts_on=last - timedelta(days=4),
            ends_on=last,
        )
        return hold_workshop(
            facts,
            [Entry(row, result) for row in rows],
            by=self.by,
            at=more.get("at", AT),
        )

    def refresher(self, *rows, last=date(2023, 10, 18), at=AT):
        return self.workshop(*rows, result="came", last=last, kind="refresher", at=at)

    def plan(self, row, *assessors, last=date(2022, 9, 9), at=AT):
        people = assessors or (self.assessor.person,)
        facts = MissionFacts(self.host, last - timedelta(days=4), last, people, "HS")
        return plan_mission(row, facts, by=self.by, at=at)

    def assess(self, mission, result="passed", at=AT, by=None, **more):
        who = by or self.assessor
        return assess_mission(
            mission,
            assessor=who.person,
            result=result,
            remarks="Clear and sure of the matter.",
            by=who.actor,
            at=at,
            **more,
        )

    def conclude(self, row, result="passed", at=AT, **more):
        return conclude_mission(row, result=result, by=self.by, at=at, **more)

    def accredited(self, person, member, expertise=None):
        row = self.pre_accredited(person, member, expertise)
        self.assess(self.plan(row))
        self.conclude(row)
        row.refresh_from_db()
        return row

    def pre_accredited(self, person, member, expertise=None):
        row = self.propose(person, member, expertise)
        self.select(row)
        self.workshop(row)
        row.refresh_from_db()
        return row
