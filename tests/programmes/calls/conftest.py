"""An open call for one topic: two names from Kenya, one from Togo."""

from datetime import UTC, date, datetime

import pytest

from mwalimu.programmes.models import Call
from mwalimu.programmes.operations import (
    CallFacts,
    CriterionFacts,
    attach,
    draft_call,
    nominate,
    open_call,
    submit_nomination,
)
from tests.cast import AT, cast, make_person, seat_of
from tests.programmes.calls.files import a_pdf

OPENS, CLOSES = date(2024, 2, 1), date(2024, 3, 15)
LAST_MINUTE = datetime(2024, 3, 15, 20, 59, tzinfo=UTC)  # 23:59 in Nairobi
MIDNIGHT = datetime(2024, 3, 15, 21, 0, tzinfo=UTC)


@pytest.fixture
def cohort(cohort, members, topics):
    """The small cohort, in HS classification, with all three Members."""
    cohort.topics.add(topics["HS"])
    cohort.members.add(*members.values())
    return cohort


@pytest.fixture
def facts(topics, kenya, togo):
    return CallFacts(
        topic=topics["HS"],
        opens_on=OPENS,
        closes_on=CLOSES,
        profiles={"en": "Five years in classification."},
        seats={kenya: 2, togo: 1},
        criteria=(
            CriterionFacts({"en": "Topic"}, 3),
            CriterionFacts({"en": "Training"}, 1),
        ),
    )


@pytest.fixture
def call(cohort, facts, system):
    made = draft_call(cohort, facts=facts, by=system, at=AT)
    return open_call(made, by=system, at=AT)


@pytest.fixture
def amina(system, kenya):
    return make_person("Amina Otieno", system, kenya)


@pytest.fixture
def draft(call, kenya, amina, kenya_coordinator):
    """Kenya's coordinator has begun to nominate Amina."""
    return nominate(
        call,
        member=kenya,
        person=amina,
        motivation="Ten years in classification.",
        by=kenya_coordinator.actor,
        at=AT,
    )


@pytest.fixture
def nomination(draft, kenya_coordinator):
    """Kenya's coordinator has put Amina's name forward, with a file."""
    by = kenya_coordinator.actor
    attach(draft, stream=a_pdf(), name="letter.pdf", by=by, at=AT)
    return submit_nomination(draft, by=by, at=AT)


@pytest.fixture
def seat(cohort, kenya):
    return seat_of(cohort, kenya)


@pytest.fixture
def second_scorer(system):
    """Another of the project team."""
    return cast("Second Scorer", system, None, "project_team")


@pytest.fixture
def rubric(call):
    return list(Call.objects.get(pk=call.pk).criteria.all())
