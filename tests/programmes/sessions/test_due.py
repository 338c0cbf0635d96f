"""What goes out follows from what holds, and asked again nothing goes out."""

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.invitations import Due, Sent, Step, due

STATES = ("to_send", "sent", "accepted", "declined", "cancelled")
SENT = st.builds(
    Sent,
    person=st.integers(1, 6),
    state=st.sampled_from(STATES),
    sequence=st.integers(0, 5),
    said=st.sampled_from(["", "a", "b"]),
)
PRESENT = st.lists(SENT, unique_by=lambda row: row.person)
EXPECTED = st.frozensets(st.integers(1, 8))


def one(state, *, expected=True, says="a", said="a", invite=True):
    row = Sent(1, state, 2, said)
    return due([row], {1} if expected else set(), says, invite=invite)


def test_whoever_is_new_is_invited_once_somebody_asks_for_it():
    assert due([], {1}, "a", invite=True) == [Due(1, Step.INVITE, 0)]
    assert due([], {1}, "a", invite=False) == []


def test_a_change_goes_to_everybody_who_was_written_to():
    for state in ("sent", "accepted", "declined"):
        assert one(state, says="b", invite=False) == [Due(1, Step.UPDATE, 3)]
        assert one(state) == []


def test_whoever_is_not_expected_any_more_is_told_so():
    assert one("accepted", expected=False) == [Due(1, Step.CANCEL, 3)]
    assert one("to_send", expected=False) == [Due(1, Step.DROP, 2)]
    assert one("cancelled", expected=False) == []


def test_a_session_that_is_called_off_is_taken_off_every_calendar():
    assert one("sent", says="") == [Due(1, Step.CANCEL, 3)]
    assert due([], {1}, "", invite=True) == []


def test_whoever_comes_back_gets_a_later_version():
    assert one("cancelled") == [Due(1, Step.INVITE, 3)]
    assert one("cancelled", invite=False) == []


@given(PRESENT, EXPECTED, st.sampled_from(["", "a"]), st.booleans())
def test_asked_again_nothing_is_due(present, expected, says, invite):
    rows = {row.person: row for row in present}
    for each in due(present, expected, says, invite=invite):
        ends = each.step in (Step.CANCEL, Step.DROP)
        state = "cancelled" if ends else "sent"
        rows[each.person] = Sent(each.person, state, each.sequence, says)
    assert due(rows.values(), expected, says, invite=invite) == []


@given(PRESENT, EXPECTED, st.sampled_from(["", "a"]), st.booleans())
def test_a_sequence_never_falls_and_a_mail_after_a_mail_is_later(
    present, expected, says, invite
):
    before = {row.person: row for row in present}
    for each in due(present, expected, says, invite=invite):
        row = before.get(each.person)
        if row is not None and row.state not in ("to_send",):
            assert each.sequence > row.sequence
