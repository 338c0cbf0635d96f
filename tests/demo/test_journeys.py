"""The ways of the cohorts as planned: equal seats, reported head-counts, nothing more."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from mwalimu.demo.plan import make_plan
from mwalimu.demo.plan.journeys.cohorts import MEETINGS, WAYS
from mwalimu.demo.plan.journeys.reported import reported
from mwalimu.programmes.engine.stages import read_stage

UNTIL = date(2026, 11, 24)
REPORTED = {
    "EA-HS": [23, 25],
    "EA-IA": [26, 25],
    "EA-CV": [24],
    "EA-PCA": [20, 20, 18, 19, 18],
    "SA-CV": [15, 15, 15, 15],
    "WA-RMIA": [18, 18],
    "RoO-WA": [12, 11, 16, 25, 15],
    "RoO-ESA": [20, 25, 15],
    "PI-HSCV": [11, 20, 24, 22, 21],
    "PI-RM": [29],
    "PI-PCA": [29],
    "CAC-RM": [16, 14],
    "WA-GEOINT": [15],
}


@pytest.fixture(scope="module")
def plan():
    return make_plan(UNTIL)


@pytest.mark.parametrize(("cohort", "counts"), REPORTED.items(), ids=REPORTED)
def test_as_many_were_there_as_the_sources_report(plan, cohort, counts):
    mine = [row for row in plan.meetings if cohort in row.cohorts]
    assert [len(row.there) for row in mine] == counts
    assert [reported()[row.key].people for row in mine] == counts


def test_attendance_is_planned_wherever_days_and_count_are_known_and_nowhere_else():
    stages = _stages()
    known = {
        key
        for key, row in reported().items()
        if row.days and row.people is not None and read_stage(stages[key]).is_session
    }
    assert {meeting.key for meeting in MEETINGS} == known


def _stages():
    import csv
    from importlib.resources import files

    path = files("mwalimu.programmes") / "data" / "events.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {row["id"]: row["stage"] for row in rows}


def test_the_members_of_a_cohort_have_equal_seats(plan):
    for journey in plan.journeys:
        seats = Counter((seat.topic, seat.member) for seat in journey.seats)
        spread = max(seats.values()) - min(seats.values())
        assert spread == (1 if journey.cohort == "EA-IA" else 0), journey.cohort


def test_every_cohort_of_the_history_has_its_way(plan):
    assert {journey.cohort for journey in plan.journeys} == set(REPORTED)
    assert {way.cohort for way in WAYS} == set(REPORTED)


def test_a_seat_is_held_by_one_after_another(plan):
    for journey in plan.journeys:
        for seat in journey.seats:
            rows = [row for row in journey.holdings if row.seat == seat]
            assert rows, seat
            assert all(row.until for row in rows[:-1])
            for before, after in pairwise(rows):
                assert before.until < after.since


def test_nobody_holds_two_seats_of_a_cohort(plan):
    for journey in plan.journeys:
        people = Counter(row.person for row in journey.holdings)
        assert max(people.values()) == 1, journey.cohort


def test_holders_are_of_the_member_whose_seat_it_is(plan):
    members = {row.key: row.member for row in plan.people}
    for journey in plan.journeys:
        for row in journey.holdings:
            assert members[row.person] == row.seat.member


def test_whoever_has_an_award_of_a_cohort_held_its_seat_on_that_day(plan):
    journeys = {journey.cohort: journey for journey in plan.journeys}
    awards = [award for award in plan.awards if award.cohort]
    assert len(awards) == 186
    for award in awards:
        held = journeys[award.cohort].on(award.valid_from)
        mine = [row for row in held if row.person == award.person]
        assert [(row.seat.topic, row.ended) for row in mine] == [
            (award.topic, "completed")
        ]


def test_seats_change_hands_fall_vacant_and_are_filled_late(plan):
    rows = [row for journey in plan.journeys for row in journey.holdings]
    assert Counter(row.began for row in rows) == {
        "nominated": 243,
        "late": 15,
        "replacement": 3,
    }
    assert {row.ended for row in rows} == {"", "completed", "withdrawn", "replaced"}


def test_only_holders_of_the_day_are_marked_and_once_a_day(plan):
    journeys = {journey.cohort: journey for journey in plan.journeys}
    for meeting in plan.meetings:
        marks = Counter((mark.person, mark.day) for mark in meeting.marks)
        assert max(marks.values()) == 1
        for day in meeting.days:
            holders = {
                row.person
                for cohort in meeting.cohorts
                for row in journeys[cohort].on(meeting.days[0])
            }
            assert {mark.person for mark in meeting.marks if mark.day == day} <= holders


def test_nobody_of_a_member_is_there_less_than_those_of_another(plan):
    """Of those who came: shares of whole days differ by a little."""
    members = {row.key: row.member for row in plan.people}
    whole, days = Counter(), Counter()
    for meeting in plan.meetings:
        for mark in meeting.marks:
            if mark.person in meeting.there:
                days[members[mark.person]] += 1
                whole[members[mark.person]] += mark.presence in ("present", "online")
    shares = [whole[member] / days[member] for member in days if days[member] > 60]
    assert len(shares) > 20
    assert max(shares) - min(shares) < 0.05


def test_work_is_dealt_alike_and_all_of_it_accepted_where_awards_followed(plan):
    journeys = {journey.cohort: journey for journey in plan.journeys}
    awarded = {(row.cohort, row.person) for row in plan.awards}
    for task in plan.tasks:
        accepted = {row.person for row in task.versions if row.decision == "accept"}
        mine = {person for cohort, person in awarded if cohort == task.cohort}
        assert mine <= accepted
        holders = {row.person for row in journeys[task.cohort].on(min(task.due, UNTIL))}
        assert {row.person for row in task.versions} <= holders


def test_somebody_waits_repeats_and_is_behind_in_the_cohorts_that_go_on(plan):
    running = {"CAC-RM", "PI-RM", "PI-PCA", "WA-GEOINT"}
    last = {}
    for task in plan.tasks:
        if task.cohort in running:
            for row in task.versions:
                last[task.cohort, task.code, row.person] = row.decision or "waits"
    assert set(last.values()) == {"accept", "reject", "repeat", "waits"}


def test_versions_come_in_order_and_none_lies_ahead(plan):
    for task in plan.tasks:
        for row in task.versions:
            assert task.opened <= row.on < UNTIL
            assert row.settled_on is None or row.on < row.settled_on < UNTIL


def test_every_award_has_its_demo_and_no_panel_agrees_less_than_three(plan):
    demos = Counter(
        (row.person, row.topic) for panel in plan.panels for row in panel.demos
    )
    awards = {(row.person, row.topic) for row in plan.awards if row.cohort}
    assert set(demos) == awards
    assert max(demos.values()) == 1
    for panel in plan.panels:
        for row in panel.demos:
            for one, other, agreed in zip(*row.given, row.agreed, strict=True):
                assert 3 <= min(one, other) <= agreed <= max(one, other) <= 5


def test_scores_average_alike_in_every_member(plan):
    members = {row.key: row.member for row in plan.people}
    agreed = {}
    for panel in plan.panels:
        for row in panel.demos:
            agreed.setdefault(members[row.person], []).append(sum(row.agreed) / 3)
    means = [sum(rows) / len(rows) for rows in agreed.values() if len(rows) >= 4]
    assert len(means) > 5
    assert max(means) - min(means) < 0.4
