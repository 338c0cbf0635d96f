"""The path to an accreditation: no phase is skipped, whatever happens on it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.qualification.engine.accreditation import (
    CLOSING,
    FINAL,
    SOON,
    OutOfOrder,
    Phase,
    Progress,
    Step,
    StepKind,
    Waiting,
    after,
    begin,
    follow,
    last_effective,
    refresher_due,
    waiting,
)
from mwalimu.qualification.models import AcePhase, AceStep

DAY = date(2024, 1, 1)
ORDER = list(Phase)
K = StepKind
WHOLE = (
    K.PROPOSED,
    K.SELECTED,
    K.REGISTERED,
    K.WORKSHOP_PASSED,
    K.MISSION_PLANNED,
    K.ASSESSED,
    K.MISSION_PASSED,
    K.REFRESHED,
)


def path(*kinds, first=DAY):
    """These steps, a day apart; every mission has one assessor."""
    return [
        Step(kind, first + timedelta(days=n), n + 1, asked=1)
        for n, kind in enumerate(kinds)
    ]


def refused(code, *kinds):
    with pytest.raises(OutOfOrder) as wrong:
        follow(path(*kinds))
    return wrong.value.code == code


moves = st.lists(st.tuples(st.integers(0, 99), st.integers(-2, 40)), max_size=40)


def walk(moves, start=K.PROPOSED, phase=None, without=frozenset()):
    """The path that these moves make, what does not fit left out; each place on it.

    An even number chooses among what fits, so that walks get far; an odd one anything.
    """
    steps = [Step(start, DAY, 1, phase=phase)]
    places = [begin(steps[0])]
    for choice, days in moves:
        kinds = [kind for kind in StepKind if kind not in without]
        if choice % 2 == 0:
            kinds = [k for k in kinds if grown(steps, places, k, 9)] or kinds
        step = grown(steps, places, kinds[choice // 2 % len(kinds)], days)
        if step:
            places.append(follow([*steps, step]))
            steps.append(step)
    return steps, places


def grown(steps, places, kind, days):
    """The next step of that kind so many days later; None where it does not fit."""
    last, day = last_effective(steps), places[-1].last_day
    step = Step(
        kind,
        day + timedelta(days=days),
        len(steps) + 1,
        until=day + timedelta(days=9),
        asked=2,
        undoes=last.number if kind == K.TAKEN_BACK else None,
    )
    try:
        follow([*steps, step])
    except OutOfOrder:
        return None
    return step


def test_the_whole_way_leads_to_an_accredited_expert():
    progress = follow(path(*WHOLE))
    assert progress.phase == Phase.ACCREDITED
    assert (progress.pre_accredited_on, progress.accredited_on) == (
        date(2024, 1, 4),
        date(2024, 1, 7),
    )


@given(moves)
def test_no_phase_is_skipped(moves):
    _, places = walk(moves)
    reached = [ORDER.index(place.phase) for place in places]
    forward = [b - a for a, b in pairwise(reached)]
    assert max(forward, default=0) <= 1
    assert reached[0] == 0


def test_walks_get_far():
    chooser = Random(7)
    ends = [
        walk([(2 * chooser.randrange(50), 9) for _ in range(40)])[1][-1].phase
        for _ in range(300)
    ]
    assert set(ends) == set(Phase)


@given(moves)
def test_an_accredited_expert_was_selected_pre_accredited_and_assessed(moves):
    steps, places = walk(moves)
    if places[-1].phase != Phase.ACCREDITED:
        return
    kinds = [step.kind for step in steps]
    firsts = [kinds.index(kind) for kind in WHOLE[:-1]]
    assert firsts == sorted(firsts)
    assert places[-1].accredited_on >= places[-1].pre_accredited_on


@given(moves)
def test_days_never_run_backwards_but_by_taking_back(moves):
    steps, places = walk(moves)
    for step, before, now in zip(steps[1:], places, places[1:], strict=False):
        assert step.kind == K.TAKEN_BACK or now.last_day >= before.last_day


@given(moves)
def test_what_is_closed_stays_closed_until_its_end_is_taken_back(moves):
    steps, places = walk(moves)
    for step, before in zip(steps[1:], places, strict=False):
        assert before.is_open or step.kind == K.TAKEN_BACK


@given(moves)
def test_taking_back_restores_what_was(moves):
    steps, places = walk(moves, without={K.TAKEN_BACK})
    last = steps[-1]
    back = Step(K.TAKEN_BACK, last.day, last.number + 1, undoes=last.number)
    if last.kind in FINAL:
        with pytest.raises(OutOfOrder, match="final"):
            follow([*steps, back])
    else:
        assert follow([*steps, back]) == places[-2]


@given(moves)
def test_nothing_but_the_last_step_is_taken_back(moves):
    steps, _ = walk(moves)
    last = last_effective(steps)
    for number in range(1, len(steps) + 2):
        if number != last.number:
            back = Step(K.TAKEN_BACK, DAY, len(steps) + 1, undoes=number)
            with pytest.raises(OutOfOrder, match="not_the_last"):
                follow([*steps, back])


@given(moves, st.sampled_from([Phase.MISSION, Phase.ACCREDITED]))
def test_a_conversion_keeps_the_phase_and_goes_no_further_by_itself(moves, phase):
    _, places = walk(moves, K.CONVERTED_FROM, phase)
    assert places[0].phase == phase
    assert all(ORDER.index(p.phase) >= ORDER.index(phase) for p in places)


@given(moves)
def test_reading_step_by_step_is_reading_at_once(moves):
    steps, places = walk(moves, without={K.TAKEN_BACK})
    progress = begin(steps[0])
    for step in steps[1:]:
        progress = after(progress, step)
    assert progress == places[-1]


@given(moves, st.integers(-100, 400))
def test_what_is_closed_or_suspended_waits_for_nothing(moves, days):
    _, places = walk(moves)
    for place in places:
        found = waiting(place, None, DAY + timedelta(days=days))
        if not place.is_open or place.suspended_on:
            assert found == Waiting.NOTHING


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("other_phase", [K.PROPOSED, K.REGISTERED]),
        ("other_phase", [K.PROPOSED, K.SELECTED, K.MISSION_PLANNED]),
        ("other_phase", [*WHOLE[:4], K.SELECTED]),
        ("other_phase", [K.PROPOSED, K.SUSPENDED]),
        ("nothing_arranged", [K.PROPOSED, K.SELECTED, K.WORKSHOP_PASSED]),
        ("nothing_arranged", [*WHOLE[:4], K.MISSION_PASSED]),
        ("nothing_arranged", [*WHOLE[:4], K.ASSESSED]),
        ("not_assessed", [*WHOLE[:5], K.MISSION_PASSED]),
        ("assessed_already", [*WHOLE[:6], K.ASSESSED]),
        ("assessed_already", [*WHOLE[:6], K.MISSION_PLANNED]),
        ("registered_already", [*WHOLE[:3], K.REGISTERED]),
        ("begun_already", [K.PROPOSED, K.PROPOSED]),
        ("not_begun", [K.SELECTED]),
        ("closed", [K.PROPOSED, K.NOT_SELECTED, K.SELECTED]),
        ("suspended", [*WHOLE[:4], K.SUSPENDED, K.MISSION_PLANNED]),
        ("not_suspended", [*WHOLE[:4], K.RESUMED]),
        ("nothing_to_take_over", [K.TAKEN_OVER]),
    ],
)
def test_a_step_that_does_not_fit_is_refused_with_its_reason(code, kinds):
    assert refused(code, *kinds)


def test_a_path_without_a_step_has_not_begun():
    with pytest.raises(OutOfOrder, match="not_begun"):
        follow([])


def test_a_step_before_the_last_one_is_too_early():
    first, second = path(K.PROPOSED, K.SELECTED)
    with pytest.raises(OutOfOrder, match="too_early") as wrong:
        follow([first, replace(second, day=DAY - timedelta(days=1))])
    assert wrong.value.values == {"first": DAY}


def test_a_result_comes_no_sooner_than_the_last_day():
    steps = path(*WHOLE[:3])
    steps[-1] = replace(steps[-1], until=date(2024, 2, 1))
    early = Step(K.WORKSHOP_PASSED, date(2024, 1, 31), 4)
    with pytest.raises(OutOfOrder, match="not_over"):
        follow([*steps, early])
    assert follow([*steps, replace(early, day=date(2024, 2, 1))])


@pytest.mark.parametrize("closing", sorted(CLOSING))
def test_whatever_closes_a_path_says_how(closing):
    place = {
        K.NOT_SELECTED: WHOLE[:1],
        K.WORKSHOP_FAILED: WHOLE[:3],
        K.MISSION_FAILED: WHOLE[:6],
    }.get(closing, WHOLE[:4])
    progress = follow(path(*place, closing))
    assert (progress.closed_by, progress.booked_until) == (closing, None)


def test_the_table_of_steps_and_the_engine_know_the_same():
    assert set(AceStep.values) == {kind.value for kind in StepKind}
    assert list(AcePhase.values) == [phase.value for phase in Phase]


@pytest.mark.parametrize(
    ("kinds", "on", "expected"),
    [
        (WHOLE[:1], 0, Waiting.SCREENING),
        (WHOLE[:2], 1, Waiting.PLACE),
        (WHOLE[:3], 2, Waiting.COMING),
        (WHOLE[:3], 3, Waiting.RESULT),
        (WHOLE[:4], 3, Waiting.MISSION),
        (WHOLE[:5], 4, Waiting.COMING),
        (WHOLE[:5], 5, Waiting.ASSESSMENT),
        (WHOLE[:6], 5, Waiting.CONCLUSION),  # assessed on the last day
        (WHOLE, 9, Waiting.NOTHING),
    ],
)
def test_what_a_path_waits_for(kinds, on, expected):
    assert waiting(follow(path(*kinds)), None, DAY + timedelta(days=on)) == expected


def test_a_refresher_is_spoken_of_before_it_is_due():
    progress = follow(path(*WHOLE))
    due = refresher_due(progress, 36)
    assert due == date(2027, 1, 8)
    assert waiting(progress, due, due - SOON) == Waiting.REFRESHER
    day_before = due - SOON - timedelta(days=1)
    assert waiting(progress, due, day_before) == Waiting.NOTHING


def test_without_a_rule_no_refresher_is_due():
    assert refresher_due(follow(path(*WHOLE)), None) is None
    assert refresher_due(Progress(Phase.MISSION, DAY, DAY, DAY), 36) is None
