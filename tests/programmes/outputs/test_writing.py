"""Writing down issues, needs and tasks: who may, and what is refused."""

from datetime import date, timedelta

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import SessionIssue, TrainingNeed, WorkItem
from mwalimu.programmes.operations.outputs import (
    OutputRefused,
    Task,
    add_issues,
    add_needs,
    add_task,
    change_issue,
    change_need,
    change_task,
    drop_issue,
    drop_need,
    drop_task,
    follow_up,
)
from mwalimu.programmes.queries.outputs import tasks_held
from tests.cast import AT, hold, make_person, seat_of

LATER = AT + timedelta(days=30)


@pytest.mark.parametrize(
    "role", ["team", "kenya_coordinator", "kenya_deputy", "wg_member"]
)
def test_issues_are_added_line_by_line_by_ones_own(session, kenya, role, request):
    by = request.getfixturevalue(role).actor
    text = "Few trainers\n\n  Old  tariff \nFew trainers"
    for _ in range(2):  # sent twice: nothing is there twice
        add_issues(session, member=kenya, text=text, by=by, at=AT)
    rows = SessionIssue.objects.values_list("text", "member__code", "shared")
    assert list(rows) == [("Few trainers", "KE", False), ("Old tariff", "KE", False)]


@pytest.mark.parametrize(
    "role",
    ["togo_coordinator", "togo_wg_member", "head", "organiser", "reader"],
)
def test_nobody_else_adds_issues_of_kenya(session, kenya, role, request):
    with pytest.raises(OutputRefused, match="own coordinators and WG members"):
        add_issues(
            session,
            member=kenya,
            text="Weak",
            by=request.getfixturevalue(role).actor,
            at=AT,
        )
    assert not SessionIssue.objects.exists()


def test_a_replaced_wg_member_adds_nothing_any_more(session, kenya, wg_member):
    holding = seat_of(session.cohorts.get(), kenya).holdings.get()
    holding.until, holding.ended = date(2024, 2, 1), "withdrawn"
    holding.save()
    with pytest.raises(OutputRefused):
        add_issues(session, member=kenya, text="X", by=wg_member.actor, at=AT)


@pytest.mark.parametrize(
    "text", ["", " \n ", "x" * 501, "\n".join(map(str, range(51)))]
)
def test_nothing_and_too_much_are_refused(session, kenya, team, text):
    with pytest.raises(ValueError) as refused:
        add_issues(session, member=kenya, text=text, by=team.actor, at=AT)
    assert refused.value.field == "text"


def test_an_issue_is_worded_anew_shared_and_removed(
    session, kenya, kenya_coordinator, togo_coordinator
):
    by = {"by": kenya_coordinator.actor, "at": AT}
    (row,) = add_issues(session, member=kenya, text="Few trainers", **by)
    change_issue(row, text="Too few trainers", shared=True, **by)
    with pytest.raises(OutputRefused):
        drop_issue(row, by=togo_coordinator.actor, at=AT)
    assert SessionIssue.objects.get().text == "Too few trainers"
    drop_issue(row, **by)
    verbs = AuditLine.objects.filter(subject="issue").values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["add", "edit", "remove"]


def test_needs_are_the_teams_to_write_down(
    session, kenya, togo, topics, team, kenya_coordinator
):
    by = {"by": team.actor, "at": AT}
    text = "Rulings\nSamples"
    first, second = add_needs(
        session, text=text, topic=topics["HS"], members=[kenya], **by
    )
    assert add_needs(session, text=text, **by) == []
    change_need(first, text="Binding rulings", members=[kenya, togo], **by)
    drop_need(second, **by)
    row = TrainingNeed.objects.get()
    assert (row.text, row.topic, row.members.count()) == ("Binding rulings", None, 2)
    with pytest.raises(OutputRefused, match="project team"):
        add_needs(session, text="X", by=kenya_coordinator.actor, at=AT)


def test_a_task_is_its_owners_members_too(task, kenya, wg_member):
    assert (task.member, task.person, task.state) == (kenya, wg_member.person, "open")


def test_a_person_of_another_member_or_of_none_of_them_owns_no_task(
    session, togo, wg_member, reader, team
):
    for member, person in ((togo, wg_member.person), (None, reader.person)):
        said = Task(text="Draft", member=member, person=person)
        with pytest.raises(OutputRefused) as refused:
            add_task(session, said, by=team.actor, at=AT)
        assert refused.value.field == "person"
    assert not WorkItem.objects.exists()


