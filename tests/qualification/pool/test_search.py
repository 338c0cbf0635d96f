"""Who is found by whom. What is not shown finds nobody."""

from datetime import date

import pytest

from mwalimu.people.models import PersonLanguage
from mwalimu.people.operations import set_languages
from mwalimu.people.permissions import Grant, Viewer
from mwalimu.people.queries import acting_viewer
from mwalimu.qualification.models import Availability, PoolRow, Suspension
from mwalimu.qualification.operations.pool import (
    add_availability,
    refresh_pool,
    show_fields,
)
from mwalimu.qualification.permissions import pool_visible_to
from mwalimu.qualification.queries.pool import PoolWanted, search_pool, stated
from mwalimu.qualification.queries.pool.atlas import Atlas
from mwalimu.qualification.queries.pool.searching import within
from tests.cast import AT

pytestmark = pytest.mark.django_db
ON = AT.date()
MAY = (date(2024, 5, 1), date(2024, 5, 31))


def names(somebody, **wanted):
    viewer = acting_viewer(somebody.actor, ON)
    rows = pool_visible_to(viewer).in_pool(ON)
    rows = search_pool(rows, PoolWanted(**wanted), viewer, ON)
    return sorted(rows.values_list("person__name", flat=True))


AMINA, KOFI = "Amina Otieno", "Kofi Mensah"


def test_the_team_finds_everybody(amina, kofi, team):
    assert names(team) == [AMINA, KOFI]


def test_an_administration_finds_its_own(amina, kofi, kenya_coordinator, head):
    assert names(kenya_coordinator) == names(head) == [AMINA]


def test_another_administration_finds_who_shows_their_name(
    amina, kofi, togo_coordinator
):
    show_fields(amina.person, audiences={"name": "members"}, by=amina.actor, at=AT)
    assert names(togo_coordinator) == [AMINA, KOFI]


def test_the_public_and_readers_find_nobody(amina, kofi, reader):
    assert names(reader) == []
    assert not pool_visible_to(Viewer()).exists()
    trainer = Viewer(account_id=1, grants=frozenset({Grant("master_trainer", 1)}))
    assert not pool_visible_to(trainer).exists()


@pytest.mark.parametrize(
    "wanted",
    [
        {"topic": "HS", "member": "KE"},
        {"region": "ESA"},
        {"language": "sw", "level": "B2"},
        {"state": "no_recent", "member": "KE"},
    ],
)
def test_each_filter_narrows(amina, kofi, team, wanted):
    PersonLanguage.objects.create(person=amina.person, language="sw", level="C1")
    PersonLanguage.objects.create(person=kofi.person, language="sw", level="B1")
    assert names(team, **wanted) == [AMINA]


def test_nothing_that_is_hidden_can_be_found_out_by_a_filter(
    amina, kofi, togo_coordinator
):
    show_fields(amina.person, audiences={"name": "members"}, by=amina.actor, at=AT)
    set_languages(amina.person, languages={"sw": "C2"}, by=amina.actor, at=AT)
    assert names(togo_coordinator, language="sw") == []
    assert names(togo_coordinator, state="no_recent") == [KOFI]
    assert names(togo_coordinator, free=MAY) == []
    opened = {"languages": "members", "experience": "public", "availability": "members"}
    show_fields(amina.person, audiences=opened, by=amina.actor, at=AT)
    assert names(togo_coordinator, language="sw") == [AMINA]
    assert names(togo_coordinator, state="no_recent") == [AMINA, KOFI]
    assert names(togo_coordinator, free=MAY) == [AMINA]


def test_who_is_busy_on_one_of_the_days_is_not_free(amina, kofi, team):
    period = {"kind": "busy", "since": date(2024, 5, 31), "until": date(2024, 6, 2)}
    add_availability(amina.person, **period, by=amina.actor, at=AT)
    assert names(team, free=MAY) == [KOFI]
    assert names(team, free=(date(2024, 6, 3), date(2024, 6, 4))) == [AMINA, KOFI]


def test_who_is_available_is_not_busy(amina, team):
    free = Availability.Kind.FREE
    Availability.objects.create(
        person=amina.person, kind=free, since=MAY[0], until=MAY[1]
    )
    assert names(team, free=MAY) == [AMINA]


@pytest.mark.parametrize("delivered", [None, date(2022, 2, 28), date(2022, 3, 1)])
@pytest.mark.parametrize("moved", [None, date(2024, 3, 1), date(2024, 3, 2)])
@pytest.mark.parametrize("left", [None, date(2024, 3, 1), date(2024, 3, 2)])
@pytest.mark.parametrize("suspended", [None, date(2024, 3, 1)])
def test_the_filter_by_state_agrees_with_the_state(
    amina, delivered, moved, left, suspended
):
    PoolRow.objects.update(
        delivered_on=delivered, moved_on=moved, left_on=left, suspended_on=suspended
    )
    row = PoolRow.objects.get()
    in_state = [
        state
        for state in ("active", "no_recent", "moved", "left", "suspended")
        if PoolRow.objects.in_state(state, ON).exists()
    ]
    assert in_state == [stated(row, ON).state.value]


def test_a_suspended_award_stays_in_the_search_and_says_so(amina, team):
    Suspension.objects.create(award=PoolRow.objects.get().award, since=date(2024, 2, 1))
    refresh_pool([amina.person.pk])
    assert names(team, state="suspended") == [AMINA]


def test_the_nearest_come_with_their_distance(amina, kofi, kenya, togo, uganda):
    for member, place in ((kenya, (-1, 37)), (uganda, (0, 33)), (togo, (6, 1))):
        member.latitude, member.longitude = place
        member.save()
    far = Atlas("en").distances("UG")
    near = {pk: km for pk, km in far.items() if km < 1000}
    rows = within(PoolRow.objects.all(), near)
    assert [(row.person.name, round(row.distance)) for row in rows] == [(AMINA, 458)]
