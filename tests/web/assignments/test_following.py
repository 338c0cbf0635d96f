"""The project team sets, follows and settles; assessors review on their own page."""

from datetime import date

import pytest

from mwalimu.programmes.models import Assignment, Review, Submission
from mwalimu.programmes.operations.assignments import hand_in
from tests.cast import AT, cast, hold, seat_of
from tests.programmes.assignments.conftest import scores_of

HERE = "/en/desk/cohorts/C-HS/assignments/"
FORM = {
    "code": "IS9",
    "title_en": "A case study",
    "due_on": "2024-03-10",
    "assessors_wanted": "2",
    "rubric_1_en": "Accuracy",
    "rubric_1_most": "10",
    "rubric_2_en": "Clarity",
    "rubric_2_most": "",
}


def page_of(client, somebody, url):
    client.force_login(somebody.account)
    return client.get(url).content.decode()


def test_the_team_sets_opens_and_closes_an_assignment(client, team, cohort):
    client.force_login(team.account)
    response = client.post(f"{HERE}new/", FORM)
    row = Assignment.objects.get()
    assert response.headers["Location"] == f"/en/desk/assignments/{row.uuid}/"
    assert [each.most for each in row.criteria.all()] == [10, 5]
    for step in ("open", "close"):
        client.post(f"/en/desk/assignments/{row.uuid}/{step}/")
    row.refresh_from_db()
    assert row.state == "closed"


def test_a_draft_is_dropped(client, team, cohort):
    client.force_login(team.account)
    client.post(f"{HERE}new/", FORM)
    client.post(f"/en/desk/assignments/{Assignment.objects.get().uuid}/drop/")
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title_en": ""}, "title_en"),
        ({"late_until": "2024-03-09"}, "late_until"),
        ({"due_on": "soon"}, "due_on"),
        ({"rubric_1_most": "0"}, "rubric_1_en"),
        ({"assessors_wanted": "9"}, "assessors_wanted"),
        ({"topic": "CV"}, "topic"),
    ],
)
def test_wrong_entries_are_named_and_kept(changes, field, client, team, cohort):
    client.force_login(team.account)
    response = client.post(f"{HERE}new/", FORM | changes)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert 'value="Accuracy"' in response.content.decode()
    assert not Assignment.objects.exists()


def test_an_edit_keeps_the_rubric(client, team, assignment):
    client.force_login(team.account)
    url = f"/en/desk/assignments/{assignment.uuid}/edit/"
    initial = client.get(url).context["form"].initial
    sent = {key: value for key, value in initial.items() if value not in (None, "")}
    client.post(url, sent | {"title_en": "Renamed"})
    assignment.refresh_from_db()
    assert assignment.titles["en"] == "Renamed"
    assert [each.names["en"] for each in assignment.criteria.all()] == [
        "Accuracy",
        "Clarity",
    ]


def test_a_coordinator_sees_states_of_their_own_people_and_no_work(
    client, assignment, hands_in, wg_member, togo_wg_member, kenya_coordinator
):
    hands_in(wg_member, text="Secret work")
    hands_in(togo_wg_member, text="Other work")
    page = page_of(client, kenya_coordinator, HERE)
    assert "Kenya Candidate" in page
    assert "under review" in page
    assert "Togo Candidate" not in page
    inside = page_of(
        client, kenya_coordinator, f"/en/desk/assignments/{assignment.uuid}/"
    )
    assert "Kenya Candidate" in inside
    assert "Togo Candidate" not in inside
    assert "Secret work" not in page + inside
    assert (
        client.get(
            f"/en/desk/submissions/{Submission.objects.first().uuid}/"
        ).status_code
        == 403
    )


def test_that_assessors_differ_is_said_to_the_team_alone(
    client,
    with_two,
    hands_in,
    reviews,
    wg_member,
    assessor,
    second_assessor,
    team,
    kenya_coordinator,
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "reject", "No.")
    assert "assessors differ" in page_of(client, team, HERE)
    for somebody, url in (
        (kenya_coordinator, HERE),
        (wg_member, "/en/field/assignments/"),
    ):
        page = page_of(client, somebody, url)
        assert "under review" in page
        assert "differ" not in page