def test_a_member_that_takes_no_part_owns_no_task(session, togo, team):
    session.cohorts.get().members.remove(togo)
    with pytest.raises(OutputRefused, match="does not take part"):
        add_task(session, Task(text="Draft", member=togo), by=team.actor, at=AT)


def test_a_task_is_changed_and_no_name_is_in_the_trail(task, wg_member, team):
    said = Task(text="Draft five case studies", person=wg_member.person)
    change_task(task, said, by=team.actor, at=AT)
    lines = AuditLine.objects.filter(subject="task").order_by("pk")
    assert [line.verb for line in lines] == ["add", "edit"]
    trail = str([(line.before, line.after) for line in lines])
    assert wg_member.person.name not in trail
    assert str(wg_member.person.uuid) in trail


@pytest.mark.parametrize("role", ["team", "kenya_coordinator", "wg_member"])
def test_its_owners_say_how_far_a_task_is(task, role, request):
    by = request.getfixturevalue(role).actor
    follow_up(task, state="under_way", text="Two drafts", by=by, at=LATER)
    follow_up(task, state="done", day=date(2024, 3, 15), by=by, at=LATER)
    task.refresh_from_db()
    assert (task.state, task.closed_on) == ("under_way", None)  # the latest day counts
    follow_up(task, state="done", by=by, at=LATER)
    task.refresh_from_db()
    assert (task.state, task.closed_on) == ("done", LATER.date())
    follow_up(task, state="under_way", text="Not quite", by=by, at=LATER)
    task.refresh_from_db()
    assert (task.state, task.closed_on) == ("under_way", None)


@pytest.mark.parametrize(
    "role", ["togo_coordinator", "togo_wg_member", "organiser", "head", "reader"]
)
def test_nobody_else_says_how_far_it_is(task, role, request):
    by = request.getfixturevalue(role).actor
    with pytest.raises(OutputRefused, match="Only who owns"):
        follow_up(task, state="done", by=by, at=AT)
    assert WorkItem.objects.get().state == "open"


def test_a_colleague_follows_up_for_the_member(
    task, session, kenya, system, wg_member, kenya_registrar
):
    seat = seat_of(session.cohorts.get(), kenya, 2)
    hold(seat, kenya_registrar.person, system)
    follow_up(task, state="under_way", by=kenya_registrar.actor, at=AT)
    assert WorkItem.objects.get().state == "under_way"


@pytest.mark.parametrize(
    ("said", "role", "field"),
    [
        ({"state": "lost"}, "team", "state"),
        ({"state": "done", "day": date(2024, 3, 2)}, "team", "day"),
        ({"state": "done", "day": date(1889, 3, 2)}, "team", "day"),
        ({"state": "done", "text": "x" * 1001}, "team", "text"),
        ({"state": "dropped"}, "team", "text"),
        ({"state": "dropped", "text": "No funds"}, "wg_member", "state"),
    ],
)
def test_a_follow_up_that_makes_no_sense_is_refused(task, said, role, field, request):
    by = request.getfixturevalue(role).actor
    with pytest.raises(ValueError) as refused:
        follow_up(task, **said, by=by, at=AT)
    assert refused.value.field == field
    assert not task.notes.exists()


def test_a_task_with_follow_up_stays_on_record(task, team):
    follow_up(task, state="dropped", text="No funds", by=team.actor, at=AT)
    with pytest.raises(OutputRefused, match="stays on record"):
        drop_task(task, by=team.actor, at=AT)
    task.notes.all().delete()
    drop_task(task, by=team.actor, at=AT)
    assert not WorkItem.objects.exists()


def test_forgetting_somebody_leaves_the_task_with_the_member(
    task, kenya, wg_member, team
):
    held = tasks_held(wg_member.person)
    assert [row["task"] for row in held] == ["Draft case studies"]
    erase_person(wg_member.person, by=team.actor, at=AT)
    task.refresh_from_db()
    assert (task.person, task.member) == (None, kenya)


def test_somebody_who_came_as_a_guest_can_own_a_task(session, system, kenya, team):
    person = make_person("Observer", system, kenya)
    session.guests.create(person=person, reason="x", added_at=AT, added_by=team.actor)
    row = add_task(session, Task(text="Report", person=person), by=team.actor, at=AT)
    assert (row.person, row.member) == (person, kenya)
