"""The board joins what is on record, counts, knows what is late, and what is due."""

from datetime import date

import pytest

from mwalimu.programmes.models import Arrangement, Call, Invited
from mwalimu.programmes.operations.letters import (
    Occasion,
    Wording,
    issue_letters,
    reword_letter,
    withdraw_letter,
    write_letters,
)
from mwalimu.programmes.operations.logistics import (
    LogisticsRefused,
    Said,
    clear_traveller,
    set_deadlines,
    set_many,
    set_step,
)
from mwalimu.programmes.operations.sessions import (
    SessionRefused,
    add_expert,
    add_guest,
    move_session,
    remove_expert,
    remove_guest,
)
from mwalimu.programmes.queries.logistics import logistics_open, missing_by_member
from tests.cast import AT, hold, make_person, seat_of
from tests.programmes.logistics.conftest import TODAY, board, names


def invite(session, cohort, member, team):
    """An invitation to a Member, issued."""
    occasion = Occasion("invitation", cohort, session)
    (draft,) = write_letters(occasion, members=[member], by=team.actor, at=AT)
    wording = Wording("Invitation", "Please come.", "en")
    reword_letter(draft, wording=wording, by=team.actor, at=AT)
    return draft


def cell(session, person, step, on=TODAY):
    return board(session, on=on).row(person.uuid).cell(step)


def test_a_letter_counts_once_it_is_issued_and_until_it_is_withdrawn(
    session, cohort, kenya, both, team
):
    draft = invite(session, cohort, kenya, team)
    assert cell(session, both[0], "letter").state == "open"
    (letter,) = issue_letters([draft], dated_on=TODAY, by=team.actor, at=AT)
    found = cell(session, both[0], "letter")
    assert (found.state, found.day, found.letter) == ("done", TODAY, letter)
    assert cell(session, both[1], "letter").state == "open"  # Togo was not written to
    withdraw_letter(letter, reason="Another date", by=team.actor, at=AT)
    assert cell(session, both[0], "letter").state == "open"


def test_a_nominee_is_named_since_they_hold_the_seat(session, both):
    found = cell(session, both[0], "nominee")
    assert (found.state, found.day) == ("done", date(2023, 1, 1))


def test_a_vacant_seat_asks_for_a_name(session, cohort, kenya, uganda, both, topics):
    for member in (kenya, uganda):
        seat_of(cohort, member, 2)
    found = board(session).vacancies
    assert [(v.seat.member.code, v.state) for v in found] == [
        ("KE", "open"),
        ("UG", "open"),
    ]


def test_an_open_call_or_a_letter_says_that_a_name_is_asked_for(
    session, cohort, kenya, uganda, togo, topics, system, team
):
    for member in (kenya, uganda, togo):
        seat_of(cohort, member, 2)
    call = Call.objects.create(
        cohort=cohort,
        topic=topics["HS"],
        opens_on=TODAY,
        closes_on=TODAY,
        state="open",
        created_at=AT,
        created_by=system,
    )
    Invited.objects.create(call=call, member=kenya, seats=1)
    occasion = Occasion("another_name", cohort, answer_by=date(2024, 4, 1))
    drafts = write_letters(occasion, members=[togo], by=team.actor, at=AT)
    wording = Wording("Another name", "Please name another.", "en")
    reword_letter(drafts[0], wording=wording, by=team.actor, at=AT)
    issue_letters(drafts, dated_on=TODAY, by=team.actor, at=AT)
    states = {v.seat.member.code: v.state for v in board(session).vacancies}
    assert states == {"KE": "asked", "TG": "asked", "UG": "open"}


def test_a_coordinator_reads_of_their_own_vacant_seats(
    session, cohort, kenya, uganda, kenya_coordinator
):
    for member in (kenya, uganda):
        seat_of(cohort, member, 2)
    found = board(session, kenya_coordinator).vacancies
    assert [v.seat.member.code for v in found] == ["KE"]


def test_steps_are_due_before_the_first_day_and_move_with_it(session, both, team):
    due = {c.step: c.due for c in board(session).columns}
    assert due["visa"] == date(2024, 2, 12)
    by = {"by": team.actor, "at": AT}
    set_deadlines(session, {**due, "visa": date(2024, 2, 26)}, **by)
    move_session(session, first=date(2024, 4, 1), **by)
    found = {c.step: c for c in board(session).columns}
    assert (found["visa"].due, found["visa"].own) == (date(2024, 3, 25), True)
    assert (found["ticket"].due, found["ticket"].own) == (date(2024, 3, 18), False)
    set_deadlines(session, {"visa": None}, **by)
    assert board(session).columns[3].due == date(2024, 3, 11)


@pytest.mark.parametrize("day", [date(2024, 3, 5), date(2023, 3, 1)])
def test_a_step_is_due_in_the_year_before_the_session(session, team, day):
    with pytest.raises(LogisticsRefused) as refused:
        set_deadlines(session, {"visa": day}, by=team.actor, at=AT)
    assert refused.value.field == "visa"


