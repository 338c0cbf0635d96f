"""Taking a seat and leaving it: what is recorded and what is refused."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Affiliation
from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import Cohort, Holding
from mwalimu.programmes.operations import (
    SeatRefused,
    begin_holding,
    complete,
    complete_cohort,
    defer,
    join_late,
    replace,
    resume,
    transfer,
    withdraw,
)
from tests.cast import AT, seat_of
from tests.programmes.seats.conftest import JANUARY, JUNE, MAY_31


def refused(verb, *args, **kwargs):
    """The field for which it was refused."""
    with pytest.raises(SeatRefused) as error:
        verb(*args, at=AT, **kwargs)
    return error.value.field


def test_a_person_holds_a_seat_from_a_day(held):
    assert (held.since, held.began, held.until) == (JANUARY, "nominated", None)


def test_the_audit_trail_names_nobody(held):
    line = AuditLine.objects.get(verb="begin_holding")
    assert line.subject_uuid == held.seat.uuid
    assert line.after["person"] == str(held.person.uuid)
    assert "Amina" not in str(line.after)


def test_only_the_project_team_fills_a_seat(seat, amina, kenya_coordinator, head):
    for somebody in (kenya_coordinator, head):
        field = refused(
            begin_holding, seat, person=amina, since=JANUARY, by=somebody.actor
        )
        assert field == ""
    assert not Holding.objects.exists()


def test_the_project_team_fills_a_seat(seat, amina, team):
    row = begin_holding(seat, person=amina, since=JANUARY, by=team.actor, at=AT)
    assert row.recorded_by == team.actor


def test_a_seat_is_held_by_one_person_at_a_time(held, brian, system):
    assert refused(begin_holding, held.seat, person=brian, since=JUNE, by=system) == (
        "since"
    )


def test_somebody_of_another_administration_is_refused(seat, kofi, system):
    assert refused(begin_holding, seat, person=kofi, since=JUNE, by=system) == "person"


def test_somebody_of_another_agency_is_refused(seat, amina, system):
    Affiliation.objects.filter(person=amina).update(sector="other_agency")
    assert refused(begin_holding, seat, person=amina, since=JUNE, by=system) == "person"


def test_somebody_who_left_customs_before_that_day_is_refused(seat, amina, system):
    Affiliation.objects.filter(person=amina).update(until=MAY_31)
    assert refused(begin_holding, seat, person=amina, since=JUNE, by=system) == "person"


def test_an_erased_person_is_refused(seat, amina, system):
    erase_person(amina, by=system, at=AT)
    assert refused(begin_holding, seat, person=amina, since=JUNE, by=system) == "person"


def test_two_seats_of_one_cohort_and_topic_are_refused(held, second_seat, system):
    field = refused(
        begin_holding, second_seat, person=held.person, since=JUNE, by=system
    )
    assert field == "person"


def test_a_person_may_be_in_two_cohorts(held, cohort, kenya, system):
    later = Cohort.objects.create(code="C-2", programme=cohort.programme)
    later.topics.add(held.seat.topic)
    other = seat_of(later, kenya)
    begin_holding(other, person=held.person, since=JANUARY, by=system, at=AT)
    assert held.person_id in other.holdings.values_list("person", flat=True)


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2027, 1, 1), date(1, 1, 1)])
def test_a_day_out_of_reason_is_refused(seat, amina, system, day):
    assert refused(begin_holding, seat, person=amina, since=day, by=system) == "since"


def test_history_is_entered_with_its_end(seat, amina, brian, system):
    facts = {"until": MAY_31, "ended": "withdrawn"}
    begin_holding(seat, person=amina, since=JANUARY, by=system, at=AT, **facts)
    begin_holding(seat, person=brian, since=JUNE, by=system, at=AT)
    assert [row.person for row in seat.holdings.order_by("since")] == [amina, brian]


def test_an_end_without_a_reason_is_refused(seat, amina, system):
    facts = {"person": amina, "since": JANUARY, "by": system}
    assert refused(begin_holding, seat, until=JUNE, **facts) == "until"
    assert refused(begin_holding, seat, ended="withdrawn", **facts) == "until"
    assert refused(begin_holding, seat, until=JUNE, ended="tired", **facts) == "reason"


def test_a_replaced_person_leaves_the_day_before(held, brian, system):
    row = replace(held, successor=brian, on=JUNE, reason="Posted", by=system, at=AT)
    held.refresh_from_db()
    assert (held.until, held.ended, held.note) == (MAY_31, "replaced", "Posted")
    assert (row.person, row.since, row.began) == (brian, JUNE, "replacement")


def test_a_replacement_that_is_refused_leaves_everything(held, kofi, system):
    wrong = {"successor": kofi, "on": JUNE, "reason": "x", "by": system}
    assert refused(replace, held, **wrong) == "person"
    held.refresh_from_db()
    assert held.until is None


def test_nobody_replaces_themselves_or_before_the_first_day(held, brian, system):
    facts = {"reason": "Posted", "by": system}
    assert refused(replace, held, successor=held.person, on=JUNE, **facts) == "person"
    assert refused(replace, held, successor=brian, on=JANUARY, **facts) == "on"


@pytest.mark.parametrize("verb", [withdraw, defer])
def test_leaving_needs_a_reason_and_a_day_in_order(held, system, verb):
    assert refused(verb, held, on=JUNE, reason="  ", by=system) == "reason"
    assert refused(verb, held, on=date(2022, 1, 1), reason="x", by=system) == "on"
    assert refused(verb, held, on=JUNE, reason="x" * 2001, by=system) == "reason"


def test_a_withdrawn_seat_is_vacant_and_can_be_filled(held, brian, system):
    withdraw(held, on=MAY_31, reason="New post", by=system, at=AT)
    row = begin_holding(held.seat, person=brian, since=JUNE, by=system, at=AT)
    assert row.person == brian


def test_whoever_left_cannot_leave_again(held, system):
    withdraw(held, on=MAY_31, reason="New post", by=system, at=AT)
    assert refused(defer, held, on=JUNE, reason="x", by=system) == "on"


def test_a_deferred_person_comes_back_to_the_seat(held, system):
    defer(held, on=MAY_31, reason="Leave", by=system, at=AT)
    back = resume(held, since=date(2023, 9, 1), by=system, at=AT)
    assert (back.seat, back.person, back.began) == (held.seat, held.person, "resumed")


def test_a_deferred_person_comes_back_to_another_seat(held, brian, second_seat, system):
    defer(held, on=MAY_31, reason="Leave", by=system, at=AT)
    begin_holding(held.seat, person=brian, since=JUNE, by=system, at=AT)
    assert refused(resume, held, since=JUNE, by=system) == "since"
    assert resume(held, since=JUNE, seat=second_seat, by=system, at=AT).until is None


def test_only_a_deferred_person_comes_back_and_only_later(held, togo_seat, system):
    assert refused(resume, held, since=JUNE, by=system) == "person"
    defer(held, on=MAY_31, reason="Leave", by=system, at=AT)
    assert refused(resume, held, since=MAY_31, by=system) == "since"
    assert refused(resume, held, since=JUNE, seat=togo_seat, by=system) == "to"


def test_a_transfer_leaves_one_seat_for_another(held, second_seat, system):
    row = transfer(held, to=second_seat, on=JUNE, reason="Topic", by=system, at=AT)
    assert (held.until, held.ended) == (MAY_31, "transferred")
    assert (row.seat, row.since, row.began) == (second_seat, JUNE, "transfer")


def test_a_transfer_to_the_same_a_taken_or_a_foreign_seat_is_refused(
    held, second_seat, togo_seat, brian, system
):
    begin_holding(second_seat, person=brian, since=JANUARY, by=system, at=AT)
    facts = {"on": JUNE, "reason": "x", "by": system}
    assert refused(transfer, held, to=held.seat, **facts) == "to"
    assert refused(transfer, held, to=second_seat, **facts) == "since"
    assert refused(transfer, held, to=togo_seat, **facts) == "person"


def test_a_late_joiner_is_known_as_one(seat, amina, system):
    row = join_late(seat, person=amina, since=JUNE, by=system, at=AT, note="Letter 12")
    assert (row.began, row.note) == ("late", "Letter 12")


def test_a_cohort_is_completed_by_all_who_still_hold_a_seat(
    held, togo_held, cohort, system
):
    withdraw(togo_held, on=MAY_31, reason="x", by=system, at=AT)
    rows = complete_cohort(cohort, on=JUNE, by=system, at=AT)
    assert [(row.person, row.ended) for row in rows] == [(held.person, "completed")]


def test_one_person_completes(held, system):
    assert complete(held, on=JUNE, by=system, at=AT).ended == "completed"
