"""Who was there: taken once, corrected with a trace, never invented."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.models import Attendance
from mwalimu.programmes.operations.sessions import (
    Mark,
    SessionNotAllowed,
    SessionRefused,
    add_guest,
    remove_guest,
    take_attendance,
)
from mwalimu.programmes.queries.sessions.attendance import (
    NOTHING,
    attendance_grid,
    attended,
    attended_by,
    headcounts,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, hold, make_person, seat_of
from tests.programmes.sessions.conftest import AFTER


def take(day, person, presence, by, at=AFTER, **more):
    mark = Mark(person, presence, **more)
    return take_attendance(day, marks=[mark], by=by.actor, at=at)


def names(grid):
    return [row.participant.person.name for row in grid.rows]


def test_one_tap_writes_one_entry(days, team, wg_member):
    assert take(days[0], wg_member.person, "present", team) == 1
    row = Attendance.objects.get()
    assert (row.presence, row.recorded_by) == ("present", team.actor)
    line = AuditLine.objects.get(subject="attendance")
    assert (line.verb, line.after["presence"]) == ("attend", "present")


def test_a_whole_day_is_written_at_once(days, team, wg_member, togo_wg_member):
    marks = [Mark(wg_member.person, "present"), Mark(togo_wg_member.person, "absent")]
    assert take_attendance(days[0], marks=marks, by=team.actor, at=AFTER) == 2
    assert Attendance.objects.count() == 2


def test_a_correction_keeps_what_stood_before(days, team, wg_member):
    take(days[0], wg_member.person, "absent", team)
    take(days[0], wg_member.person, "part", team)
    line = AuditLine.objects.get(verb="correct")
    assert line.before["presence"] == "absent"
    assert line.after["presence"] == "part"
    assert line.after["person"] == str(wg_member.person.uuid)


def test_a_tap_that_arrives_twice_changes_nothing(days, team, wg_member):
    take(days[0], wg_member.person, "excused", team, note="ill")
    assert take(days[0], wg_member.person, "excused", team) == 0
    assert Attendance.objects.get().note == "ill"
    assert AuditLine.objects.filter(subject="attendance").count() == 1


def test_what_was_written_is_taken_back(days, team, wg_member):
    take(days[0], wg_member.person, "present", team)
    assert take(days[0], wg_member.person, "", team) == 1
    assert take(days[0], wg_member.person, "", team) == 0
    assert not Attendance.objects.exists()
    assert AuditLine.objects.get(verb="correct").after == {}


def test_a_note_does_not_go_to_the_trail(days, team, wg_member):
    take(days[0], wg_member.person, "excused", team, note="in hospital")
    take(days[0], wg_member.person, "absent", team, note="in hospital")
    lines = AuditLine.objects.filter(subject="attendance")
    assert "hospital" not in str([(line.before, line.after) for line in lines])


def test_nobody_is_there_on_a_day_that_has_not_come(days, team, wg_member):
    with pytest.raises(SessionRefused, match="has not come"):
        take(days[0], wg_member.person, "present", team, at=AT)
    assert not Attendance.objects.exists()


def test_the_day_begins_where_the_session_is_held(days, team, wg_member):
    midnight = datetime(2024, 3, 3, 21, 30, tzinfo=UTC)  # 0:30 on Monday in Nairobi
    assert take(days[0], wg_member.person, "present", team, at=midnight) == 1


def test_a_cancelled_session_takes_no_attendance(session, days, team, wg_member):
    session.cancelled_at, session.cancelled_why = AT, "flood"
    session.save()
    days[0].session.refresh_from_db()
    with pytest.raises(SessionRefused, match="cancelled"):
        take(days[0], wg_member.person, "present", team)


def test_whoever_is_not_expected_is_refused_and_so_is_the_rest(
    days, team, wg_member, kenya
):
    stranger = make_person("Walk In", team.actor, kenya)
    marks = [Mark(wg_member.person, "present"), Mark(stranger, "present")]
    with pytest.raises(SessionRefused, match="guest"):
        take_attendance(days[0], marks=marks, by=team.actor, at=AFTER)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("presence", ["late", "PRESENT", "x" * 300])
def test_a_state_that_does_not_exist_is_refused(days, team, wg_member, presence):
    with pytest.raises(SessionRefused):
        take(days[0], wg_member.person, presence, team)
    assert not Attendance.objects.exists()


def test_nobody_stands_in_one_list_twice(days, team, wg_member):
    marks = [Mark(wg_member.person, "present"), Mark(wg_member.person, "absent")]
    with pytest.raises(SessionRefused, match="twice"):
        take_attendance(days[0], marks=marks, by=team.actor, at=AFTER)
    with pytest.raises(SessionRefused, match="200"):
        take(days[0], wg_member.person, "present", team, note="x" * 201)


def test_the_host_takes_attendance_and_no_other_member(
    days, organiser, togo_organiser, kenya_coordinator, wg_member
):
    assert take(days[0], wg_member.person, "present", organiser) == 1
    for other in (togo_organiser, kenya_coordinator, wg_member):
        with pytest.raises(SessionNotAllowed):
            take(days[0], wg_member.person, "absent", other)
    assert Attendance.objects.get().presence == "present"


def test_a_guest_is_expected_with_a_reason(session, days, team, kenya):
    guest = make_person("Sits In", team.actor, kenya)
    row = add_guest(session, person=guest, reason=" observer ", by=team.actor, at=AT)
    assert take(days[0], guest, "present", team) == 1
    assert row.reason == "observer"
    with pytest.raises(SessionRefused, match="stay in the list"):
        remove_guest(row, by=team.actor, at=AT)
    take(days[0], guest, "", team)
    remove_guest(row, by=team.actor, at=AT)
    assert session.guests.count() == 0


def test_a_guest_needs_a_reason_and_comes_once(session, team, wg_member, kenya):
    guest = make_person("Sits In", team.actor, kenya)
    for person, reason in [(guest, " "), (guest, "x" * 201), (wg_member.person, "why")]:
        with pytest.raises(SessionRefused):
            add_guest(session, person=person, reason=reason, by=team.actor, at=AT)
    assert session.guests.count() == 0


def test_a_share_counts_halves_and_not_what_is_unknown(session, days, team, wg_member):
    person = wg_member.person
    assert attended(person, session) == NOTHING
    assert attended(person, session).share is None
    for day, presence in zip(days, ["present", "online", "part"], strict=False):
        take(day, person, presence, team)
    found = attended(person, session)
    assert (found.amount, found.share) == (Fraction(5, 2), Fraction(1, 2))
    assert (found.days, found.written, found.complete) == (5, 3, False)
    assert (len(found.rows), found.last) == (3, days[2].day)


def test_absent_all_week_is_nothing_and_not_unknown(session, days, team, wg_member):
    for day in days:
        take(day, wg_member.person, "absent", team)
    found = attended(wg_member.person, session)
    assert (found.share, found.complete) == (0, True)
    count = headcounts([session.pk])[session.pk]
    assert (count.days, count.written, count.attended) == (5, 1, 0)


def test_facts_of_many_cost_two_queries(
    session, days, team, wg_member, togo_wg_member, django_assert_num_queries
):
    for somebody in (wg_member, togo_wg_member):
        take(days[0], somebody.person, "present", team)
    people = [wg_member.person.pk, togo_wg_member.person.pk]
    with django_assert_num_queries(2):
        found = attended_by(people, [session.pk])
    assert [fact.share for fact in found.values()] == [Fraction(1, 5)] * 2


def test_a_coordinator_sees_their_own_people_alone(
    session, days, team, wg_member, togo_wg_member, kenya_coordinator, togo_coordinator
):
    take(days[0], togo_wg_member.person, "present", team)
    own = viewer_of(kenya_coordinator.account, AT.date())
    other = viewer_of(togo_coordinator.account, AT.date())
    assert names(attendance_grid(own, session)) == ["Kenya Candidate"]
    assert names(attendance_grid(other, session)) == ["Togo Candidate"]
    assert len(names(attendance_grid(OPERATOR, session))) == 2


def test_whoever_left_the_seat_stays_where_they_were_written_down(
    session, days, team, wg_member
):
    take(days[0], wg_member.person, "present", team)
    seat = session.cohorts.get().seats.get()
    seat.holdings.update(until="2024-02-01", ended="replaced")
    grid = attendance_grid(OPERATOR, session)
    assert names(grid) == ["Kenya Candidate"]
    assert take(days[0], wg_member.person, "absent", team) == 1


def test_a_session_group_narrows_who_is_expected(
    session, days, team, wg_member, togo_wg_member, togo
):
    group = session.programme.groups.create(code="G-FR", names={"en": "French"})
    group.members.add(togo)
    session.group = group
    session.save()
    assert names(attendance_grid(OPERATOR, session)) == ["Togo Candidate"]


def test_a_person_with_two_seats_stands_once(session, team, wg_member, kenya, cohort):
    hold(seat_of(cohort, kenya, 2), wg_member.person, team.actor)
    assert names(attendance_grid(OPERATOR, session)) == ["Kenya Candidate"]


@pytest.mark.parametrize("more", [0, 3])
def test_a_grid_takes_few_queries_whatever_the_rows(
    session, days, team, wg_member, kenya, cohort, more, django_assert_max_num_queries
):
    for number in range(more):
        person = make_person(f"More {number}", team.actor, kenya)
        hold(seat_of(cohort, kenya, 5 + number), person, team.actor)
        take(days[0], person, "present", team)
    with django_assert_max_num_queries(5):
        assert len(attendance_grid(OPERATOR, session).rows) == 1 + more