def test_only_the_team_sets_the_days(session, kenya_coordinator):
    with pytest.raises(SessionRefused, match="Only the project team"):
        set_deadlines(session, {"visa": TODAY}, by=kenya_coordinator.actor, at=AT)


def test_without_a_first_day_nothing_is_due_or_late(session, both):
    session.starts_precision = "month"
    session.save()
    found = board(session)
    assert {c.due for c in found.columns} == {None}
    assert sum(c.late for c in found.columns) == 0
    assert names(found) == [person.name for person in both]


def test_counts_say_what_waits_and_what_is_late(session, both, team):
    set_many(session, [(both[0].uuid, "visa")], state="asked", by=team.actor, at=AT)
    visa = {c.step: c for c in board(session).columns}["visa"]
    assert (visa.states["asked"], visa.states["open"]) == (1, 1)
    assert (visa.waiting, visa.late) == (2, 2)  # due on 12 February, today is 1 March
    early = {c.step: c for c in board(session, on=date(2024, 2, 12)).columns}["visa"]
    assert (early.waiting, early.late) == (2, 0)


def test_nobody_travels_to_a_session_online(session, both, team):
    session.mode = "online"
    session.save()
    assert cell(session, both[0], "visa").state == "not_needed"
    said = Said(state="open", note="comes in person")
    set_step(session, both[0].uuid, "visa", said, by=team.actor, at=AT)
    assert cell(session, both[0], "visa").state == "open"


def test_whoever_comes_no_longer_stays_until_everything_is_undone(
    session, both, system, kenya, team
):
    guest = make_person("Guest", system, kenya)
    add_guest(session, person=guest, reason="observer", by=team.actor, at=AT)
    set_many(session, [(guest.uuid, "ticket")], state="done", by=team.actor, at=AT)
    with pytest.raises(LogisticsRefused, match="This person comes"):
        clear_traveller(session, guest.uuid, by=team.actor, at=AT)
    remove_guest(session.guests.get(), by=team.actor, at=AT)
    row = board(session).row(guest.uuid)
    assert (row.who.part, row.cell("visa").state) == ("former", "not_needed")
    assert {c.states["done"] for c in board(session).columns[2:]} == {0}
    clear_traveller(session, guest.uuid, by=team.actor, at=AT)
    assert board(session).row(guest.uuid) is None
    assert not Arrangement.objects.exists()


def test_nobody_stands_on_the_board_twice(session, both, team):
    add_expert(session, person=both[0], by=team.actor, at=AT)
    assert names(board(session)) == [person.name for person in both]


def test_an_expert_who_is_a_name_has_steps_that_go_with_them(session, team):
    expert = add_expert(session, name="Ms X", by=team.actor, at=AT)
    set_many(session, [(expert.uuid, "visa")], state="done", by=team.actor, at=AT)
    assert cell(session, expert, "visa").state == "done"
    remove_expert(expert, by=team.actor, at=AT)
    assert not Arrangement.objects.exists()


def test_what_is_missing_is_said_to_each_member_in_its_language(
    session, cohort, kenya, togo, both, team
):
    togo.languages = ["fr"]
    togo.save()
    seat_of(cohort, togo, 2)
    done = [(both[0].uuid, step) for step in ("passport", "visa")]
    set_many(session, done, state="done", by=team.actor, at=AT)
    mails = missing_by_member(board(session), ["nominee", "passport", "arrival"])
    assert [mail.member.code for mail in mails] == ["KE", "TG"]
    english, french = (mail.text for mail in mails)
    assert english.splitlines()[0] == ("For WG1, Nairobi, 4 March 2024 we still need:")
    assert english.splitlines()[2] == "- Kenya Candidate: arrival (by 1 March 2024)"
    assert "GT1, Nairobi, 4 mars 2024" in french
    assert mails[1].points == 2


def test_reminders_ask_what_is_due_soon_or_late(session, cohort, kenya, both, team):
    first = logistics_open(date(2024, 1, 9))
    assert [(each.step, each.days) for each in first] == [("letter", -5)]
    seat_of(cohort, kenya, 2)
    found = {each.step: each for each in logistics_open(date(2024, 2, 1))}
    assert [who.name for who in found["visa"].waiting] == [p.name for p in both]
    assert found["visa"].days == 11
    assert [v.seat.number for v in found["nominee"].vacancies] == [2]
    assert "arrival" not in found


def test_reminders_leave_sessions_that_are_past_off_or_online(session, both):
    assert logistics_open(date(2024, 3, 5)) == []
    session.mode = "online"
    session.save()
    assert logistics_open(TODAY) == []


@pytest.mark.parametrize("more", [1, 3])
def test_the_board_takes_the_same_queries_for_many(
    session, cohort, kenya, system, team, more, django_assert_num_queries
):
    for number in range(1, more + 1):
        person = make_person(f"Officer {number}", system, kenya)
        hold(seat_of(cohort, kenya, number), person, system)
        expert = make_person(f"Expert {number}", system, kenya)
        add_expert(session, person=expert, by=team.actor, at=AT)
    with django_assert_num_queries(8):
        assert len(board(session).rows) == 2 * more
