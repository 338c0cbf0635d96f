"""The project team sets assignments, opens and closes them."""

from dataclasses import replace
from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Assignment, Stage
from mwalimu.programmes.operations.assignments import (
    AssignmentFacts,
    CriterionFacts,
    WorkRefused,
    close_assignment,
    create_assignment,
    drop_assignment,
    edit_assignment,
    open_assignment,
)
from tests.cast import AT

FACTS = AssignmentFacts(
    code="IS1",
    titles={"en": "A case study"},
    due_on=date(2024, 3, 10),
    rubric=(CriterionFacts({"en": "Accuracy"}, 5), CriterionFacts({"en": "Style"}, 10)),
)


@pytest.fixture
def made(cohort, team):
    return create_assignment(cohort, facts=FACTS, by=team.actor, at=AT)


def test_it_begins_as_a_draft_with_its_rubric(made):
    assert made.state == Assignment.State.DRAFT
    assert [(row.position, row.most) for row in made.criteria.all()] == [
        (1, 5),
        (2, 10),
    ]
    assert AuditLine.objects.filter(verb="create", subject_uuid=made.uuid).exists()


def test_it_is_opened_closed_and_opened_again(made, team):
    for step, state in [
        (open_assignment, "open"),
        (close_assignment, "closed"),
        (open_assignment, "open"),
    ]:
        assert step(made, by=team.actor, at=AT).state == state


def test_a_draft_is_dropped_and_what_was_open_is_not(made, team):
    open_assignment(made, by=team.actor, at=AT)
    with pytest.raises(WorkRefused, match="Only a draft is dropped"):
        drop_assignment(made, by=team.actor, at=AT)
    made.state = Assignment.State.DRAFT
    drop_assignment(made, by=team.actor, at=AT)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "who", ["kenya_coordinator", "wg_member", "assessor", "reader"]
)
def test_nobody_else_sets_opens_or_drops(who, made, cohort, request):
    by = request.getfixturevalue(who).actor
    for attempt in (
        lambda: create_assignment(cohort, facts=replace(FACTS, code="X"), by=by, at=AT),
        lambda: edit_assignment(made, facts=FACTS, by=by, at=AT),
        lambda: open_assignment(made, by=by, at=AT),
        lambda: close_assignment(made, by=by, at=AT),
        lambda: drop_assignment(made, by=by, at=AT),
    ):
        with pytest.raises(WorkRefused, match="Only the project team"):
            attempt()
    assert Assignment.objects.get().state == "draft"


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"code": " "}, "code", "short code"),
        ({"code": "x" * 21}, "code", "at most 20"),
        ({"titles": {"en": " "}}, "titles", "title in one language"),
        ({"titles": {"en": "a\u202eb"}}, "titles", "nobody can read"),
        ({"due_on": date(1024, 1, 1)}, "due_on", "from 2015 to 2100"),
        ({"late_until": date(2024, 3, 9)}, "late_until", "before the work is due"),
        ({"assessors_wanted": 0}, "assessors_wanted", "One or two"),
        ({"assessors_wanted": 3}, "assessors_wanted", "One or two"),
        ({"rubric": (CriterionFacts({"en": ""}),)}, "rubric", "Name every line"),
        ({"rubric": (CriterionFacts({"en": "A"}, 0),)}, "rubric", "100 at most"),
        ({"rubric": (CriterionFacts({"en": "A"}, 101),)}, "rubric", "100 at most"),
        ({"rubric": (CriterionFacts({"en": "A"}),) * 13}, "rubric", "at most 12"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(changes, field, says, cohort, team):
    with pytest.raises(WorkRefused, match=says) as refused:
        create_assignment(cohort, facts=replace(FACTS, **changes), by=team.actor, at=AT)
    assert refused.value.field == field
    assert not Assignment.objects.exists()


def test_a_code_is_used_once_in_a_cohort(made, cohort, team):
    with pytest.raises(WorkRefused, match="already"):
        create_assignment(
            cohort, facts=replace(FACTS, code="is1"), by=team.actor, at=AT
        )


def test_stage_and_topic_are_the_cohorts(cohort, team, topics):
    other = type(cohort).objects.create(code="OTHER", programme=cohort.programme)
    stage = Stage.objects.create(
        cohort=other, position=1, kind="intersessional", code="IS"
    )
    for changes in ({"stage": stage}, {"topic": topics["CV"]}):
        with pytest.raises(WorkRefused):
            create_assignment(
                cohort, facts=replace(FACTS, **changes), by=team.actor, at=AT
            )


def test_a_rubric_stays_once_work_was_judged_by_it(
    assignment, hands_in, reviews, wg_member, assessor, team
):
    reviews(assessor, hands_in(wg_member))
    facts = AssignmentFacts(
        code="IS1", titles={"en": "Renamed"}, due_on=assignment.due_on, rubric=()
    )
    with pytest.raises(WorkRefused, match="stays as it is") as refused:
        edit_assignment(assignment, facts=facts, by=team.actor, at=AT)
    assert refused.value.field == "rubric"
    assert assignment.criteria.count() == 2


def test_a_rubric_may_change_before(assignment, hands_in, wg_member, team):
    hands_in(wg_member)
    edit_assignment(assignment, facts=FACTS, by=team.actor, at=AT)
    assert [row.most for row in assignment.criteria.all()] == [5, 10]
