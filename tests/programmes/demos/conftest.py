"""The last working group of the cohort: two candidates, two assessors."""

from datetime import date, time

import pytest

from mwalimu.programmes.engine.scheduling import Hours
from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.demos import (
    Candidate,
    PanelSeat,
    ResultFacts,
    close_minutes,
    draft_minutes,
    give_score,
    name_assessors,
    plan_slots,
    sign_minutes,
    write_minutes,
)
from tests.cast import AT

MONDAY = date(2024, 2, 26)
MORNING = Hours(time(9), time(12), 45, 15)


@pytest.fixture
def cohort(cohort, members, topics):
    """The small cohort, in HS classification, with all three Members."""
    type(cohort.programme).objects.update(status="running")
    cohort.programme.refresh_from_db()
    cohort.topics.add(topics["HS"])
    cohort.members.add(*members.values())
    return cohort


@pytest.fixture
def session(cohort):
    """Its last working group, in Nairobi."""
    made = Session.objects.create(
        programme=cohort.programme,
        kind="working_group",
        city="Nairobi",
        starts_on=MONDAY,
        starts_precision="day",
    )
    made.cohorts.add(cohort)
    return made


@pytest.fixture
def slots(session, wg_member, togo_wg_member, topics, team):
    """Kenya's candidate at 9, Togo's at 10."""
    return plan_slots(
        session,
        candidates=[
            Candidate(wg_member.person, topics["HS"]),
            Candidate(togo_wg_member.person, topics["HS"]),
        ],
        days=[MONDAY],
        hours=MORNING,
        by=team.actor,
        at=AT,
    )


@pytest.fixture
def slot(slots, assessor, second_assessor, team):
    """Kenya's slot, with both assessors named."""
    people = [assessor.person, second_assessor.person]
    return name_assessors(slots[0], people=people, by=team.actor, at=AT)


@pytest.fixture
def scores(slot):
    """Somebody scores the slot; what differs is given."""

    def make(somebody, skill=4, expertise=4, content=4, **more):
        return give_score(
            slot,
            skill=skill,
            expertise=expertise,
            content=content,
            by=somebody.actor,
            at=AT,
            **more,
        )

    return make


@pytest.fixture
def complete(slot, scores, assessor, second_assessor):
    """Kenya's slot, scored by both; they differ on skill."""
    scores(assessor, skill=5, remarks="Lively")
    scores(second_assessor, skill=3, remarks="Too fast")
    return slot


@pytest.fixture
def agreed(complete, session, wg_member, topics, assessor, team):
    """Draft minutes with Kenya's result, and a panel of an assessor and the team."""
    row = draft_minutes(session, language="en", by=team.actor, at=AT)
    return write_minutes(
        row,
        text="The panel met on Friday.",
        results=[ResultFacts(wg_member.person, topics["HS"], 4, 4, 4, "Convincing")],
        panel=[PanelSeat(assessor.person, "JICA"), PanelSeat(team.person, "WCO")],
        by=team.actor,
        at=AT,
    )


@pytest.fixture
def closed(agreed, team):
    return close_minutes(agreed, by=team.actor, at=AT)


@pytest.fixture
def signed(closed, assessor, team):
    for somebody in (assessor, team):
        sign_minutes(closed, by=somebody.actor, at=AT)
    closed.refresh_from_db()
    return closed
