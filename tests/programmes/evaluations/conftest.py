"""A working group in Nairobi that ended on Friday, and its evaluation of two weeks."""

from datetime import UTC, date, datetime

import pytest

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.evaluations import answer_evaluation, open_evaluation
from mwalimu.programmes.operations.sessions import plan_days
from tests.cast import AT, cast, hold, seat_of
from tests.forms.conftest import draft, edition  # noqa: F401

MONDAY, FRIDAY = date(2024, 3, 4), date(2024, 3, 8)
LAST = date(2024, 3, 22)
AFTER = datetime(2024, 3, 8, 16, 0, tzinfo=UTC)  # on Friday evening
CLOSED = datetime(2024, 3, 22, 21, 0, tzinfo=UTC)  # midnight in Nairobi


@pytest.fixture
def session(cohort, kenya, topics, system):
    """From Monday to Friday, hosted by Kenya."""
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "WG1", "fr": "GT1"},
        host=kenya,
        city="Nairobi",
        mode="in_person",
        starts_on=MONDAY,
        ends_on=FRIDAY,
    )
    made.cohorts.add(cohort)
    made.topics.add(topics["HS"])
    days = [date(2024, 3, day) for day in range(4, 9)]
    plan_days(made, days=days, by=system, at=AT)
    return made


@pytest.fixture
def evaluation(session, edition, team):  # noqa: F811
    """Open from Friday for two weeks."""
    return open_evaluation(
        session,
        edition=edition,
        opens_on=FRIDAY,
        closes_on=LAST,
        by=team.actor,
        at=AFTER,
    )


@pytest.fixture
def six(system, kenya, cohort):
    """Six WG members of Kenya with seats of the cohort."""
    found = []
    for number in range(1, 7):
        somebody = cast(f"Kenya Member {number}", system, kenya)
        hold(seat_of(cohort, kenya, number), somebody.person, system)
        found.append(somebody)
    return found


@pytest.fixture
def say(evaluation):
    """Somebody answers: the mark, and a text."""
    scale, _, _, text = evaluation.round.edition.questions.all()

    def answered(somebody, mark="4", text_="", at=AFTER):
        sent = {scale.pk: [mark], text.pk: [text_]}
        answer_evaluation(evaluation, sent=sent, by=somebody.actor, at=at)

    return answered
