"""Reviews: scores in range, no friends, final, and settled when assessors agree."""

from datetime import date

import pytest

from mwalimu.people.models import Affiliation, Role, RoleAssignment
from mwalimu.programmes.models import Holding, Review, Submission
from mwalimu.programmes.operations.assignments import (
    WorkRefused,
    ask_one_more_review,
    decide,
)
from tests.cast import AT, cast, hold, seat_of
from tests.programmes.assignments.conftest import scores_of


@pytest.fixture
def third_assessor(system):
    return cast("Third Assessor", system, None, Role.ASSESSOR)


@pytest.fixture
def differ(with_two, hands_in, reviews, wg_member, assessor, second_assessor):
    """A version that one assessor accepts and the other wants repeated."""
    row = hands_in(wg_member)
    reviews(assessor, row, "accept")
    reviews(second_assessor, row, "repeat", "Say more.")
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    ("decision", "state"),
    [("accept", "accepted"), ("repeat", "repeat"), ("reject", "rejected")],
)
def test_one_review_settles_where_one_is_wanted(
    decision, state, hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    review = reviews(assessor, row, decision)
    row.refresh_from_db()
    assert (row.state, row.settled_at) == (state, AT)
    assert [each.score for each in review.scores.all()] == [4, 4]


def test_two_who_agree_settle_and_the_first_alone_does_not(
    with_two, hands_in, reviews, wg_member, assessor, second_assessor
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    row.refresh_from_db()
    assert row.state == "handed_in"
    reviews(second_assessor, row)
    row.refresh_from_db()
    assert row.state == "accepted"


def test_two_who_differ_settle_nothing(differ):
    assert (differ.state, differ.settled_at) == ("handed_in", None)


def test_the_team_decides_where_they_differ(differ, team):
    with pytest.raises(WorkRefused, match="Say why"):
        decide(differ, decision="accept", reason=" ", by=team.actor, at=AT)
    with pytest.raises(WorkRefused, match="Choose a decision"):
        decide(differ, decision="maybe", reason="Why", by=team.actor, at=AT)
    decide(differ, decision="accept", reason="It is enough.", by=team.actor, at=AT)
    differ.refresh_from_db()
    assert (differ.state, differ.decided_reason) == ("accepted", "It is enough.")
    assert differ.decided_by == team.actor


def test_a_third_review_decides_by_two_of_three(differ, team, reviews, third_assessor):
    ask_one_more_review(differ, by=team.actor, at=AT)
    with pytest.raises(WorkRefused, match="do not differ"):
        decide(differ, decision="accept", reason="Why", by=team.actor, at=AT)
    reviews(third_assessor, differ, "repeat", "Say more.")
    differ.refresh_from_db()
    assert differ.state == "repeat"


def test_three_who_say_three_things_leave_it_to_the_team(
    differ, team, reviews, third_assessor
):
    ask_one_more_review(differ, by=team.actor, at=AT)
    reviews(third_assessor, differ, "reject", "No.")
    with pytest.raises(WorkRefused, match="asked for already"):
        ask_one_more_review(differ, by=team.actor, at=AT)
    decide(differ, decision="repeat", reason="One more try.", by=team.actor, at=AT)
    differ.refresh_from_db()
    assert differ.state == "repeat"


@pytest.mark.parametrize("who", ["kenya_coordinator", "assessor", "wg_member"])
def test_nobody_else_decides(who, differ, request):
    somebody = request.getfixturevalue(who)
    with pytest.raises(WorkRefused, match="Only the project team"):
        decide(differ, decision="accept", reason="Why", by=somebody.actor, at=AT)


@pytest.mark.parametrize("score", [-1, 6, 100])
def test_a_score_outside_the_scale_is_refused_at_its_line(
    score, assignment, hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    first = assignment.criteria.first()
    scores = scores_of(assignment) | {first.pk: score}
    with pytest.raises(WorkRefused, match="from 0 to 5") as refused:
        reviews(assessor, row, scores=scores)
    assert refused.value.field == f"score_{first.pk}"
    assert not Review.objects.exists()


def test_every_line_is_scored_and_no_other(
    assignment, hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    first = assignment.criteria.first()
    with pytest.raises(WorkRefused, match="from 0 to 5"):
        reviews(assessor, row, scores={first.pk: 3})
    with pytest.raises(WorkRefused, match="load the page anew"):
        reviews(assessor, row, scores=scores_of(assignment) | {10**6: 3})


@pytest.mark.parametrize("decision", ["repeat", "reject"])
def test_whoever_says_no_says_what_is_missing(
    decision, hands_in, reviews, wg_member, assessor
):
    with pytest.raises(WorkRefused, match="what is missing"):
        reviews(assessor, hands_in(wg_member), decision, " ")


def test_a_review_is_final_and_a_second_click_changes_nothing(
    with_two, hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    assert reviews(assessor, row) == reviews(assessor, row)
    with pytest.raises(WorkRefused, match="final"):
        reviews(assessor, row, "reject", "I changed my mind.")
    assert Review.objects.get().decision == "accept"


def test_nobody_reviews_their_own_work(cohort, system, kenya, hands_in, reviews):
    both = cast("Both", system, kenya, Role.ASSESSOR)
    hold(seat_of(cohort, kenya, 2), both.person, system)
    with pytest.raises(WorkRefused, match="their own work"):
        reviews(both, hands_in(both))


def test_nobody_reviews_work_of_their_own_administration(
    hands_in, reviews, wg_member, kenya_assessor, togo_wg_member
):
    with pytest.raises(WorkRefused, match="own administration"):
        reviews(kenya_assessor, hands_in(wg_member))
    assert reviews(kenya_assessor, hands_in(togo_wg_member))


def test_an_assessor_who_plays_a_role_for_a_member_is_near_to_it(
    hands_in, reviews, wg_member, assessor, kenya, system
):
    RoleAssignment.objects.create(
        person=assessor.person,
        role=Role.REGISTRAR,
        member=kenya,
        since=date(2020, 1, 1),
        assigned_by=system,
    )
    with pytest.raises(WorkRefused, match="own administration"):
        reviews(assessor, hands_in(wg_member))


def test_the_seat_tells_whose_a_person_is_even_where_they_moved(
    hands_in, reviews, wg_member, kenya_assessor
):
    Affiliation.objects.filter(person=wg_member.person).delete()
    with pytest.raises(WorkRefused, match="own administration"):
        reviews(kenya_assessor, hands_in(wg_member))


@pytest.mark.parametrize(
    "who", ["kenya_coordinator", "togo_wg_member", "reader", "head"]
)
def test_who_is_no_assessor_reviews_nothing(who, hands_in, reviews, wg_member, request):
    with pytest.raises(WorkRefused):
        reviews(request.getfixturevalue(who), hands_in(wg_member))
    assert not Review.objects.exists()


def test_an_older_version_is_not_reviewed(hands_in, reviews, wg_member, assessor):
    old = hands_in(wg_member, text="Old")
    hands_in(wg_member, text="New")
    with pytest.raises(WorkRefused, match="newer version"):
        reviews(assessor, old)


def test_no_review_comes_after_the_last_that_was_wanted(
    with_two, hands_in, reviews, wg_member, assessor, second_assessor, third_assessor
):
    row = hands_in(wg_member)
    reviews(assessor, row)
    reviews(second_assessor, row, "repeat", "More.")
    with pytest.raises(WorkRefused, match="No further review"):
        reviews(third_assessor, row)


def test_an_unknown_decision_is_refused(hands_in, reviews, wg_member, assessor):
    with pytest.raises(WorkRefused, match="Choose a decision"):
        reviews(assessor, hands_in(wg_member), "perhaps")


def test_a_version_is_still_reviewed_when_its_author_was_replaced(
    hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    Holding.objects.update(until=date(2024, 2, 1), ended="replaced")
    reviews(assessor, row)
    assert Submission.objects.get().state == "accepted"
