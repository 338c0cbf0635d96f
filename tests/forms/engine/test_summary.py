"""What many answers say, and that few answers say nothing."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.forms.engine import FEWEST, SCALE, Asked, Kind, summarise

USEFUL = Asked(1, Kind.SCALE, True)
HELPED = Asked(2, Kind.SEVERAL, options=("o1", "o2", "o3"))
MARKS = st.lists(st.sampled_from(SCALE), min_size=FEWEST, max_size=60)
TICKS = st.lists(st.sets(st.sampled_from(HELPED.options)), min_size=FEWEST, max_size=60)


def of_marks(marks, people=None):
    return summarise(USEFUL, people or len(marks), len(marks), Counter(marks))


def of_ticks(rows):
    counts = Counter(code for row in rows for code in row)
    return summarise(HELPED, len(rows), sum(map(bool, rows)), counts)


@given(st.integers(0, FEWEST - 1), st.lists(st.sampled_from(SCALE), max_size=FEWEST))
def test_fewer_than_five_people_say_nothing(people, marks):
    assert summarise(USEFUL, people, len(marks), Counter(marks)) is None


@given(MARKS)
def test_everybody_who_answered_is_counted_once(marks):
    found = of_marks(marks)
    assert sum(each.count for each in found.shares) == found.answered == len(marks)
    assert sum(each.share for each in found.shares) == 1
    assert [each.choice for each in found.shares] == list(SCALE)


@given(MARKS)
def test_the_mean_lies_among_the_marks(marks):
    numbers = [int(mark) for mark in marks]
    mean = of_marks(marks).mean
    assert min(numbers) <= mean <= max(numbers)
    assert mean == Fraction(sum(numbers), len(numbers))


@given(MARKS, st.randoms())
def test_the_order_of_answers_says_nothing(marks, random):
    mixed = list(marks)
    random.shuffle(mixed)
    assert of_marks(mixed) == of_marks(marks)


@given(MARKS, st.integers(0, 20))
def test_who_is_silent_moves_no_mean(marks, silent):
    found = of_marks(marks, people=len(marks) + silent)
    assert (found.mean, found.silent) == (of_marks(marks).mean, silent)


@given(TICKS)
def test_of_several_each_option_counts_at_most_everybody(rows):
    found = of_ticks(rows)
    assert all(each.count <= found.answered for each in found.shares)
    assert all(0 <= each.share <= 1 for each in found.shares)
    assert found.mean is None


def test_a_question_that_nobody_answered_has_no_mean():
    found = summarise(USEFUL, 7, 0, {})
    assert (found.answered, found.silent, found.mean) == (0, 7, None)
    assert {each.share for each in found.shares} == {Fraction(0)}
