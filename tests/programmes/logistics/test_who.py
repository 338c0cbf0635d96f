"""Who sees what of whom, and who writes it. There is always something that could leak."""

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import Arrangement
from mwalimu.programmes.operations.logistics import (
    LogisticsRefused,
    Said,
    say_passport_name,
    set_step,
)
from mwalimu.programmes.operations.sessions import add_expert
from mwalimu.programmes.queries.logistics import logistics_held, own_arrangements
from tests.cast import AT, make_person
from tests.programmes.logistics.conftest import board, names, viewer_of

STEPS = ("passport", "visa", "ticket", "allowance", "insurance", "hotel", "arrival")


@pytest.fixture
def filled(session, both, team):
    """Every step of both is written, each with a note that must not leak."""
    for person in both:
        for step in STEPS:
            said = Said(state="done", note=f"{person.name} {step}")
            set_step(session, person.uuid, step, said, by=team.actor, at=AT)
    return session


def notes(found) -> set[str]:
    return {cell.note for row in found.rows for cell in row.cells if cell and cell.note}


def test_the_team_sees_everything(filled, both, team):
    expected = {f"{person.name} {step}" for person in both for step in STEPS}
    assert notes(board(filled, team)) == expected


@pytest.mark.parametrize("role", ["kenya_coordinator", "kenya_deputy"])
def test_a_coordinator_sees_their_own_people_only(filled, both, role, request):
    found = board(filled, request.getfixturevalue(role))
    assert names(found) == [both[0].name]
    assert notes(found) == {f"{both[0].name} {step}" for step in STEPS}


def test_the_host_sees_hotel_and_arrival_of_everybody(filled, both, organiser):
    found = board(filled, organiser)
    assert found.steps == ("hotel", "arrival")
    assert notes(found) == {
        f"{person.name} {step}" for person in both for step in ("hotel", "arrival")
    }


@pytest.mark.parametrize(
    "role", ["head", "reader", "togo_organiser", "wg_member", "kenya_registrar"]
)
def test_nobody_else_sees_any_step(filled, role, request):
    found = board(filled, request.getfixturevalue(role))
    assert (found.columns, found.rows, found.vacancies) == ((), (), ())


def test_a_person_reads_their_own_row_and_no_other(filled, both, wg_member):
    found = own_arrangements(viewer_of(wg_member), filled)
    assert [row.note for row in found] == [f"{both[0].name} {step}" for step in STEPS]


@pytest.mark.parametrize(
    ("role", "whose", "step", "allowed"),
    [
        ("team", 1, "ticket", True),
        ("kenya_coordinator", 0, "passport", True),
        ("kenya_coordinator", 0, "arrival", True),
        ("kenya_coordinator", 0, "ticket", False),
        ("kenya_coordinator", 1, "passport", False),
        ("organiser", 1, "hotel", True),
        ("organiser", 1, "visa", False),
        ("togo_organiser", 1, "hotel", False),
        ("head", 0, "passport", False),
        ("wg_member", 0, "visa", False),
        ("reader", 0, "visa", False),
    ],
)
def test_each_writes_what_is_theirs(session, both, role, whose, step, allowed, request):
    by = request.getfixturevalue(role).actor
    if allowed:
        assert set_step(
            session, both[whose].uuid, step, Said(state="done"), by=by, at=AT
        )
        return
    with pytest.raises(LogisticsRefused, match="not yours"):
        set_step(session, both[whose].uuid, step, Said(state="done"), by=by, at=AT)
    assert not Arrangement.objects.exists()


def test_a_person_writes_their_own_passport_name(session, both, wg_member):
    assert say_passport_name(session, "KENYA  CANDIDATE", by=wg_member.actor, at=AT)
    row = Arrangement.objects.get()
    assert (row.person, row.state, row.note) == (both[0], "done", "KENYA CANDIDATE")
    assert not say_passport_name(session, "KENYA CANDIDATE", by=wg_member.actor, at=AT)


def test_who_is_not_expected_writes_no_passport_name(session, kenya_coordinator):
    with pytest.raises(LogisticsRefused, match="not expected"):
        say_passport_name(session, "X", by=kenya_coordinator.actor, at=AT)


def test_after_the_session_the_passport_name_is_left_alone(session, wg_member):
    with pytest.raises(LogisticsRefused, match="over"):
        say_passport_name(session, "X", by=wg_member.actor, at=AT.replace(month=4))


def test_an_expert_of_an_administration_is_its_coordinators_too(
    session, kenya, togo, system, team, kenya_coordinator
):
    for member in (kenya, togo):
        person = make_person(f"Expert of {member.code}", system, member)
        add_expert(session, person=person, by=team.actor, at=AT)
    add_expert(session, name="Ms X", organisation="WCO", by=team.actor, at=AT)
    assert names(board(session, kenya_coordinator)) == ["Expert of KE"]
    assert names(board(session, team)) == ["Expert of KE", "Expert of TG", "Ms X"]


def test_with_the_person_everything_arranged_goes(filled, both, team):
    erase_person(both[0], by=team.actor, at=AT)
    left = Arrangement.objects.values_list("person", flat=True).distinct()
    assert list(left) == [both[1].pk]


def test_a_person_downloads_what_is_arranged_for_them(filled, both):
    held = logistics_held(both[0])
    assert [row["note"] for row in held] == [f"{both[0].name} {step}" for step in STEPS]
    assert held[0]["session"] == str(filled.uuid)
