"""What a person sees: each matter once, the urgent first, nothing lost on the way."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mwalimu.notices.engine.arranging import LOUD, Quietness, arrange
from mwalimu.notices.engine.kinds import BY_CODE, KINDS, PLACE, SORTS, Sort
from mwalimu.notices.engine.matters import Circle, Label, Matter, Reader

ON = date(2024, 3, 1)
DAY = timedelta(days=1)
CODES = [kind.code for kind in KINDS]
ROLES = sorted({role for kind in KINDS for role in kind.roles})
PLACES = [Label("KE"), Label("TG")]

days = st.integers(-60, 60).map(lambda days: ON + days * DAY) | st.none()
people = st.integers(1, 4)
matters = st.builds(
    Matter,
    kind=st.sampled_from(CODES),
    uuid=st.sampled_from("abcdef"),
    day=days,
    title=st.sampled_from(["", "One", "Two"]),
    member=st.sampled_from([None, *PLACES]),
    person=people | st.none(),
    place=st.sampled_from([None, 1, 2]),
    away=st.booleans(),
    barred=st.frozensets(people, max_size=2),
)
lists = st.lists(matters, max_size=25)
quiet = st.builds(
    Quietness,
    kinds=st.frozensets(st.sampled_from(CODES), max_size=4),
    until=st.dictionaries(
        matters.map(lambda matter: matter.subject),
        st.integers(-3, 3).map(lambda days: ON + days * DAY),
        max_size=4,
    ),
)
readers = st.builds(
    Reader,
    person=people,
    roles=st.frozensets(
        st.sampled_from([*ROLES, "project_team", "assessor", "candidate"])
    ),
    places=st.frozensets(st.tuples(st.sampled_from(ROLES), st.integers(1, 2))),
)


def shown(found):
    return [line.matter for group in found.groups for line in group.lines]


@given(lists, st.randoms())
def test_the_order_in_which_matters_come_changes_nothing(rows, random):
    other = list(rows)
    random.shuffle(other)
    wanted = [(m.kind, m.subject) for m in shown(arrange(rows, on=ON))]
    assert [(m.kind, m.subject) for m in shown(arrange(other, on=ON))] == wanted


@given(lists, quiet)
def test_a_matter_is_said_once(rows, silence):
    subjects = [m.subject for m in shown(arrange(rows, on=ON, quiet=silence))]
    assert len(subjects) == len(set(subjects))


@given(lists, quiet)
def test_every_matter_is_shown_or_counted_or_quiet(rows, silence):
    found = arrange(rows, on=ON, quiet=silence, shown=2)
    assert found.count + found.quiet == len({matter.subject for matter in rows})


@given(lists, quiet)
def test_what_is_muted_or_put_off_is_not_shown(rows, silence):
    for matter in shown(arrange(rows, on=ON, quiet=silence, shown=None)):
        assert matter.kind not in silence.kinds
        assert silence.until.get(matter.subject, ON) <= ON


@given(lists)
def test_arranging_again_what_is_shown_changes_nothing(rows):
    found = arrange(rows, on=ON, shown=None)
    assert arrange(shown(found), on=ON, shown=None) == found


@given(lists)
def test_groups_with_something_urgent_come_first_then_by_sort(rows):
    groups = arrange(rows, on=ON).groups
    ranks = [(not g.urgent, SORTS.index(g.kind.sort)) for g in groups]
    assert ranks == sorted(ranks)


@given(lists)
def test_the_first_lines_of_a_kind_are_its_urgent_ones(rows):
    for group in arrange(rows, on=ON, shown=None).groups:
        urgent = [line.urgent for line in group.lines]
        assert urgent == sorted(urgent, reverse=True)


@given(lists, st.integers(1, 4))
def test_at_most_so_many_lines_of_a_kind_are_shown(rows, most):
    whole = {g.kind: g.count for g in arrange(rows, on=ON, shown=None).groups}
    found = arrange(rows, on=ON, shown=most)
    assert {g.kind: g.count for g in found.groups} == whole
    assert all(len(group.lines) <= most for group in found.groups)


@given(lists, quiet)
def test_only_urgent_leaves_out_the_rest_and_counts_the_same(rows, silence):
    found = arrange(rows, on=ON, quiet=silence, only_urgent=True, shown=None)
    assert all(line.urgent for group in found.groups for line in group.lines)
    assert found.count == arrange(rows, on=ON, quiet=silence).urgent == found.urgent


@given(lists, st.lists(readers, max_size=4, unique_by=lambda reader: reader.person))
def test_sharing_out_is_the_same_as_asking_each_reader(rows, found):
    shared = Circle(found).share_out(rows)
    asked = {
        reader.person: [matter for matter in rows if reader.is_reached_by(matter)]
        for reader in found
    }
    assert shared == {person: mine for person, mine in asked.items() if mine}


@given(lists, readers)
def test_whoever_plays_no_role_is_reached_by_their_own_alone(rows, reader):
    nobody = Reader(reader.person)
    assert all(
        matter.person == reader.person
        for matter in rows
        if nobody.is_reached_by(matter)
    )


def test_of_two_kinds_about_the_same_the_first_is_said():
    rows = [Matter("call_to_conclude", "a"), Matter("names_to_decide", "a")]
    assert [matter.kind for matter in shown(arrange(rows, on=ON))] == [
        "names_to_decide"
    ]


def test_a_muted_kind_lets_the_other_one_about_the_same_be_said():
    rows = [Matter("call_to_conclude", "a"), Matter("names_to_decide", "a")]
    found = arrange(rows, on=ON, quiet=Quietness(frozenset({"names_to_decide"})))
    assert [matter.kind for matter in shown(found)] == ["call_to_conclude"]
    assert found.quiet == 0


def test_what_was_put_off_comes_back_on_its_day():
    row = Matter("work_due", "a", ON)
    silence = Quietness(until={row.subject: ON})
    assert arrange([row], on=ON - DAY, quiet=silence).count == 0
    assert arrange([row], on=ON, quiet=silence).count == 1


def test_nothing_is_nothing():
    assert arrange([], on=ON, quiet=LOUD).groups == ()


def urgent(kind, days):
    return Matter(kind, "a", ON + days * DAY).urgent(ON)


def test_something_is_urgent_near_its_day_and_after_it():
    near = BY_CODE["work_due"].days
    assert [urgent("work_due", days) for days in (near + 1, near, -9)] == [
        False,
        True,
        True,
    ]


def test_what_waits_is_urgent_once_it_has_waited_long():
    long = BY_CODE["training_to_verify"].days
    assert [urgent("training_to_verify", days) for days in (-long + 1, -long)] == [
        False,
        True,
    ]


def test_below_a_floor_is_always_urgent_and_a_draft_never():
    assert Matter("below_floor", "a").urgent(ON)
    assert not urgent("training_draft", -400)


def test_a_kind_reaches_somebody_and_has_a_page():
    for kind in KINDS:
        assert kind.own or kind.team or kind.roles or kind.judges, kind.code
        assert kind.page.name.startswith(("desk:", "field:"))
        assert set(kind.parts) <= {"uuid", "member", "topic"}
        assert kind.days is None or kind.sort == Sort.BELOW_FLOOR or kind.days > 0
    assert len(PLACE) == len(KINDS)
