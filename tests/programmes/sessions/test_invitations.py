"""Invitations go out once, follow every change, and are answered by their person."""

import base64
from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Contact
from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import Attendance, Invitation
from mwalimu.programmes.operations import edit_session, session_facts, withdraw
from mwalimu.programmes.operations.sessions import (
    Mark,
    SessionNotAllowed,
    SessionRefused,
    answer_invitation,
    cancel_session,
    hold_after_all,
    move_session,
    plan_days,
    put_on_agenda,
    send_invitations,
    take_attendance,
)
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.models import OutboxMessage
from tests.cast import AT, hold, make_person, seat_of
from tests.programmes.sessions.conftest import AFTER, FRIDAY, MONDAY
from tests.programmes.sessions.test_agenda import item

LATER = date(2024, 4, 8)


def send(session, team, at=AT):
    return send_invitations(session, by=team.actor, at=at)


def mails():
    """Every mail in the outbox: to whom, its method, and its calendar file."""
    found = []
    for row in OutboxMessage.objects.filter(kind="mail").order_by("pk"):
        part = row.payload["parts"][0]
        content = base64.b64decode(part["content"]).decode()
        calendar = vobject.readOne(content)
        found.append((row.payload["to"][0], calendar.method.value, calendar.vevent))
    return found


def methods(address=None):
    return [m for to, m, _ in mails() if address in (None, to)]


def of(somebody):
    return Invitation.objects.get(person=somebody.person)


def test_everybody_expected_is_invited_by_mail(
    session, days, team, wg_member, togo_wg_member
):
    outcome = send(session, team)
    assert (outcome.invited, outcome.unreachable) == (2, ())
    to, method, event = mails()[0]
    assert (to, method) == ("kenya.candidate@example.org", "REQUEST")
    assert (event.summary.value, event.location.value) == ("WG1", "Nairobi, Kenya")
    assert (event.dtstart.value, event.sequence.value) == (MONDAY, "0")
    assert of(wg_member).state == "sent"


def test_nothing_is_sent_twice(session, days, team, wg_member):
    send(session, team)
    assert send(session, team).invited == 0
    assert methods() == ["REQUEST"]
    assert AuditLine.objects.filter(verb="invite").count() == 1


def test_a_mail_is_in_the_language_of_its_reader(session, days, team, wg_member):
    wg_member.account.language = "fr"
    wg_member.account.save()
    send(session, team)
    payload = OutboxMessage.objects.get(kind="mail").payload
    assert "GT1" in payload["subject"]
    assert "Kenya Candidate" in payload["text"]
    assert mails()[0][2].summary.value == "GT1"


def test_whoever_has_no_address_stays_to_be_sent(session, days, team, cohort, kenya):
    person = make_person("No Address", team.actor, kenya)
    hold(seat_of(cohort, kenya), person, team.actor)
    assert send(session, team).unreachable == (person,)
    assert Invitation.objects.get().state == "to_send"
    Contact.objects.create(person=person, kind="email", value="no@example.org")
    assert send(session, team).invited == 1
    assert methods("no@example.org") == ["REQUEST"]


def test_days_come_before_invitations(session, team, wg_member):
    with pytest.raises(SessionRefused, match="not set"):
        send(session, team)
    assert mails() == []


def test_only_the_team_invites(session, days, organiser, wg_member):
    with pytest.raises(SessionNotAllowed):
        send_invitations(session, by=organiser.actor, at=AT)
    assert mails() == []


def test_new_hours_go_out_as_an_update(session, days, team, wg_member):
    send(session, team)
    wanted = [row.day for row in days]
    hours = (time(9), time(17))
    plan_days(session, days=wanted, hours=hours, by=team.actor, at=AT)
    plan_days(session, days=wanted, hours=hours, by=team.actor, at=AT)
    assert methods() == ["REQUEST", "REQUEST"]
    event = mails()[1][2]
    assert (event.sequence.value, event.dtstart.value.hour) == ("1", 9)


def test_a_session_that_moves_takes_its_agenda_along(session, days, team, wg_member):
    put_on_agenda(session, item(days[1]), by=team.actor, at=AT)
    send(session, team)
    answer(of(wg_member), wg_member, True)
    outcome = move_session(session, first=date(2024, 3, 5), by=team.actor, at=AT)
    session.refresh_from_db()
    assert (outcome.updated, session.starts_on.day, session.ends_on.day) == (1, 5, 9)
    assert [row.day.day for row in session.days.all()] == [5, 6, 7, 8, 9]
    assert session.days.get(day=date(2024, 3, 6)).agenda.count() == 1
    assert of(wg_member).state == "sent"  # the old answer was about other days
    move_session(session, first=MONDAY, by=team.actor, at=AT)
    assert [m[2].sequence.value for m in mails()] == ["0", "1", "2"]


def test_editing_the_place_goes_out_and_editing_a_note_does_not(
    session, days, team, wg_member
):
    send(session, team)
    for change in ({"note": "seen"}, {"city": "Mombasa"}):
        facts = session_facts(session)
        facts = type(facts)(**{**vars(facts), **change})
        edit_session(session, facts=facts, by=team.actor, at=AT)
    assert [m[2].location.value for m in mails()] == [
        "Nairobi, Kenya",
        "Mombasa, Kenya",
    ]


def test_dates_may_not_leave_a_planned_day_behind(session, days, team):
    facts = session_facts(session)
    late = PartialDate.parse("2024-03-06")
    facts = type(facts)(**{**vars(facts), "starts": late})
    with pytest.raises(ValueError, match="Move"):
        edit_session(session, facts=facts, by=team.actor, at=AT)
    session.refresh_from_db()
    assert session.starts_on == MONDAY


