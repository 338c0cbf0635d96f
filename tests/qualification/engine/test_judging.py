"""The rule engine: verdicts, and the properties that hold for all of them."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.qualification.engine import (
    Evidence,
    Kind,
    Requirement,
    State,
    Waiver,
    judge_all,
)

DAY = date(2021, 4, 16)
STAGES = ("WG1", "WG2", "WG3")
ATTEND = Requirement("attend", Kind.ATTENDANCE, Fraction(4, 5), STAGES)
TEACH = Requirement("teach", Kind.TRAINING, Fraction(2))


def attended(stage, share, row="r", on=DAY, stands_for=()):
    return Evidence(Kind.ATTENDANCE, stage, Fraction(share), on, row, stands_for)


def taught(row, on=DAY):
    return Evidence(Kind.TRAINING, "HS", Fraction(1), on, row)


def state(requirement, *evidence, **options):
    standing = judge_all([requirement], evidence, on=DAY, **options)
    return standing.verdicts[0].state


def test_attendance_is_met_when_every_stage_reaches_the_share():
    rows = [attended(stage, Fraction(4, 5), stage) for stage in STAGES]
    assert state(ATTEND, *rows) == State.MET


def test_one_stage_below_the_share_leaves_attendance_open():
    rows = [attended("WG1", 1), attended("WG2", 1), attended("WG3", Fraction(3, 5))]
    assert state(ATTEND, *rows) == State.OPEN


def test_a_stage_that_closed_without_attendance_is_missed_since_that_day():
    closed = DAY - timedelta(days=30)
    standing = judge_all([ATTEND], [], on=DAY, closes={"WG1": closed})
    assert standing.verdicts[0].state == State.MISSED
    assert standing.behind_since == closed


def test_a_supplementary_session_stands_for_the_stages_it_names():
    late = attended("catch-up", 1, "late", stands_for=("WG1", "WG2"))
    assert state(ATTEND, late, attended("WG3", 1)) == State.MET


def test_trainings_add_up_and_each_row_counts_once():
    assert state(TEACH, taught("a"), taught("a")) == State.OPEN
    assert state(TEACH, taught("a"), taught("b")) == State.MET


def test_the_verdict_says_since_when_it_is_met():
    earlier = DAY - timedelta(days=90)
    rows = [taught("b", DAY), taught("a", earlier)]
    standing = judge_all([TEACH], rows, on=DAY)
    assert standing.verdicts[0].since == DAY


def test_a_waiver_explains_itself_and_points_to_its_row():
    waiver = Waiver("teach", "maternity leave", "w1")
    verdict = judge_all([TEACH], [], on=DAY, waivers=[waiver]).verdicts[0]
    assert verdict.state == State.WAIVED
    assert verdict.reasons[0].values == {"reason": "maternity leave"}
    assert verdict.rows == ("w1",)


def test_evidence_that_is_enough_wins_over_a_waiver():
    waiver = Waiver("teach", "not needed after all", "w1")
    assert state(TEACH, taught("a"), taught("b"), waivers=[waiver]) == State.MET


def test_evidence_of_tomorrow_does_not_count_today():
    assert state(TEACH, taught("a"), taught("b", DAY + timedelta(days=1))) == State.OPEN


def test_a_complete_standing_misses_nothing():
    standing = judge_all([TEACH], [taught("a"), taught("b")], on=DAY)
    assert standing.complete
    assert standing.missing == ()


shares = st.fractions(0, 1, max_denominator=5)
days = st.dates(date(2018, 1, 1), date(2022, 1, 1))
stage_names = st.sampled_from([*STAGES, "catch-up"])
rows = st.lists(
    st.one_of(
        st.builds(
            Evidence,
            st.just(Kind.ATTENDANCE),
            stage_names,
            shares,
            days,
            st.uuids().map(str),
            st.lists(st.sampled_from(STAGES), max_size=2).map(tuple),
        ),
        st.builds(
            Evidence,
            st.just(Kind.TRAINING),
            st.just("HS"),
            st.just(Fraction(1)),
            days,
            st.uuids().map(str),
        ),
    ),
    max_size=12,
)
closing = st.dictionaries(st.sampled_from(STAGES), days)


@given(rows, rows, closing)
def test_more_evidence_never_opens_a_met_requirement(some, more, closes):
    before = judge_all([ATTEND, TEACH], some, on=DAY, closes=closes)
    after = judge_all([ATTEND, TEACH], some + more, on=DAY, closes=closes)
    for was, now in zip(before.verdicts, after.verdicts, strict=True):
        assert was.state != State.MET or now.state == State.MET


@given(rows, closing, st.randoms())
def test_the_order_of_evidence_does_not_matter(some, closes, random):
    shuffled = random.sample(some, len(some))
    first = judge_all([ATTEND, TEACH], some, on=DAY, closes=closes)
    assert judge_all([ATTEND, TEACH], shuffled, on=DAY, closes=closes) == first


@given(rows)
def test_every_row_that_a_verdict_names_was_given(some):
    standing = judge_all([ATTEND, TEACH], some, on=DAY)
    named = {row for verdict in standing.verdicts for row in verdict.rows}
    assert named <= {item.row for item in some}
