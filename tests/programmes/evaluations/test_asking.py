"""Who is asked about a session, until when, and who still owes an answer."""

from datetime import date, timedelta

import pytest

from mwalimu.forms.operations import AlreadyAnswered, FormRefused, RoundClosed
from mwalimu.people.models import Person
from mwalimu.programmes.models import Attendance, Evaluation, Invitation, SessionGuest
from mwalimu.programmes.operations.evaluations import (
    close_evaluation,
    move_evaluation,
    open_evaluation,
    take_back_evaluation,
)
from mwalimu.programmes.operations.sessions import SessionRefused, cancel_session
from mwalimu.programmes.permissions import evaluations_asking
from mwalimu.programmes.queries.evaluations import (
    Standing,
    asked_at,
    days_of,
    evaluations_answered_by,
    evaluations_waiting_for,
    turnout_of,
    waiting_for,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, hold, make_person, seat_of
from tests.programmes.evaluations.conftest import AFTER, CLOSED, FRIDAY, LAST, MONDAY

DAY = timedelta(days=1)


def mark(session, person, presence, by):
    for day in session.days.all():
        Attendance.objects.create(
            day=day, person=person, presence=presence, recorded_at=AT, recorded_by=by
        )


def invite(session, person, state, by):
    Invitation.objects.create(
        session=session,
        person=person,
        state=state,
        sent_at=AT,
        answered_at=AT,
        made_at=AT,
        made_by=by,
    )


@pytest.fixture
def people(session, cohort, kenya, uganda, togo, system):
    """One of each sort, by a name that says whether they are asked."""
    found = {}

    def add(name, member=kenya, seat=0):
        found[name] = make_person(name.title(), system, member)
        if seat:
            hold(seat_of(cohort, member, seat), found[name], system)
        return found[name]

    add("asked: seat", seat=1)
    mark(session, add("asked: seat, was there", seat=2), "part", system)
    mark(session, add("not: seat, was absent", seat=3), "absent", system)
    mark(session, add("not: seat, was excused", seat=4), "excused", system)
    invite(session, add("not: seat, declined", seat=5), "declined", system)
    came = add("asked: declined and came", uganda, seat=1)
    invite(session, came, "declined", system)
    mark(session, came, "online", system)
    invite(session, add("asked: invited only", togo), "sent", system)
    invite(session, add("asked: said that they come", togo), "accepted", system)
    invite(session, add("not: withdrawn", togo), "cancelled", system)
    mark(session, add("asked: was there only", togo), "present", system)
    guest = add("asked: guest", togo)
    SessionGuest.objects.create(
        session=session, person=guest, reason="x", added_at=AT, added_by=system
    )
    later = add("not: seat from later on", togo)
    hold(seat_of(cohort, togo, 9), later, system, since=FRIDAY)
    add("not: of no seat", togo)
    return found


def test_who_is_asked_is_the_same_from_both_sides(people, evaluation):
    wanted = {name for name in people if name.startswith("asked")}
    asked = asked_at(evaluation.session)
    assert {name for name, row in people.items() if row.pk in asked} == wanted
    others = Person.objects.values_list("pk", flat=True)
    assert {key for key in others if evaluations_asking(key).exists()} == asked


def test_counting_who_is_asked_costs_the_same(
    people, evaluation, django_assert_num_queries
):
    with django_assert_num_queries(3):
        turnout_of(evaluation, AFTER)


def test_it_is_open_from_the_first_day_to_the_end_of_the_last_where_it_is_held(
    evaluation,
):
    assert evaluation.round.opens_at.isoformat() == "2024-03-07T21:00:00+00:00"
    assert evaluation.round.closes_at == CLOSED
    assert days_of(evaluation) == (FRIDAY, LAST)
    moments = (AFTER - 2 * DAY, AFTER, CLOSED)
    assert [turnout_of(evaluation, at).standing for at in moments] == [*Standing]


def test_who_takes_part_answers_once(evaluation, say, wg_member):
    say(wg_member)
    with pytest.raises(AlreadyAnswered):
        say(wg_member, "1")
    turnout = turnout_of(evaluation, AFTER)
    assert (turnout.answered, turnout.asked) == (1, 1)


def test_a_stranger_does_not_answer(say, wg_member, kenya_coordinator, team):
    for somebody in (kenya_coordinator, team):
        with pytest.raises(FormRefused, match="Only those who take part"):
            say(somebody)


def test_after_its_last_day_nothing_is_taken(say, wg_member):
    with pytest.raises(RoundClosed):
        say(wg_member, at=CLOSED)


def test_whoever_owes_an_answer_is_found_until_they_give_it(
    evaluation, say, wg_member, togo_wg_member
):
    both = (wg_member, togo_wg_member)
    assert owing(both) == [[evaluation], [evaluation]]
    say(wg_member)
    assert owing(both) == [[], [evaluation]]
    assert evaluations_answered_by(wg_member.person) == [
        {"session": str(evaluation.session.uuid), "answered": True}
    ]
    assert owing(both, CLOSED.date() + DAY) == [[], []]
    assert owing(both, FRIDAY - DAY) == [[], []]


def owing(people, on=FRIDAY):
    return [evaluations_waiting_for(each.person, on) for each in people]


def test_nobody_is_asked_about_a_programme_in_preparation_or_a_cancelled_session(
    evaluation, wg_member, team
):
    viewer = viewer_of(wg_member.account, AT.date())
    assert waiting_for(viewer, AFTER) == [evaluation]
    programme = evaluation.session.programme
    programme.status = "prepared"
    programme.save()
    assert waiting_for(viewer, AFTER) == []
    assert owing([wg_member]) == [[]]
    programme.status = "running"
    programme.save()
    cancel_session(evaluation.session, why="flood", by=team.actor, at=AT)
    assert owing([wg_member]) == [[]]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"opens_on": MONDAY - DAY}, "opens_on"),
        ({"closes_on": MONDAY}, "closes_on"),
        ({"closes_on": date(2025, 12, 1)}, "closes_on"),
    ],
)
def test_days_that_make_no_sense_are_refused(session, edition, team, change, field):
    days = {"opens_on": FRIDAY, "closes_on": LAST, **change}
    with pytest.raises(SessionRefused) as refused:
        open_evaluation(session, edition=edition, **days, by=team.actor, at=AFTER)
    assert refused.value.field == field
    assert not Evaluation.objects.exists()


