"""Standards are written as drafts, put in force once, and followed by cohorts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.qualification.models import Decision, FollowedStandard, StandardEdition
from mwalimu.qualification.operations import (
    EditionFacts,
    LineFacts,
    StandardRefused,
    add_line,
    create_standard,
    discard_draft,
    draft_edition,
    edit_edition,
    edit_line,
    follow_edition,
    move_line,
    put_in_force,
    remove_line,
)
from mwalimu.qualification.queries.standards import (
    cohorts_following,
    edition_of,
    not_in_plan,
)
from tests.cast import AT

WG2 = LineFacts(
    code="WG2",
    names={"en": "Working group 2"},
    kind="attendance",
    amount=Decimal("0.8"),
    subjects=("WG2",),
    assumed=True,
)
TODAY = AT.date()


@pytest.fixture
def do(team):
    return {"by": team.actor, "at": AT}


@pytest.fixture
def draft(standard, edition, do):
    """Edition 2, a copy of the one in force."""
    return draft_edition(standard, **do)


def codes(edition):
    return [line.code for line in edition.requirements.all()]


def test_a_standard_begins_with_an_empty_draft(db, do):
    made = create_standard(code="NEW", names={"en": "New"}, **do)
    first = made.editions.get()
    assert (first.number, first.state, codes(first)) == (1, "draft", [])


def test_the_next_edition_is_a_copy_of_the_last(draft, edition):
    assert draft.number == 2
    assert codes(draft) == codes(edition) == ["WG1", "DEMO"]
    assert draft.requirements.get(code="WG1").pk != edition.requirements.first().pk


def test_one_edition_is_drafted_at_a_time(draft, standard, do):
    with pytest.raises(StandardRefused, match="Edition 2 is a draft"):
        draft_edition(standard, **do)


def test_lines_of_a_draft_are_added_changed_moved_and_removed(draft, do):
    line = add_line(draft, facts=WG2, **do)
    edit_line(line, facts=replace(WG2, amount=Decimal("0.5")), **do)
    move_line(line, up=True, **do)
    remove_line(draft.requirements.get(code="WG1"), **do)
    move_line(line, up=True, **do)  # it is the first: nothing happens
    assert codes(draft) == ["WG2", "DEMO"]
    assert draft.requirements.first().amount == Decimal("0.5")
    verbs = AuditLine.objects.filter(subject="edition").values_list("verb", flat=True)
    assert set(verbs) >= {"add_line", "edit_line", "move_line", "remove_line"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "no good"}, "code"),
        ({"code": "wg1"}, "code"),
        ({"names": {}}, "names"),
        ({"kind": "magic"}, "kind"),
        ({"amount": Decimal("1.2")}, "amount"),
        ({"amount": Decimal(0)}, "amount"),
        ({"amount": Decimal("NaN")}, "amount"),
        ({"subjects": ()}, "subjects"),
        ({"subjects": ("a b",)}, "subjects"),
        ({"kind": "demo", "amount": Decimal(6)}, "amount"),
        ({"kind": "demo", "amount": Decimal(3), "subjects": ("smile",)}, "subjects"),
        ({"kind": "assignment", "amount": Decimal(2)}, "amount"),
        ({"assumed": False, "source": " "}, "source"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(draft, do, change, field):
    with pytest.raises(StandardRefused) as refused:
        add_line(draft, facts=replace(WG2, **change), **do)
    assert refused.value.field == field
    assert codes(draft) == ["WG1", "DEMO"]


@pytest.mark.parametrize(
    "change",
    [
        lambda edition, do: add_line(edition, facts=WG2, **do),
        lambda edition, do: edit_line(edition.requirements.first(), facts=WG2, **do),
        lambda edition, do: move_line(edition.requirements.last(), up=True, **do),
        lambda edition, do: remove_line(edition.requirements.first(), **do),
        lambda edition, do: edit_edition(edition, facts=EditionFacts(), **do),
        lambda edition, do: put_in_force(edition, valid_from=TODAY, **do),
        lambda edition, do: discard_draft(edition, **do),
    ],
)
def test_an_edition_in_force_never_changes(edition, do, change):
    with pytest.raises(StandardRefused, match="in force never changes"):
        change(edition, do)
    assert codes(edition) == ["WG1", "DEMO"]


def test_a_line_in_force_does_not_change_by_the_model_either(edition):
    line = edition.requirements.first()
    line.amount = Decimal("0.1")
    with pytest.raises(TypeError, match="never changed"):
        line.save()


def test_an_edition_in_force_replaces_the_one_before(draft, edition, do):
    put_in_force(draft, valid_from=TODAY, **do)
    states = StandardEdition.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == ["replaced", "in_force"]


def test_an_edition_does_not_begin_before_the_one_it_replaces(draft, do):
    with pytest.raises(StandardRefused, match="from 2020-01-01"):
        put_in_force(draft, valid_from=date(2019, 12, 31), **do)


def test_an_empty_edition_is_not_put_in_force(db, do):
    made = create_standard(code="NEW", names={"en": "New"}, **do)
    with pytest.raises(StandardRefused, match="at least one requirement"):
        put_in_force(made.editions.get(), valid_from=TODAY, **do)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (EditionFacts(validity_months=0), "validity_months"),
        (EditionFacts(validity_months=241), "validity_months"),
        (EditionFacts(renewal_trainings=2), "renewal_trainings"),
        (EditionFacts(validity_months=12, renewal_trainings=101), "renewal_trainings"),
    ],
)
def test_a_validity_that_makes_no_sense_is_refused(draft, do, facts, field):
    with pytest.raises(StandardRefused) as refused:
        edit_edition(draft, facts=facts, **do)
    assert refused.value.field == field


def test_a_cohort_follows_the_edition_in_force_on_that_day(cohort, edition, do):
    follow_edition(cohort, edition, since=date(2021, 1, 1), **do)
    assert edition_of(cohort, TODAY) == edition
    assert cohorts_following(edition, TODAY) == [cohort]


def test_a_draft_or_a_replaced_edition_is_not_taken_up(cohort, edition, draft, do):
    with pytest.raises(StandardRefused, match="not the one in force"):
        follow_edition(cohort, draft, since=TODAY, **do)
    put_in_force(draft, valid_from=TODAY, **do)
    with pytest.raises(StandardRefused, match="not the one in force"):
        follow_edition(cohort, edition, since=TODAY, **do)
    assert not FollowedStandard.objects.exists()


def test_who_follows_a_replaced_edition_goes_on(cohort, followed, edition, draft, do):
    put_in_force(draft, valid_from=TODAY, **do)
    assert edition_of(cohort, TODAY) == edition


def test_a_wrong_choice_of_the_same_day_is_put_right(
    cohort, followed, edition, draft, do
):
    put_in_force(draft, valid_from=TODAY, **do)
    follow_edition(cohort, draft, since=TODAY, **do)
    follow_edition(cohort, edition, since=TODAY, **do)
    assert edition_of(cohort, TODAY) == edition


def test_an_edition_is_changed_only_after_the_last_decision(
    cohort, followed, edition, draft, wg_member, kenya, topics, do
):
    Decision.objects.create(
        person=wg_member.person,
        member=kenya,
        topic=topics["HS"],
        cohort=cohort,
        edition=edition,
        outcome="not_yet",
        supported=False,
        evidence={},
        decided_at=AT,
        decided_by=do["by"],
    )
    put_in_force(draft, valid_from=TODAY, **do)
    with pytest.raises(StandardRefused, match="Decisions were taken until 2024-03-01"):
        follow_edition(cohort, draft, since=TODAY, **do)
    follow_edition(cohort, draft, since=date(2024, 3, 2), **do)
    assert Decision.objects.get().edition == edition


def test_stages_that_the_plan_lacks_are_named(cohort, edition):
    assert not_in_plan(edition, cohort) == ["WG1"]
    cohort.stages.create(position=1, code="WG1", kind="working_group")
    assert not_in_plan(edition, cohort) == []


def test_nobody_but_the_project_team_writes_standards(
    draft, cohort, edition, kenya_coordinator
):
    who = {"by": kenya_coordinator.actor, "at": AT}
    for change in (
        lambda: add_line(draft, facts=WG2, **who),
        lambda: create_standard(code="NEW", names={"en": "N"}, **who),
        lambda: follow_edition(cohort, edition, since=TODAY, **who),
    ):
        with pytest.raises(StandardRefused, match="Only the project team"):
            change()
