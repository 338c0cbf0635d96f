"""Who sees which assignment, which work, and how far whom."""

from datetime import date

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.people.permissions import PUBLIC
from mwalimu.programmes.models import Assignment, Holding, Submission, SubmissionFile
from mwalimu.programmes.operations.assignments import hand_in
from mwalimu.programmes.permissions.assignments import (
    assignments_visible_to,
    judged_by,
    submissions_visible_to,
)
from mwalimu.programmes.queries.assignments import (
    differing,
    due_soon,
    matrix_of,
    task_of,
    tasks_of,
    to_review,
    versions_for_author,
    versions_for_team,
    waiting_for_review,
    work_held,
)
from mwalimu.shared.models import StoredFile
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, cast, hold, seat_of
from tests.programmes.assignments.conftest import LATE, OVER, a_file

ON = AT.date()


def viewer(somebody):
    return viewer_of(somebody.account, ON)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("team", True),
        ("wg_member", True),
        ("assessor", True),
        ("kenya_coordinator", True),
        ("head", True),
        ("kenya_registrar", False),
        ("reader", False),
        ("kenya_trainer", False),
    ],
)
def test_who_sees_an_assignment(who, sees, assignment, request):
    somebody = request.getfixturevalue(who)
    assert assignments_visible_to(viewer(somebody)).exists() is sees


def test_a_draft_and_a_programme_being_prepared_are_the_teams(
    assignment, wg_member, assessor, team, cohort
):
    Assignment.objects.update(state="draft")
    assert [assignments_visible_to(viewer(w)).count() for w in (wg_member, team)] == [
        0,
        1,
    ]
    Assignment.objects.update(state="open")
    cohort.programme.status = "prepared"
    cohort.programme.save()
    assert [assignments_visible_to(viewer(w)).count() for w in (assessor, team)] == [
        0,
        1,
    ]


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("team", True),
        ("wg_member", True),
        ("assessor", True),
        ("kenya_assessor", False),
        ("kenya_coordinator", False),
        ("head", False),
        ("togo_wg_member", False),
        ("reader", False),
    ],
)
def test_who_reads_what_was_handed_in(who, reads, hands_in, wg_member, request):
    hands_in(wg_member)
    somebody = request.getfixturevalue(who)
    assert submissions_visible_to(viewer(somebody), ON).exists() is reads


def test_the_public_sees_nothing(hands_in, wg_member):
    hands_in(wg_member)
    assert not assignments_visible_to(PUBLIC).exists()
    assert not submissions_visible_to(PUBLIC, ON).exists()
    assert not judged_by(PUBLIC, ON).exists()


def test_the_author_reads_nothing_of_a_review_before_it_is_settled(
    with_two, hands_in, reviews, wg_member, assessor, second_assessor
):
    row = hands_in(wg_member)
    reviews(assessor, row, remarks="The secret remark")
    (version,) = versions_for_author(with_two, wg_member.person.pk)
    assert version.remarks == ()
    (for_team,) = versions_for_team(with_two, wg_member.person.pk)
    assert for_team.remarks[0].who == "First Assessor"
    reviews(second_assessor, row)
    (version,) = versions_for_author(with_two, wg_member.person.pk)
    assert [remark.remarks for remark in version.remarks] == [
        "The secret remark",
        "Well done.",
    ]
    assert {remark.who for remark in version.remarks} == {""}
    assert [score for _, score in version.remarks[0].scores] == [4, 4]


def test_what_waits_for_an_assessor(
    with_two, hands_in, reviews, wg_member, togo_wg_member, assessor, kenya_assessor
):
    kenyan, togolese = hands_in(wg_member), hands_in(togo_wg_member, text="Other")
    assert list(to_review(viewer(assessor), ON)) == [kenyan, togolese]
    assert list(to_review(viewer(kenya_assessor), ON)) == [togolese]
    reviews(assessor, kenyan)
    assert list(to_review(viewer(assessor), ON)) == [togolese]
    assert [row.given for row in waiting_for_review(ON)] == [1, 0]


def test_what_differs_waits_for_the_team_alone(
    with_two, hands_in, reviews, wg_member, assessor, second_assessor, team
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "reject", "No.")
    assert list(differing(viewer(team))) == [row]
    assert list(differing(viewer(assessor))) == []
    assert list(to_review(viewer(team), ON)) == []