def test_a_session_has_one_evaluation(evaluation, team):
    with pytest.raises(SessionRefused, match="already"):
        open_evaluation(
            evaluation.session,
            edition=evaluation.round.edition,
            opens_on=FRIDAY,
            closes_on=LAST,
            by=team.actor,
            at=AFTER,
        )


def test_only_the_project_team_opens_moves_and_closes(evaluation, kenya_organiser):
    by = kenya_organiser.actor
    for act in (
        lambda: move_evaluation(
            evaluation, opens_on=FRIDAY, closes_on=LAST + DAY, by=by, at=AFTER
        ),
        lambda: close_evaluation(evaluation, by=by, at=AFTER),
        lambda: take_back_evaluation(evaluation, by=by, at=AFTER),
    ):
        with pytest.raises(SessionRefused, match="Only the project team"):
            act()
    evaluation.round.refresh_from_db()
    assert evaluation.round.closes_at == CLOSED


def test_it_is_prolonged_closed_and_not_taken_back_after_an_answer(
    evaluation, say, wg_member, team
):
    move_evaluation(
        evaluation, opens_on=FRIDAY, closes_on=LAST + DAY, by=team.actor, at=AFTER
    )
    say(wg_member, at=CLOSED)
    with pytest.raises(SessionRefused, match="close it instead"):
        take_back_evaluation(evaluation, by=team.actor, at=CLOSED)
    evaluation = Evaluation.objects.get()
    close_evaluation(evaluation, by=team.actor, at=CLOSED)
    assert evaluations_waiting_for(wg_member.person, LAST + DAY) == []


def test_what_was_opened_by_mistake_is_taken_back(evaluation, session, team):
    take_back_evaluation(evaluation, by=team.actor, at=AFTER)
    assert not Evaluation.objects.filter(session=session).exists()
