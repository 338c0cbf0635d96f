"""From attendance, work, demos and trainings to where each WG member stands."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from mwalimu.programmes.models import Cohort, PanelMember, SessionGroup
from mwalimu.qualification.models import FollowedStandard, RequirementLine, WaiverRow
from mwalimu.qualification.queries.evidence import standings
from tests.cast import AT, hold, make_person, seat_of
from tests.qualification.making import ask, attend, hand_in, held, panel
from tests.trainings.making import plain, submitted, verified

ON = date(2024, 3, 1)
SPRING = date(2023, 3, 13)


@pytest.fixture
def asks(edition, followed):
    """The edition of the cohort asks this, and nothing else."""

    def make(*lines):
        edition.requirements.all().delete()
        for position, (kind, amount, subjects) in enumerate(lines, 1):
            RequirementLine.objects.create(
                edition=edition,
                position=position,
                code=f"R{position}",
                names={"en": f"R{position}"},
                kind=kind,
                amount=Decimal(amount),
                subjects=subjects,
            )

    return make


@pytest.fixture
def wg1(asks, cohort):
    """Five days in spring 2023; four fifths of them are asked."""
    asks(("attendance", "0.8", ["WG1"]))
    return held(cohort, "WG1", first=SPRING)


def states(cohort, person, on=ON):
    return [
        verdict.state
        for verdict in standings(cohort, [person], on=on)[person.pk].verdicts
    ]


def verdict(cohort, person, on=ON):
    return standings(cohort, [person], on=on)[person.pk].verdicts[0]


def test_four_of_five_days_are_enough(wg1, cohort, wg_member, system):
    attend(wg1, wg_member.person, system, *["present"] * 3, "online", "absent")
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.rows) == ("met", (str(wg1.uuid),))
    assert found.since == date(2023, 3, 17)


def test_a_part_of_a_day_counts_for_half_of_it(wg1, cohort, wg_member, system):
    attend(wg1, wg_member.person, system, *["present"] * 3, "part", "excused")
    reason = verdict(cohort, wg_member.person).reasons[0]
    assert (reason.code, reason.values["amount"]) == ("below", Decimal("0.7"))


def test_who_came_too_little_is_behind_since_the_last_day(
    wg1, cohort, wg_member, system
):
    attend(wg1, wg_member.person, system, "present")
    standing = standings(cohort, [wg_member.person], on=ON)[wg_member.person.pk]
    assert standing.behind_since == date(2023, 3, 17)


def test_during_the_session_nobody_is_behind(wg1, cohort, wg_member, system):
    attend(wg1, wg_member.person, system, "present")
    assert states(cohort, wg_member.person, on=date(2023, 3, 17)) == ["open"]


def test_where_nobody_wrote_who_was_there_nobody_is_behind(wg1, cohort, wg_member):
    assert states(cohort, wg_member.person) == ["open"]


def test_attendance_of_one_tells_nothing_of_another(
    wg1, cohort, wg_member, togo_wg_member, system
):
    attend(wg1, togo_wg_member.person, system)
    assert states(cohort, togo_wg_member.person) == ["met"]
    assert states(cohort, wg_member.person) == ["missed"]


def test_a_late_joiner_is_met_by_the_supplementary_session(
    asks, cohort, wg_member, togo_wg_member, system
):
    asks(("attendance", "0.8", ["WG1", "WG2"]))
    for code, day in [("WG1", SPRING), ("WG2", date(2023, 6, 12))]:
        attend(held(cohort, code, first=day), wg_member.person, system)
    late = togo_wg_member.person
    assert states(cohort, late) == ["missed"]
    first = date(2023, 9, 4)
    session = held(cohort, "WG1", "WG2", first=first, days=2, kind="catch_up")
    assert states(cohort, late) == ["open"]
    attend(session, late, system)
    assert states(cohort, late) == ["met"]


def test_a_supplementary_session_to_come_keeps_the_stage_open(
    wg1, cohort, wg_member, togo_wg_member, system
):
    attend(wg1, wg_member.person, system)
    held(cohort, "WG1", first=date(2024, 5, 6), days=2, kind="catch_up")
    assert states(cohort, togo_wg_member.person) == ["open"]


def test_whoever_takes_over_a_seat_takes_over_no_evidence(
    wg1, cohort, wg_member, kenya, system
):
    attend(wg1, wg_member.person, system)
    seat = seat_of(cohort, kenya)
    seat.holdings.update(until=date(2023, 5, 31), ended="replaced")
    follower = make_person("Kenya Follower", system, kenya)
    hold(seat, follower, system, since=date(2023, 6, 1))
    assert states(cohort, follower) == ["missed"]
    assert states(cohort, wg_member.person) == ["met"]


def test_in_two_cohorts_each_has_its_own_evidence(
    wg1, cohort, wg_member, edition, kenya, topics, system
):
    other = Cohort.objects.create(
        code="C-CV", programme=cohort.programme, names={"en": "Cohort CV"}
    )
    other.topics.add(topics["CV"])
    FollowedStandard.objects.create(
        cohort=other, edition=edition, since=SPRING, set_at=AT, set_by=system
    )
    hold(seat_of(other, kenya), wg_member.person, system)
    attend(wg1, wg_member.person, system)
    held(other, "WG1", first=SPRING)
    assert states(cohort, wg_member.person) == ["met"]
    assert states(other, wg_member.person) == ["open"]


def test_a_session_of_two_cohorts_counts_once_in_each(
    wg1, cohort, wg_member, edition, kenya, topics, system
):
    other = Cohort.objects.create(
        code="C-CV", programme=cohort.programme, names={"en": "Cohort CV"}
    )
    wg1.cohorts.add(other)
    attend(wg1, wg_member.person, system, "present")
    reason = verdict(cohort, wg_member.person).reasons[0]
    assert reason.values["amount"] == Decimal("0.2")


def test_a_later_session_of_another_group_keeps_nothing_open(
    wg1, cohort, wg_member, togo_wg_member, kenya, togo, system
):
    groups = [
        SessionGroup.objects.create(
            code=member.code, programme=cohort.programme, names={"en": member.code}
        )
        for member in (kenya, togo)
    ]
    groups[0].members.add(kenya)
    groups[1].members.add(togo)
    wg1.group = groups[0]
    wg1.save()
    attend(wg1, wg_member.person, system, "absent")
    held(cohort, "WG1", first=date(2024, 5, 6), group=groups[1])
    assert states(cohort, wg_member.person) == ["missed"]
    assert states(cohort, togo_wg_member.person) == ["open"]


def test_accepted_work_meets_from_the_day_of_the_decision(
    asks, cohort, wg_member, system
):
    asks(("assignment", "1", ["A1"]))
    work = ask(cohort, "A1", system)
    hand_in(work, wg_member.person, system, "replaced")
    row = hand_in(work, wg_member.person, system, "accepted", version=2)
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.since) == ("met", date(2023, 6, 8))
    assert found.rows == (str(row.uuid),)
    assert states(cohort, wg_member.person, on=date(2023, 6, 7)) == ["open"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [("handed_in", "open"), ("repeat", "open"), ("rejected", "missed")],
)
def test_work_says_how_far_it_got(asks, cohort, wg_member, system, state, expected):
    asks(("assignment", "1", ["A1"]))
    hand_in(ask(cohort, "A1", system), wg_member.person, system, state)
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.reasons[0].values["said"]) == (expected, state)


def test_what_is_to_be_repeated_is_missed_once_the_assignment_is_closed(
    asks, cohort, wg_member, system
):
    asks(("assignment", "1", ["A1"]))
    work = ask(cohort, "A1", system, state="closed")
    hand_in(work, wg_member.person, system, "repeat")
    assert states(cohort, wg_member.person) == ["missed"]


def test_only_the_newest_version_says_how_far_it_got(asks, cohort, wg_member, system):
    asks(("assignment", "1", ["A1"]))
    work = ask(cohort, "A1", system)
    hand_in(work, wg_member.person, system, "repeat")
    hand_in(work, wg_member.person, system, "rejected", version=2)
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.since) == ("missed", date(2023, 6, 8))


def test_work_is_missed_only_after_the_last_day_for_late_work(
    asks, cohort, wg_member, system
):
    asks(("assignment", "1", ["A1"]))
    ask(cohort, "A1", system, late_until=date(2023, 7, 31))
    person = wg_member.person
    assert states(cohort, person, on=date(2023, 7, 31)) == ["open"]
    assert states(cohort, person, on=date(2023, 8, 1)) == ["missed"]


def test_a_draft_of_an_assignment_asks_nothing_yet(asks, cohort, wg_member, system):
    asks(("assignment", "1", ["A1"]))
    ask(cohort, "A1", system, state="draft")
    assert states(cohort, wg_member.person) == ["open"]


def test_the_panel_decides_on_each_criterion(asks, cohort, wg_member, topics, system):
    asks(("demo", "3", ["skill", "expertise", "content"]))
    wg5 = held(cohort, "WG5", first=date(2023, 11, 6))
    minutes = panel(wg5, wg_member.person, topics["HS"], system, (3, 4, 5))
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.rows) == ("met", (str(minutes.uuid),))


def test_minutes_that_are_not_closed_show_nothing(
    asks, cohort, wg_member, topics, system
):
    asks(("demo", "3", ["skill"]))
    wg5 = held(cohort, "WG5", first=date(2023, 11, 6))
    panel(wg5, wg_member.person, topics["HS"], system, (5, 5, 5), closed=False)
    assert states(cohort, wg_member.person) == ["open"]


@pytest.mark.parametrize(
    ("signed", "shows"),
    [(None, "open"), (datetime(2024, 3, 2, tzinfo=UTC), "open"), (AT, "met")],
)
def test_closed_minutes_count_once_every_member_has_signed(
    signed, shows, asks, cohort, wg_member, team, topics, system
):
    asks(("demo", "3", ["skill"]))
    wg5 = held(cohort, "WG5", first=date(2023, 11, 6))
    minutes = panel(wg5, wg_member.person, topics["HS"], system, (5, 5, 5))
    seat = {"person": team.person, "organisation": "WCO", "signed_at": signed}
    PanelMember.objects.create(
        minutes=minutes, signed_hash="0" * 64 if signed else "", **seat
    )
    assert states(cohort, wg_member.person, on=ON) == [shows]


def test_corrected_minutes_count_no_more(asks, cohort, wg_member, topics, system):
    asks(("demo", "3", ["skill"]))
    wg5 = held(cohort, "WG5", first=date(2023, 11, 6))
    person, topic = wg_member.person, topics["HS"]
    wrong = panel(wg5, person, topic, system, (5, 5, 5))
    panel(wg5, person, topic, system, (2, 5, 5), corrects=wrong)
    assert verdict(cohort, person).reasons[0].values["amount"] == 2


def test_a_demo_in_another_topic_shows_nothing(asks, cohort, wg_member, topics, system):
    asks(("demo", "3", ["skill"]))
    wg5 = held(cohort, "WG5", first=date(2023, 11, 6))
    panel(wg5, wg_member.person, topics["CV"], system, (5, 5, 5))
    assert states(cohort, wg_member.person) == ["open"]


def test_only_verified_trainings_in_the_topic_count(
    asks, cohort, wg_member, kenya, topics, kenya_registrar, kenya_coordinator
):
    asks(("training", "2", []))
    facts = plain(kenya, topics["HS"], wg_member.person)
    other = plain(kenya, topics["CV"], wg_member.person)
    row = verified(facts, kenya_registrar.actor, kenya_coordinator.actor)
    verified(other, kenya_registrar.actor, kenya_coordinator.actor)
    submitted(facts, kenya_registrar.actor)
    found = verdict(cohort, wg_member.person)
    assert (found.state, found.rows) == ("open", (str(row.uuid),))


def test_a_waiver_takes_the_place_of_what_is_missing(
    wg1, cohort, wg_member, edition, system
):
    WaiverRow.objects.create(
        person=wg_member.person,
        cohort=cohort,
        requirement=edition.requirements.get(),
        reason="ill",
        given_at=AT,
        given_by=system,
    )
    assert states(cohort, wg_member.person) == ["waived"]


def test_a_cohort_that_follows_no_standard_has_no_standings(cohort, wg_member):
    assert standings(cohort, [wg_member.person], on=ON) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_standings_cost_five_queries_for_any_number_of_people(
    number, asks, cohort, kenya, system, django_assert_num_queries
):
    asks(
        ("attendance", "0.8", ["WG1"]),
        ("assignment", "1", ["A1"]),
        ("demo", "3", ["skill"]),
        ("training", "1", []),
    )
    people = [make_person(f"P{n}", system, kenya) for n in range(number)]
    for place, person in enumerate(people, 1):
        hold(seat_of(cohort, kenya, place), person, system)
        attend(held(cohort, "WG1", first=SPRING), person, system)
    with django_assert_num_queries(5):
        assert len(standings(cohort, people, on=ON)) == number
