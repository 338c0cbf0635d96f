"""The crowd, and what reaches whom of it."""

import pytest

from mwalimu.people.models import Person
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import cast, hold, seat_of
from tests.notices.crowd import ON, crowd

NAMES = (
    *("team", "reader", "regional_office", "head", "kenya_coordinator"),
    *("kenya_deputy", "kenya_registrar", "kenya_organiser", "togo_coordinator"),
    *("kenya_trainer", "wg_member", "togo_wg_member", "assessor"),
    *("second_assessor", "kenya_assessor", "uganda_trainer"),
)


@pytest.fixture
def uganda_trainer(system, uganda):
    """Of Uganda, without a role."""
    return cast("Uganda Trainer", system, uganda)


@pytest.fixture
def who(request, members):
    """The cast by name, with the Members."""
    found = {name: request.getfixturevalue(name) for name in NAMES}
    return found | {
        "kenya": members["KE"],
        "uganda": members["UG"],
        "togo": members["TG"],
    }


@pytest.fixture
def crowded(who, cohort, topics, system):
    """Something of every kind waits."""
    crowd(who, cohort, topics, system)
    return who


def viewer(somebody, on=ON):
    """Whom somebody is on a day, as a page sees them; read anew."""
    person = Person.objects.select_related("account").get(pk=somebody.person.pk)
    return viewer_of(person.account, on)


def kenyans(cohort, kenya, system, number):
    """So many more WG members of Kenya."""
    for position in range(number):
        somebody = cast(f"Kenyan {position}", system, kenya)
        hold(seat_of(cohort, kenya, number=20 + position), somebody.person, system)
