"""Scores: on the scale, final, of nobody near, and seen by few."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Affiliation
from mwalimu.people.permissions import OPERATOR, PUBLIC
from mwalimu.programmes.models import DemoAssessor, DemoScore
from mwalimu.programmes.operations.demos import DemoRefused, give_score
from mwalimu.programmes.permissions.demos import scores_visible_to, slots_visible_to
from mwalimu.programmes.queries.demos import (
    schedule,
    schedule_of,
    slot_to_score,
    slots_to_score,
    slots_to_teach,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, cast


def viewer(somebody):
    return viewer_of(somebody.account, AT.date())


def test_a_named_assessor_scores_and_the_audit_line_says_no_score(scores, assessor):
    row = scores(assessor, 5, 4, 3, remarks="Lively")
    assert (row.skill, row.expertise, row.content) == (5, 4, 3)
    line = AuditLine.objects.get(verb="score")
    assert line.after == {}


@pytest.mark.parametrize("criterion", ["skill", "expertise", "content"])
@pytest.mark.parametrize("value", [0, 6, -1, 100])
def test_a_score_outside_the_scale_is_refused_at_its_criterion(
    criterion, value, scores, assessor
):
    with pytest.raises(DemoRefused, match="from 1 to 5") as refused:
        scores(assessor, **{criterion: value})
    assert refused.value.field == criterion
    assert not DemoScore.objects.exists()


def test_the_database_keeps_to_the_scale_too(slot, assessor, system):
    with pytest.raises(IntegrityError), transaction.atomic():
        DemoScore.objects.create(
            slot=slot,
            assessor=assessor.person,
            skill=6,
            expertise=1,
            content=1,
            given_at=AT,
            given_by=system,
        )


def test_a_score_is_final_and_a_second_tap_changes_nothing(scores, assessor):
    assert scores(assessor) == scores(assessor)
    for changes in ({"skill": 5}, {"remarks": "More"}):
        with pytest.raises(DemoRefused, match="final"):
            scores(assessor, **changes)
    assert DemoScore.objects.get().skill == 4


@pytest.mark.parametrize(
    "who", ["team", "kenya_coordinator", "reader", "kenya_assessor"]
)
def test_who_is_not_named_scores_not(who, scores, request):
    with pytest.raises(DemoRefused, match="not named"):
        scores(request.getfixturevalue(who))


def test_nobody_scores_themselves(slot, scores, wg_member):
    DemoAssessor.objects.create(slot=slot, person=wg_member.person)
    with pytest.raises(DemoRefused, match="themselves"):
        scores(wg_member)


def test_whoever_came_to_the_candidates_administration_scores_no_more(
    scores, assessor, kenya
):
    Affiliation.objects.create(
        person=assessor.person, member=kenya, sector="customs", since=date(2024, 2, 1)
    )
    with pytest.raises(DemoRefused, match="own administration"):
        scores(assessor)
    assert not DemoScore.objects.exists()


def test_remarks_that_nobody_can_read_are_refused(slot, assessor):
    with pytest.raises(DemoRefused, match="nobody can read"):
        give_score(
            slot,
            skill=1,
            expertise=1,
            content=1,
            remarks="a\u202eb",
            by=assessor.actor,
            at=AT,
        )


def test_before_all_are_in_each_sees_their_own_alone(
    scores, assessor, second_assessor, team
):
    mine = scores(assessor)
    assert list(scores_visible_to(viewer(assessor))) == [mine]
    for somebody in (second_assessor, team):
        assert not scores_visible_to(viewer(somebody)).exists()
    assert not scores_visible_to(OPERATOR).exists()


def test_once_all_are_in_the_assessors_and_the_team_see_them(
    complete, assessor, second_assessor, team
):
    for somebody in (assessor, second_assessor, team):
        assert scores_visible_to(viewer(somebody)).count() == 2


@pytest.mark.parametrize(
    "who",
    [
        "wg_member",
        "togo_wg_member",
        "kenya_coordinator",
        "togo_coordinator",
        "head",
        "kenya_registrar",
        "reader",
        "kenya_trainer",
        "kenya_assessor",
    ],
)
def test_nobody_else_ever_sees_a_score(who, complete, session, request):
    somebody = request.getfixturevalue(who)
    assert not scores_visible_to(viewer(somebody)).exists()
    for line in schedule_of(session, viewer(somebody)):
        assert not line.spreads
        assert not any(each.score for each in line.assessors)


def test_the_public_sees_neither_slots_nor_scores(complete):
    assert not scores_visible_to(PUBLIC).exists()
    assert not slots_visible_to(PUBLIC).exists()


def test_a_candidate_on_the_team_does_not_see_their_own_scores(
    complete, wg_member, system
):
    from mwalimu.people.models import Role, RoleAssignment

    RoleAssignment.objects.create(
        person=wg_member.person,
        role=Role.PROJECT_TEAM,
        since=date(2020, 1, 1),
        assigned_by=system,
    )
    assert not scores_visible_to(viewer(wg_member)).exists()


def test_the_team_sees_who_is_in_and_not_what_they_gave(
    slot, scores, session, assessor, team
):
    scores(assessor)
    line = schedule_of(session, viewer(team))[0]
    assert [(each.person.name, each.given) for each in line.assessors] == [
        ("First Assessor", True),
        ("Second Assessor", False),
    ]
    assert (line.complete, line.spreads, line.differs) == (False, {}, False)


def test_two_points_apart_is_marked(complete, session, team):
    line = schedule_of(session, viewer(team))[0]
    assert line.complete
    assert [each.differs for each in line.spreads.values()] == [True, False, False]
    assert line.spreads["skill"].scores == (3, 5)


def test_an_assessor_sees_the_slots_they_score_and_a_candidate_their_own(
    slot, slots, assessor, wg_member, togo_wg_member
):
    assert [line.slot for line in slots_to_score(viewer(assessor))] == [slot]
    assert slots_to_teach(viewer(wg_member)) == [slot]
    assert slots_to_teach(viewer(togo_wg_member)) == [slots[1]]
    assert slots_to_score(viewer(wg_member)) == []


def test_of_those_scored_already_the_last_ones_are_shown(slot, assessor, monkeypatch):
    monkeypatch.setattr(schedule, "SCORED_LAST", 1)
    give_score(slot, skill=4, expertise=4, content=4, by=assessor.actor, at=AT)
    assert [line.slot for line in slots_to_score(viewer(assessor))] == [slot]
    monkeypatch.setattr(schedule, "SCORED_LAST", 0)
    assert slots_to_score(viewer(assessor)) == []
    assert slot_to_score(viewer(assessor), slot.uuid).slot == slot


def test_an_assessor_of_another_slot_sees_no_score_of_this_one(
    complete, slots, system, team
):
    other = cast("Another Assessor", system, None, "assessor")
    DemoAssessor.objects.create(slot=slots[1], person=other.person)
    assert not scores_visible_to(viewer(other)).exists()


@pytest.mark.parametrize("count", [1, 2])
def test_the_schedule_costs_the_same_for_one_and_for_two(
    count, slots, session, team, django_assert_num_queries
):
    if count == 1:
        slots[1].delete()
    looking = viewer(team)
    with django_assert_num_queries(4):
        assert len(schedule_of(session, looking)) == count
