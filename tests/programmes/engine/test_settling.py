"""When reviews settle a piece of work, and where a person stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.deadlines import Standing
from mwalimu.programmes.engine.progress import Progress, progress
from mwalimu.programmes.engine.settling import DIFFER, WAITING, settle

DECISIONS = st.lists(st.sampled_from(["accept", "repeat", "reject"]), max_size=5)


@pytest.mark.parametrize(
    ("decisions", "wanted", "more", "says"),
    [
        ([], 1, 0, WAITING),
        (["accept"], 1, 0, "accept"),
        (["accept"], 2, 0, WAITING),
        (["repeat", "repeat"], 2, 0, "repeat"),
        (["accept", "repeat"], 2, 0, DIFFER),
        (["accept", "repeat"], 2, 1, WAITING),
        (["accept", "repeat", "accept"], 2, 1, "accept"),
        (["accept", "repeat", "reject"], 2, 1, DIFFER),
        (["accept", "accept", "repeat"], 3, 0, DIFFER),
    ],
)
def test_reviews_settle_when_all_wanted_agree(decisions, wanted, more, says):
    assert settle(decisions, wanted, more) == says


@given(DECISIONS, st.integers(1, 3), st.integers(0, 1))
def test_the_order_of_reviews_does_not_matter(decisions, wanted, more):
    assert settle(decisions, wanted, more) == settle(decisions[::-1], wanted, more)


@given(DECISIONS, st.integers(1, 3), st.integers(0, 1))
def test_nothing_is_decided_that_no_assessor_said(decisions, wanted, more):
    assert settle(decisions, wanted, more) in {*decisions, WAITING, DIFFER}


@pytest.mark.parametrize(
    ("state", "standing", "taken", "says"),
    [
        (None, Standing.IN_TIME, True, Progress.TO_DO),
        (None, Standing.LATE, True, Progress.OVERDUE),
        (None, Standing.OVER, True, Progress.MISSED),
        (None, Standing.IN_TIME, False, Progress.MISSED),
        ("handed_in", Standing.OVER, False, Progress.HANDED_IN),
        ("repeat", Standing.OVER, True, Progress.REPEAT),
        ("accepted", Standing.OVER, False, Progress.ACCEPTED),
        ("rejected", Standing.LATE, True, Progress.REJECTED),
    ],
)
def test_where_a_person_stands(state, standing, taken, says):
    assert progress(state, standing, taken=taken) == says


def test_assessors_who_differ_wait_for_the_project_team():
    said = progress(
        "handed_in", Standing.IN_TIME, decisions=["accept", "reject"], wanted=2
    )
    assert said == Progress.DIFFER
