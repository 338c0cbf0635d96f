"""What a question takes as an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.forms.engine import Asked, Fault, Given, Kind, read_all, read_answer

OPTIONS = ("o1", "o2", "o3")
KINDS = st.sampled_from(Kind)
SENT = st.lists(st.sampled_from(["", " ", "o1", "o2", "3", "6", "yes", "nonsense"]))


def asked(kind, required=False):
    return Asked(1, kind, required, OPTIONS)


@pytest.mark.parametrize(
    ("kind", "sent", "read"),
    [
        (Kind.SCALE, ["4"], Given(("4",))),
        (Kind.SCALE, ["6"], Fault.UNKNOWN),
        (Kind.SCALE, ["4", "5"], Fault.TOO_MANY),
        (Kind.YES_NO, ["no"], Given(("no",))),
        (Kind.YES_NO, ["perhaps"], Fault.UNKNOWN),
        (Kind.CHOICE, ["o2"], Given(("o2",))),
        (Kind.CHOICE, ["o4"], Fault.UNKNOWN),
        (Kind.SEVERAL, ["o3", "o1", "o3"], Given(("o1", "o3"))),
        (Kind.TEXT, ["  More cases.\n"], Given(text="More cases.")),
        (Kind.TEXT, ["x" * 4001], Fault.TOO_LONG),
        (Kind.TEXT, ["bell \x07"], Fault.UNREADABLE),
    ],
)
def test_an_answer_is_read_or_refused_for_a_reason(kind, sent, read):
    assert read_answer(asked(kind), sent) == read


@given(KINDS, st.lists(st.sampled_from(["", " ", "\n"])))
def test_nothing_is_an_answer_only_where_none_is_asked_for(kind, sent):
    assert read_answer(asked(kind), sent) == Given()
    assert read_answer(asked(kind, required=True), sent) == Fault.MISSING


@given(KINDS, SENT)
def test_what_is_read_is_read_the_same_again(kind, sent):
    found = read_answer(asked(kind), sent)
    if isinstance(found, Given):
        again = [*found.choices, found.text]
        assert read_answer(asked(kind), again) == found


@given(KINDS, SENT, st.randoms())
def test_the_order_of_ticks_says_nothing(kind, sent, random):
    if kind != Kind.TEXT:
        mixed = list(sent)
        random.shuffle(mixed)
        assert read_answer(asked(kind), mixed) == read_answer(asked(kind), sent)


@given(KINDS, SENT)
def test_only_offered_choices_come_out(kind, sent):
    found = read_answer(asked(kind), sent)
    if isinstance(found, Given):
        assert set(found.choices) <= set(asked(kind).choices)
        assert len(found.choices) <= 1 or kind == Kind.SEVERAL


def test_every_fault_is_told_at_once_and_silence_is_left_out():
    questions = [
        Asked(1, Kind.SCALE, True),
        Asked(2, Kind.YES_NO),
        Asked(3, Kind.TEXT),
        Asked(4, Kind.CHOICE, options=OPTIONS),
    ]
    given_, faults = read_all(questions, {2: ["maybe"], 3: [" "], 4: ["o1"]})
    assert given_ == {4: Given(("o1",))}
    assert faults == {1: Fault.MISSING, 2: Fault.UNKNOWN}
