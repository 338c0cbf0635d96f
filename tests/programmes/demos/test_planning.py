"""The schedule: filled, moved, swapped, and who is named to score."""

from dataclasses import replace
from datetime import time

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import DemoSlot
from mwalimu.programmes.operations.demos import (
    Candidate,
    DemoRefused,
    SlotFacts,
    drop_slot,
    edit_slot,
    move_slot,
    name_assessors,
    name_for_all,
    plan_slots,
    swap_slots,
)
from tests.cast import AT, cast, hold, make_person, seat_of
from tests.programmes.demos.conftest import MONDAY, MORNING


def order(session):
    rows = session.slots.order_by("position").select_related("candidate")
    return [(row.candidate.name, row.starts) for row in rows]


@pytest.fixture
def third(system, kenya, cohort):
    somebody = cast("Kenya Second", system, kenya)
    hold(seat_of(cohort, kenya, 2), somebody.person, system)
    return somebody


def plan(session, topics, team, *people, **changes):
    wanted = {"days": [MONDAY], "hours": MORNING, "by": team.actor, "at": AT} | changes
    wanted.setdefault(
        "candidates", [Candidate(each.person, topics["HS"]) for each in people]
    )
    return plan_slots(session, **wanted)


def test_candidates_get_slots_one_after_another(slots, session):
    assert order(session) == [
        ("Kenya Candidate", time(9)),
        ("Togo Candidate", time(10)),
    ]
    assert AuditLine.objects.filter(verb="create", subject="demo_slot").count() == 2


def test_more_candidates_come_after_those_planned(slots, session, topics, team, third):
    (added,) = plan(session, topics, team, third)
    assert added.position == 3


def test_days_that_are_too_short_say_how_many_they_hold(
    session, topics, team, wg_member, togo_wg_member
):
    short = replace(MORNING, ends=time(9, 50))
    with pytest.raises(DemoRefused, match="hold 1 slots and 2 are wanted") as refused:
        plan(session, topics, team, wg_member, togo_wg_member, hours=short)
    assert refused.value.field == "days"
    assert not DemoSlot.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"days": []}, "days"),
        ({"hours": replace(MORNING, minutes=4)}, "minutes"),
        ({"hours": replace(MORNING, minutes=601)}, "minutes"),
        ({"hours": replace(MORNING, pause=-1)}, "pause"),
        ({"hours": replace(MORNING, ends=time(9))}, "ends"),
        ({"room": "a\x00b"}, "room"),
    ],
)
def test_wrong_hours_are_said_at_their_field(
    changes, field, session, topics, team, wg_member
):
    with pytest.raises(DemoRefused) as refused:
        plan(session, topics, team, wg_member, **changes)
    assert refused.value.field == field


def test_whoever_holds_no_seat_there_teaches_not(
    session, topics, team, wg_member, assessor
):
    with pytest.raises(DemoRefused, match="holds no seat"):
        plan(session, topics, team, wg_member, assessor)
    candidates = [Candidate(wg_member.person, topics["CV"])]
    with pytest.raises(DemoRefused, match="holds no seat"):
        plan(session, topics, team, candidates=candidates)


def test_times_stay_when_candidates_change_places(slots, session, team):
    swap_slots(slots[0], slots[1], by=team.actor, at=AT)
    assert order(session) == [
        ("Togo Candidate", time(9)),
        ("Kenya Candidate", time(10)),
    ]


def test_moving_down_lets_the_others_close_up(slots, session, topics, team, third):
    plan(session, topics, team, third)
    move_slot(slots[0], to=3, by=team.actor, at=AT)
    assert [name for name, _ in order(session)] == [
        "Togo Candidate",
        "Kenya Second",
        "Kenya Candidate",
    ]
    move_slot(DemoSlot.objects.get(pk=slots[0].pk), to=-7, by=team.actor, at=AT)
    assert order(session)[0][0] == "Kenya Candidate"


def test_what_was_scored_is_neither_moved_nor_dropped(complete, slots, session, team):
    with pytest.raises(DemoRefused, match="not moved"):
        swap_slots(slots[1], slots[0], by=team.actor, at=AT)
    with pytest.raises(DemoRefused, match="took place"):
        drop_slot(complete, by=team.actor, at=AT)
    assert order(session)[0][0] == "Kenya Candidate"


