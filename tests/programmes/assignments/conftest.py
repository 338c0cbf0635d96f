"""An open assignment of the cohort, and what people do with it."""

import io
from datetime import UTC, date, datetime

import pytest

from mwalimu.programmes.models import Assignment, Criterion
from mwalimu.programmes.operations.assignments import (
    HandedFile,
    give_review,
    hand_in,
)
from mwalimu.shared.files import WORK, store
from tests.cast import AT

DUE = date(2024, 3, 10)
LATE_UNTIL = date(2024, 3, 17)
IN_TIME = AT
LATE = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
OVER = datetime(2024, 3, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def cohort(cohort, members, topics):
    """The small cohort, in HS classification, with all three Members."""
    type(cohort.programme).objects.update(status="running")
    cohort.programme.refresh_from_db()
    cohort.topics.add(topics["HS"])
    cohort.members.add(*members.values())
    return cohort


@pytest.fixture
def assignment(cohort, system):
    """Due on 10 March 2024, late until the 17th, one assessor, two criteria."""
    row = Assignment.objects.create(
        cohort=cohort,
        code="IS1",
        titles={"en": "A case study"},
        due_on=DUE,
        late_until=LATE_UNTIL,
        state="open",
        created_at=AT,
        created_by=system,
    )
    for position, name in enumerate(["Accuracy", "Clarity"], 1):
        Criterion.objects.create(
            assignment=row, position=position, names={"en": name}, most=5
        )
    return row


@pytest.fixture
def with_two(assignment):
    """The same, reviewed by two assessors."""
    assignment.assessors_wanted = 2
    assignment.save()
    return assignment


@pytest.fixture
def hands_in(assignment):
    """The WG member hands in; what differs is given."""

    def make(somebody, text="My case study.", at=IN_TIME, **more):
        more.setdefault("person", somebody.person)
        return hand_in(assignment, text=text, by=somebody.actor, at=at, **more)

    return make


@pytest.fixture
def reviews(assignment):
    """An assessor reviews; what differs is given."""

    def make(somebody, row, decision="accept", remarks="Well done.", at=AT, **more):
        more.setdefault("scores", scores_of(assignment))
        return give_review(
            row, decision=decision, remarks=remarks, by=somebody.actor, at=at, **more
        )

    return make


def scores_of(assignment, score=4):
    """The same score on every criterion."""
    return {each.pk: score for each in assignment.criteria.all()}


def a_file(content=b"%PDF-1.7 case", name="case.pdf"):
    """A file as a form hands it over."""
    row = store(io.BytesIO(content), name=name, kinds=WORK, most=10**6, at=AT)
    return HandedFile(name, row)