def test_a_person_sees_what_to_do_and_until_when(assignment, wg_member):
    (task,) = tasks_of(wg_member.person.pk, AT)
    assert (task.progress, task.may_hand_in) == ("to_do", True)
    assert task.deadline.zone == "Africa/Nairobi"
    (late,) = tasks_of(wg_member.person.pk, LATE)
    assert (late.progress, late.waits_for_person) == ("overdue", True)
    (over,) = tasks_of(wg_member.person.pk, OVER)
    assert (over.progress, over.may_hand_in) == ("missed", False)


def test_whoever_never_held_a_seat_has_no_task(assignment, wg_member, assessor):
    assert tasks_of(assessor.person.pk, AT) == []
    assert task_of(assignment, assessor.person.pk, AT) is None
    assert task_of(assignment, wg_member.person.pk, AT) is not None


def test_the_matrix_shows_an_administration_its_own_people(
    assignment, cohort, hands_in, wg_member, togo_wg_member, kenya_coordinator, team
):
    hands_in(wg_member, at=LATE)
    matrix = matrix_of(cohort, viewer(kenya_coordinator), LATE)
    assert [row.person.name for row in matrix.rows] == ["Kenya Candidate"]
    assert matrix.rows[0].cells[0].late is True
    all_of_it = matrix_of(cohort, viewer(team), LATE)
    (column,) = all_of_it.columns
    assert (column.asked, column.here, column.waiting, column.late) == (2, 1, 1, 1)


def test_whoever_left_is_shown_only_where_something_was_handed_in(
    assignment, cohort, hands_in, wg_member, togo_wg_member, team
):
    hands_in(wg_member)
    Holding.objects.update(until=date(2024, 3, 4), ended="replaced")
    matrix = matrix_of(cohort, viewer(team), LATE)
    assert [(row.person, row.current) for row in matrix.rows] == [
        (wg_member.person, False)
    ]


@pytest.mark.parametrize("people", [1, 3])
def test_the_matrix_costs_the_same_for_one_and_for_three(
    people, assignment, cohort, system, kenya, team, django_assert_num_queries
):
    for number in range(people):
        somebody = cast(f"Person {number}", system, kenya)
        hold(seat_of(cohort, kenya, number + 1), somebody.person, system)
        hand_in(
            assignment, person=somebody.person, text="Work", by=somebody.actor, at=AT
        )
    looking = viewer(team)
    with django_assert_num_queries(4):
        assert len(matrix_of(cohort, looking, AT).rows) == people


def test_the_digest_is_told_whose_work_is_due(
    assignment, hands_in, wg_member, togo_wg_member
):
    hands_in(togo_wg_member)
    (due,) = due_soon(ON)
    assert (due.person, due.days) == (wg_member.person, 9)
    assert due_soon(date(2024, 2, 1)) == []
    assert [due.days for due in due_soon(date(2024, 3, 12))] == [-2]
    assert due_soon(date(2024, 3, 20)) == []


def test_a_repeat_is_due_as_long_as_it_is_open(
    assignment, hands_in, reviews, wg_member, assessor
):
    reviews(assessor, hands_in(wg_member), "repeat", "More.")
    (due,) = due_soon(date(2024, 4, 1))
    assert due.task.progress == "repeat"
    Assignment.objects.update(state="closed")
    assert due_soon(date(2024, 4, 1)) == []


def test_a_persons_export_holds_work_and_remarks_once_settled(
    with_two, hands_in, reviews, wg_member, assessor, second_assessor
):
    row = hands_in(wg_member, files=[a_file()])
    reviews(assessor, row)
    held = work_held(wg_member.person)["submissions"][0]
    assert (held["text"], held["said"]) == ("My case study.", [])
    reviews(second_assessor, row)
    held = work_held(wg_member.person)["submissions"][0]
    assert held["said"][0]["remarks"] == "Well done."
    assert held["files"] == [{"name": "case.pdf", "size": 13}]
    assert work_held(assessor.person)["reviews"][0]["decision"] == "accept"


def test_erasing_a_person_clears_what_they_wrote_and_what_was_said(
    hands_in,
    reviews,
    wg_member,
    togo_wg_member,
    assessor,
    team,
    django_capture_on_commit_callbacks,
):
    row = hands_in(wg_member, files=[a_file(), a_file(b"%PDF-own", "own.pdf")])
    hands_in(togo_wg_member, files=[a_file()])
    reviews(assessor, row)
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(wg_member.person, by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.text, row.state) == ("", "accepted")
    assert row.reviews.get().remarks == ""
    assert SubmissionFile.objects.count() == StoredFile.objects.count() == 1
    assert Submission.objects.get(person=togo_wg_member.person).text