def test_a_cancelled_session_is_taken_off_every_calendar(
    session, days, team, wg_member, togo_wg_member
):
    send(session, team)
    outcome = cancel_session(session, why="flood", by=team.actor, at=AT)
    assert outcome.withdrawn == 2
    assert methods("kenya.candidate@example.org") == ["REQUEST", "CANCEL"]
    assert "flood" in OutboxMessage.objects.last().payload["text"]
    with pytest.raises(SessionRefused, match="cancelled"):
        send(session, team)
    with pytest.raises(SessionRefused, match="cancelled"):
        cancel_session(session, why="again", by=team.actor, at=AT)


def test_what_is_held_after_all_invites_with_a_later_version(
    session, days, team, wg_member
):
    send(session, team)
    cancel_session(session, why="flood", by=team.actor, at=AT)
    hold_after_all(session, by=team.actor, at=AT)
    assert send(session, team).invited == 1
    assert [m[2].sequence.value for m in mails()] == ["0", "1", "2"]
    with pytest.raises(SessionRefused, match="not cancelled"):
        hold_after_all(session, by=team.actor, at=AT)


def test_a_session_with_attendance_took_place(session, days, team, wg_member):
    mark = Mark(wg_member.person, "present")
    take_attendance(days[0], marks=[mark], by=team.actor, at=AFTER)
    for change in (
        lambda: cancel_session(session, why="x", by=team.actor, at=AFTER),
        lambda: move_session(session, first=LATER, by=team.actor, at=AFTER),
    ):
        with pytest.raises(SessionRefused, match="took place"):
            change()
    session.refresh_from_db()
    assert (session.starts_on, session.is_cancelled) == (MONDAY, False)
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize("why", ["", " ", "x" * 301])
def test_calling_off_needs_a_reason(session, days, team, why):
    with pytest.raises(SessionRefused):
        cancel_session(session, why=why, by=team.actor, at=AT)
    assert not session.is_cancelled


@pytest.mark.parametrize("first", [MONDAY, date(1900, 1, 1), date(2999, 1, 1)])
def test_a_move_goes_to_another_day_that_can_be(session, days, team, first):
    with pytest.raises(SessionRefused):
        move_session(session, first=first, by=team.actor, at=AT)
    assert session.days.first().day == MONDAY


def test_nothing_goes_out_about_a_session_that_is_over(session, days, team, wg_member):
    send(session, team)
    after = datetime(2024, 6, 1, tzinfo=UTC)
    cancel_session(session, why="never held", by=team.actor, at=after)
    assert methods() == ["REQUEST"]


def test_whoever_leaves_the_seat_is_uninvited(
    session, days, team, wg_member, togo_wg_member
):
    send(session, team)
    holding = seat_of(session.cohorts.get(), session.host).holdings.get()
    withdraw(holding, on=date(2024, 2, 20), reason="moved", by=team.actor, at=AT)
    assert methods("kenya.candidate@example.org") == ["REQUEST", "CANCEL"]
    assert methods("togo.candidate@example.org") == ["REQUEST"]
    assert of(wg_member).state == "cancelled"


def test_whoever_leaves_after_the_session_stays_invited(session, days, team, wg_member):
    send(session, team)
    holding = seat_of(session.cohorts.get(), session.host).holdings.get()
    withdraw(holding, on=FRIDAY, reason="moved", by=team.actor, at=AFTER)
    assert methods() == ["REQUEST"]


def answer(invitation, somebody, comes, word="", at=AT):
    return answer_invitation(
        invitation, comes=comes, word=word, by=somebody.actor, at=at
    )


def test_a_person_answers_with_a_word_and_changes_their_mind(
    session, days, team, wg_member
):
    send(session, team)
    answer(of(wg_member), wg_member, False, " court  day ")
    row = of(wg_member)
    assert (row.state, row.answer, row.answered_at) == ("declined", "court day", AT)
    answer(row, wg_member, True)
    assert (of(wg_member).state, of(wg_member).answer) == ("accepted", "")
    lines = AuditLine.objects.filter(verb="answer")
    assert "court" not in str([(line.before, line.after) for line in lines])


def test_nobody_answers_for_another(session, days, team, wg_member, togo_wg_member):
    send(session, team)
    for other in (togo_wg_member, team):
        with pytest.raises(SessionNotAllowed):
            answer(of(wg_member), other, True)
    assert of(wg_member).state == "sent"


def test_an_answer_comes_in_time_and_to_an_invitation_that_stands(
    session, days, team, wg_member
):
    send(session, team)
    with pytest.raises(SessionRefused, match="200"):
        answer(of(wg_member), wg_member, True, "x" * 201)
    with pytest.raises(SessionRefused, match="over"):
        answer(of(wg_member), wg_member, True, at=AFTER + timedelta(days=2))
    cancel_session(session, why="flood", by=team.actor, at=AT)
    with pytest.raises(SessionRefused, match="cancelled"):
        answer(of(wg_member), wg_member, True)


def test_whoever_is_forgotten_is_not_written_to_and_their_words_go(
    session, days, team, wg_member, system
):
    send(session, team)
    answer(of(wg_member), wg_member, False, "in hospital")
    erase_person(wg_member.person, by=system, at=AT)
    row = of(wg_member)
    assert (row.answer, row.state) == ("", "cancelled")
    move_session(session, first=LATER, by=team.actor, at=AT)
    assert [row.payload for row in OutboxMessage.objects.all()] == [{}]