def test_a_slot_that_nobody_scored_is_dropped(slots, team):
    drop_slot(slots[1], by=team.actor, at=AT)
    assert DemoSlot.objects.get().pk == slots[0].pk


def test_a_slot_gets_a_title_and_another_room(slots, team):
    facts = SlotFacts(
        day=MONDAY, starts=time(14), minutes=30, title="Tyres", room="B 2"
    )
    edit_slot(slots[0], facts=facts, by=team.actor, at=AT)
    row = DemoSlot.objects.get(pk=slots[0].pk)
    assert (row.starts, row.minutes, row.title, row.room) == (
        time(14),
        30,
        "Tyres",
        "B 2",
    )


def test_slots_of_two_sessions_do_not_change_places(slots, session, topics, team):
    other = type(session).objects.create(programme=session.programme, kind="catch_up")
    stranger = DemoSlot.objects.create(
        session=other, candidate=slots[0].candidate, topic=topics["HS"], position=1
    )
    with pytest.raises(DemoRefused, match="not of two"):
        swap_slots(slots[0], stranger, by=team.actor, at=AT)


@pytest.mark.parametrize(
    "who", ["assessor", "kenya_coordinator", "wg_member", "reader"]
)
def test_only_the_team_plans(who, slots, session, topics, wg_member, request):
    somebody = request.getfixturevalue(who)
    for attempt in (
        lambda: plan(session, topics, somebody, wg_member),
        lambda: move_slot(slots[0], to=2, by=somebody.actor, at=AT),
        lambda: swap_slots(slots[0], slots[1], by=somebody.actor, at=AT),
        lambda: drop_slot(slots[0], by=somebody.actor, at=AT),
        lambda: name_assessors(slots[0], people=[], by=somebody.actor, at=AT),
    ):
        with pytest.raises(DemoRefused, match="Only the project team"):
            attempt()


def test_two_assessors_are_needed_and_six_are_enough(slots, assessor, system, team):
    many = [make_person(f"A{n}", system) for n in range(7)]
    for people in ([assessor.person], many):
        with pytest.raises(DemoRefused, match="Name 2 to 6"):
            name_assessors(slots[0], people=people, by=team.actor, at=AT)


def test_nobody_near_to_the_candidate_scores(
    slots, assessor, kenya_assessor, wg_member, team
):
    for near in (kenya_assessor, wg_member):
        with pytest.raises(DemoRefused, match="own administration"):
            name_assessors(
                slots[0],
                people=[assessor.person, near.person],
                by=team.actor,
                at=AT,
            )
    people = [assessor.person, kenya_assessor.person]
    assert name_assessors(slots[1], people=people, by=team.actor, at=AT)


def test_the_same_assessors_for_all_but_their_own(
    slots, session, assessor, second_assessor, kenya_assessor, team
):
    people = [each.person for each in (assessor, second_assessor, kenya_assessor)]
    assert name_for_all(session, people=people, by=team.actor, at=AT) == (2, 0)
    assert [row.assessors.count() for row in slots] == [2, 3]
    pair = [assessor.person, kenya_assessor.person]
    assert name_for_all(session, people=pair, by=team.actor, at=AT) == (1, 1)


def test_whoever_has_scored_stays(
    slot, scores, assessor, second_assessor, team, system
):
    scores(assessor)
    other = make_person("Third", system)
    with pytest.raises(DemoRefused, match="stays its assessor"):
        name_assessors(
            slot, people=[second_assessor.person, other], by=team.actor, at=AT
        )
    people = [assessor.person, other]
    assert name_assessors(slot, people=people, by=team.actor, at=AT)


def test_nobody_is_added_once_all_are_in(
    complete, assessor, second_assessor, team, system
):
    people = [assessor.person, second_assessor.person, make_person("Third", system)]
    with pytest.raises(DemoRefused, match="nobody is added"):
        name_assessors(complete, people=people, by=team.actor, at=AT)
