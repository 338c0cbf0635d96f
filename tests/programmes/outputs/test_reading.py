"""Who reads what came out of a session, what is carried forward, and what is due."""

from datetime import date

import pytest

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.outputs import (
    Task,
    add_issues,
    add_needs,
    add_task,
    follow_up,
)
from mwalimu.programmes.queries.outputs import (
    outputs_session_at,
    plan_of_cohort,
    task_at,
    work_plan_due,
)
from tests.cast import AT
from tests.programmes.outputs.conftest import TODAY, read, viewer_of


@pytest.fixture
def filled(session, kenya, togo, task, togo_wg_member, team):
    """Two issues of each Member, one of them shared; a need; a task of Togo's."""
    by = {"by": team.actor, "at": AT}
    for member in (kenya, togo):
        text = f"{member.code} alone"
        add_issues(session, member=member, text=text, **by)
        add_issues(
            session, member=member, text=f"{member.code} to all", shared=True, **by
        )
    add_needs(session, text="Rulings", **by)
    said = Task(text="Collect rulings", person=togo_wg_member.person)
    add_task(session, said, **by)
    return session


def issues(found):
    return [row.text for row in found.issues]


def plan(lines):
    return [(line.item.text, line.name) for line in lines]


def test_the_team_reads_everything(filled, team):
    found = read(filled, team)
    assert issues(found) == ["KE alone", "KE to all", "TG alone", "TG to all"]
    assert plan(found.plan) == [
        ("Draft case studies", "Kenya Candidate"),
        ("Collect rulings", "Togo Candidate"),
    ]


@pytest.mark.parametrize(
    "role", ["kenya_coordinator", "kenya_deputy", "head", "wg_member"]
)
def test_an_administration_reads_its_own_and_what_others_share(filled, role, request):
    found = read(filled, request.getfixturevalue(role))
    assert issues(found) == ["KE alone", "KE to all", "TG to all"]
    assert [row.text for row in found.needs] == ["Rulings"]
    assert plan(found.plan) == [
        ("Draft case studies", "Kenya Candidate"),
        ("Collect rulings", ""),
    ]


def test_the_host_organiser_reads_what_is_shared(filled, organiser):
    found = read(filled, organiser)
    assert issues(found) == ["KE to all", "TG to all"]
    assert plan(found.plan) == [("Draft case studies", ""), ("Collect rulings", "")]


@pytest.mark.parametrize("role", ["reader", "togo_organiser", "kenya_registrar"])
def test_whoever_takes_no_part_reads_nothing(filled, role, request):
    somebody = request.getfixturevalue(role)
    found = read(filled, somebody)
    assert (found.issues, found.needs, found.plan) == ((), (), ())
    assert outputs_session_at(viewer_of(somebody), filled.uuid) is None


def test_a_prepared_programme_is_the_teams_alone(filled, task, kenya_coordinator):
    filled.programme.status = "prepared"
    filled.programme.save()
    assert task_at(viewer_of(kenya_coordinator), filled, task.uuid) is None


def test_what_is_open_is_carried_to_later_sessions_of_the_cohort(
    filled, later, task, team, kenya_coordinator
):
    assert plan(read(later, team).carried) == [
        ("Draft case studies", "Kenya Candidate"),
        ("Collect rulings", "Togo Candidate"),
    ]
    assert read(filled, team).carried == ()
    follow_up(task, state="done", by=kenya_coordinator.actor, at=AT)
    assert plan(read(later, team).carried) == [("Collect rulings", "Togo Candidate")]


def test_nothing_is_carried_to_another_cohort(filled, later, team):
    later.cohorts.clear()
    assert read(later, team).carried == ()


def test_the_work_plan_is_a_page_of_the_cohort_with_open_tasks_first(
    filled, later, cohort, task, team, kenya, kenya_coordinator
):
    follow_up(task, state="done", by=team.actor, at=AT)
    said = Task(text="Train", member=kenya, due_on=date(2024, 2, 1))
    add_task(later, said, by=team.actor, at=AT)
    lines = plan_of_cohort(viewer_of(kenya_coordinator), cohort, TODAY)
    assert [(line.item.text, line.late) for line in lines] == [
        ("Train", True),
        ("Collect rulings", False),
        ("Draft case studies", False),
    ]


def test_reminders_ask_what_is_due_and_of_whom(filled, task, kenya, team, wg_member):
    due = work_plan_due(date(2024, 5, 27))
    assert [(each.item, each.person, each.days) for each in due] == [
        (task, wg_member.person, 7)
    ]
    assert work_plan_due(date(2024, 6, 5))[0].days == -2
    assert work_plan_due(date(2024, 5, 1)) == []
    follow_up(task, state="done", by=team.actor, at=AT)
    assert work_plan_due(date(2024, 6, 5)) == []


def test_reminders_leave_cancelled_sessions(filled, task):
    Session.objects.update(cancelled_at=AT, cancelled_why="flood")
    assert work_plan_due(date(2024, 6, 5)) == []


@pytest.mark.parametrize("more", [1, 3])
def test_the_outputs_take_the_same_queries_for_many(
    session, kenya, team, more, django_assert_num_queries
):
    by = {"by": team.actor, "at": AT}
    for number in range(more):
        add_issues(session, member=kenya, text=f"Issue {number}", **by)
        add_needs(session, text=f"Need {number}", members=[kenya], **by)
        add_task(session, Task(text=f"Task {number}", member=kenya), **by)
    with django_assert_num_queries(5):
        found = read(session)
        assert [len(need.members.all()) for need in found.needs] == [1] * more