def test_the_team_reads_both_reviews_and_decides(
    client, with_two, hands_in, reviews, wg_member, assessor, second_assessor, team
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "reject", "Not enough.")
    url = f"/en/desk/submissions/{row.uuid}/"
    page = page_of(client, team, url)
    assert "First Assessor" in page
    assert "Not enough." in page
    refused = client.post(f"{url}decide/", {"decision": "accept", "reason": ""})
    assert refused.status_code == 422
    client.post(f"{url}decide/", {"decision": "accept", "reason": "It is enough."})
    row.refresh_from_db()
    assert (row.state, row.decided_reason) == ("accepted", "It is enough.")


def test_a_reviewed_version_costs_few_queries(
    client,
    with_two,
    hands_in,
    reviews,
    wg_member,
    assessor,
    second_assessor,
    team,
    django_assert_max_num_queries,
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "reject", "Not enough.")
    client.force_login(team.account)
    with django_assert_max_num_queries(12):
        client.get(f"/en/desk/submissions/{row.uuid}/")


def test_the_team_asks_for_a_third_review(
    client, with_two, hands_in, reviews, wg_member, assessor, second_assessor, team
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "reject", "Not enough.")
    client.force_login(team.account)
    client.post(f"/en/desk/submissions/{row.uuid}/more/")
    row.refresh_from_db()
    assert row.more_reviews == 1


def test_the_team_hands_in_for_somebody(client, assignment, wg_member, team):
    Assignment.objects.update(due_on=date(2100, 1, 1), late_until=None)
    client.force_login(team.account)
    url = f"/en/desk/assignments/{assignment.uuid}/people/{wg_member.person.uuid}/"
    assert client.post(url, {"text": "Work"}).status_code == 422
    client.post(url, {"text": "Work", "reason": "It came by mail."})
    assert Submission.objects.get().reason == "It came by mail."


def test_an_assessor_finds_and_reviews_what_waits(
    client, assignment, hands_in, wg_member, assessor
):
    row = hands_in(wg_member, text="My case study of tyres")
    assert "A case study" in page_of(client, assessor, "/en/field/assignments/")
    url = f"/en/field/assignments/reviews/{row.uuid}/"
    assert "My case study of tyres" in client.get(url).content.decode()
    scores = {f"score_{key}": value for key, value in scores_of(assignment).items()}
    client.post(url, {**scores, "decision": "accept", "remarks": "Good."})
    assert Review.objects.get().scores.count() == 2
    assert "You have reviewed this version" in client.get(url).content.decode()


@pytest.mark.parametrize("score", ["6", "-1", "", "many", "4.5"])
def test_a_wrong_score_is_said_at_its_line_and_the_remarks_stay(
    score, client, assignment, hands_in, wg_member, assessor
):
    row = hands_in(wg_member)
    client.force_login(assessor.account)
    first, second = [f"score_{each.pk}" for each in assignment.criteria.all()]
    sent = {first: score, second: "3", "decision": "accept", "remarks": "Typed."}
    response = client.post(f"/en/field/assignments/reviews/{row.uuid}/", sent)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [first]
    assert "Typed." in response.content.decode()
    assert not Review.objects.exists()


def test_work_of_ones_own_administration_is_not_found(
    client, hands_in, wg_member, kenya_assessor
):
    row = hands_in(wg_member)
    assert "A case study" not in page_of(
        client, kenya_assessor, "/en/field/assignments/"
    )
    assert client.get(f"/en/field/assignments/reviews/{row.uuid}/").status_code == 404


@pytest.mark.parametrize("people", [1, 3])
def test_the_matrix_costs_few_queries(
    people,
    client,
    assignment,
    cohort,
    system,
    kenya,
    team,
    django_assert_max_num_queries,
):
    for number in range(people):
        somebody = cast(f"Person {number}", system, kenya)
        hold(seat_of(cohort, kenya, number + 1), somebody.person, system)
        hand_in(
            assignment, person=somebody.person, text="Work", by=somebody.actor, at=AT
        )
    client.force_login(team.account)
    with django_assert_max_num_queries(12):
        page = client.get(HERE)
    assert len(page.context["matrix"].rows) == people
