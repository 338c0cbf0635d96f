"""The days of a session: proposed, planned, and not lost."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.engine.meeting_days import LONGEST, meeting_days, span
from mwalimu.programmes.operations.sessions import (
    Mark,
    SessionNotAllowed,
    SessionRefused,
    plan_days,
    take_attendance,
)
from mwalimu.programmes.queries.sessions.attendance import proposed_days
from tests.cast import AT
from tests.programmes.sessions.conftest import AFTER, MONDAY

SATURDAY = date(2024, 3, 9)


def planned(session):
    return [row.day for row in session.days.all()]


def test_weekends_are_left_out_of_what_is_proposed(session):
    session.starts_on, session.ends_on = date(2024, 3, 7), date(2024, 3, 12)
    assert [day.day for day in proposed_days(session)] == [7, 8, 11, 12]


def test_a_session_at_a_weekend_meets_at_the_weekend():
    assert meeting_days(SATURDAY, date(2024, 3, 10)) == [SATURDAY, date(2024, 3, 10)]


def test_dates_that_cannot_be_right_do_not_make_endless_days():
    assert len(span(date(2024, 1, 1), date(2094, 1, 1))) == LONGEST


def test_nothing_is_proposed_where_only_the_month_is_known(session):
    session.starts_precision = "month"
    assert proposed_days(session) == []


def test_a_weekend_day_is_chosen_by_hand(session, team):
    session.ends_on = date(2024, 3, 10)
    plan_days(session, days=[MONDAY, SATURDAY], by=team.actor, at=AT)
    assert planned(session) == [MONDAY, SATURDAY]


def test_the_hours_are_kept_with_the_days(session, team):
    hours = (time(9), time(17))
    plan_days(session, days=[MONDAY], hours=hours, by=team.actor, at=AT)
    session.refresh_from_db()
    assert (session.opens_at, session.closes_at) == hours
    line = AuditLine.objects.get(verb="plan_days")
    assert line.after == {"days": ["2024-03-04"], "hours": ["09:00", "17:00"]}


def test_planning_the_same_days_again_leaves_no_line(session, days, team):
    again = [row.day for row in days]
    plan_days(session, days=[*again, *again], by=team.actor, at=AT)
    assert AuditLine.objects.filter(verb="plan_days").count() == 1


@pytest.mark.parametrize(
    ("wanted", "hours", "field"),
    [
        ([], (None, None), "days"),
        ([date(2024, 3, 9)], (None, None), "days"),
        ([date(2023, 3, 4)], (None, None), "days"),
        ([MONDAY], (time(9), None), "closes_at"),
        ([MONDAY], (None, time(9)), "opens_at"),
        ([MONDAY], (time(17), time(9)), "closes_at"),
        ([MONDAY], (time(9), time(9)), "closes_at"),
    ],
)
def test_days_and_hours_that_cannot_be_are_refused(session, team, wanted, hours, field):
    with pytest.raises(SessionRefused) as refused:
        plan_days(session, days=wanted, hours=hours, by=team.actor, at=AT)
    assert (refused.value.field, planned(session)) == (field, [])


def test_days_need_dates_known_to_the_day(session, team):
    session.starts_precision = "month"
    with pytest.raises(SessionRefused, match="not known to the day"):
        plan_days(session, days=[MONDAY], by=team.actor, at=AT)


def test_a_day_with_attendance_is_not_dropped(session, days, team, wg_member):
    mark = Mark(wg_member.person, "present")
    take_attendance(days[1], marks=[mark], by=team.actor, at=AFTER)
    with pytest.raises(SessionRefused, match="March 5, 2024"):
        plan_days(session, days=[MONDAY], by=team.actor, at=AFTER)
    assert len(planned(session)) == 5
    plan_days(session, days=[MONDAY, days[1].day], by=team.actor, at=AFTER)
    assert planned(session) == [MONDAY, days[1].day]


def test_only_the_project_team_plans_days(session, organiser, kenya_coordinator):
    for somebody in (organiser, kenya_coordinator):
        with pytest.raises(SessionNotAllowed):
            plan_days(session, days=[MONDAY], by=somebody.actor, at=AT)
    assert planned(session) == []


def test_the_database_keeps_hours_in_order(session):
    session.opens_at = time(9)
    with pytest.raises(IntegrityError), transaction.atomic():
        session.save()
