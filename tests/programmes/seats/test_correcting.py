"""Putting right what was written by mistake."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Attendance, Holding, SessionDay
from mwalimu.programmes.operations import (
    SeatRefused,
    begin_holding,
    correct_holding,
    reopen_holding,
    replace,
    transfer,
    undo_holding,
    withdraw,
)
from tests.cast import AT
from tests.programmes.seats.conftest import JANUARY, JUNE, MAY_31

MARCH = date(2023, 3, 1)
FEBRUARY_28 = date(2023, 2, 28)
WHY = {"reason": "Read the letter again", "at": AT}


@pytest.fixture
def heir(held, brian, system):
    """Brian replaced Amina on 1 June 2023."""
    return replace(held, successor=brian, on=JUNE, reason="Posted", by=system, at=AT)


def test_moving_the_successor_moves_whom_they_replaced(heir, held, system):
    correct_holding(heir, since=MARCH, until=None, by=system, **WHY)
    held.refresh_from_db()
    assert held.until == FEBRUARY_28
    assert AuditLine.objects.filter(verb="correct_holding").count() == 2


def test_moving_the_last_day_moves_the_successor(heir, held, system):
    correct_holding(held, since=JANUARY, until=FEBRUARY_28, by=system, **WHY)
    heir.refresh_from_db()
    assert heir.since == MARCH


def test_moving_either_way_is_allowed(heir, held, system):
    correct_holding(heir, since=date(2023, 9, 1), until=None, by=system, **WHY)
    held.refresh_from_db()
    assert held.until == date(2023, 8, 31)


def test_a_transfer_moves_with_its_other_half(held, second_seat, system):
    row = transfer(held, to=second_seat, on=JUNE, reason="Topic", by=system, at=AT)
    correct_holding(row, since=MARCH, until=None, by=system, **WHY)
    held.refresh_from_db()
    assert held.until == FEBRUARY_28


def test_a_correction_that_leaves_the_other_no_day_is_refused(heir, held, system):
    with pytest.raises(SeatRefused):
        correct_holding(heir, since=JANUARY, until=None, by=system, **WHY)
    heir.refresh_from_db()
    assert heir.since == JUNE


def test_a_correction_into_the_days_of_somebody_else_is_refused(
    seat, amina, brian, system
):
    over = {"until": MAY_31, "ended": "withdrawn", "by": system, "at": AT}
    begin_holding(seat, person=amina, since=JANUARY, **over)
    row = begin_holding(seat, person=brian, since=JUNE, by=system, at=AT)
    with pytest.raises(SeatRefused, match="Somebody holds this seat"):
        correct_holding(row, since=MARCH, until=None, by=system, **WHY)


def test_a_correction_neither_ends_nor_reopens(held, system):
    with pytest.raises(SeatRefused, match="moves a day"):
        correct_holding(held, since=JANUARY, until=JUNE, by=system, **WHY)


def test_an_end_by_mistake_is_taken_back(held, system):
    withdraw(held, on=MAY_31, reason="Left", by=system, at=AT)
    reopen_holding(held, by=system, **WHY)
    held.refresh_from_db()
    assert (held.until, held.ended) == (None, "")


def test_an_end_that_was_followed_is_not_taken_back(heir, held, system):
    with pytest.raises(SeatRefused, match="followed"):
        reopen_holding(held, by=system, **WHY)


def test_undoing_a_replacement_gives_the_seat_back(heir, held, system):
    undo_holding(heir, by=system, **WHY)
    held.refresh_from_db()
    assert (held.until, held.ended) == (None, "")
    assert Holding.objects.count() == 1


def test_who_was_there_held_the_seat(heir, held, session, system):
    day = SessionDay.objects.create(session=session, day=JUNE)
    Attendance.objects.create(
        day=day,
        person=heir.person,
        presence="present",
        recorded_at=AT,
        recorded_by=system,
    )
    with pytest.raises(SeatRefused, match="the seat was held"):
        undo_holding(heir, by=system, **WHY)
    assert Holding.objects.count() == 2


def test_a_coordinator_corrects_nothing(held, kenya_coordinator):
    by = kenya_coordinator.actor
    with pytest.raises(SeatRefused):
        correct_holding(held, since=MARCH, until=None, by=by, **WHY)
    with pytest.raises(SeatRefused):
        undo_holding(held, by=by, **WHY)
    held.refresh_from_db()
    assert held.since == JANUARY
