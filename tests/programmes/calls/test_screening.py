"""Scores stay inside; a name is accepted, or another is asked for."""

from datetime import date
from fractions import Fraction

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Affiliation, Role, RoleAssignment
from mwalimu.people.permissions import Grant, Viewer
from mwalimu.people.queries import assigned_grants
from mwalimu.programmes.models import Nomination, NominationScore, Session
from mwalimu.programmes.operations import (
    CallRefused,
    accept_nomination,
    ask_for_another_name,
    begin_holding,
    conclude_call,
    score_nomination,
    undo_holding,
    withdraw,
)
from mwalimu.programmes.permissions import (
    calls_visible_to,
    nominations_visible_to,
    nominees,
    scores_visible_to,
)
from mwalimu.programmes.queries.calls import (
    call_page,
    nominations_held,
    scores_of,
)
from mwalimu.qualification.permissions import persons_visible_to
from tests.cast import AT, make_person, seat_of

APRIL = date(2024, 4, 1)


def refused(verb, *args, **kwargs):
    """The field for which it was refused."""
    with pytest.raises(CallRefused) as error:
        verb(*args, at=AT, **kwargs)
    return error.value.field


def viewer_of(somebody):
    grants = assigned_grants(somebody.person, AT.date())
    return Viewer(somebody.account.pk, somebody.person.pk, grants)


def give(nomination, rubric, somebody, *scores):
    given = dict(zip(rubric, scores, strict=True))
    score_nomination(nomination, scores=given, by=somebody.actor, at=AT)


def test_the_administration_and_the_nominee_never_read_scores(
    nomination, rubric, team, kenya_coordinator, head, amina
):
    give(nomination, rubric, team, 4, 2)
    nominee = Viewer(9, amina.pk, frozenset({Grant("candidate", 1)}))
    for viewer in (viewer_of(kenya_coordinator), viewer_of(head), nominee):
        assert not scores_visible_to(viewer)
        assert scores_of(nomination, viewer)[0].mine is None
    assert scores_visible_to(viewer_of(team)).count() == 2


def test_the_own_download_says_that_scores_exist_and_not_which(
    nomination, rubric, team, amina
):
    give(nomination, rubric, team, 4, 2)
    (held,) = nominations_held(amina)
    assert held["scored_by"] == 1
    assert held["motivation"] == "Ten years in classification."
    assert not {"scores", "score", "mean"} & set(held)


def test_the_trail_keeps_no_score(nomination, rubric, team):
    give(nomination, rubric, team, 4, 2)
    line = AuditLine.objects.get(verb="score")
    assert (line.before, line.after) == ({}, {})


def test_scorers_are_blind_until_their_own_scores_are_in(
    nomination, rubric, team, second_scorer, call
):
    give(nomination, rubric, team, 5, 5)
    viewer = viewer_of(second_scorer)
    assert scores_of(nomination, viewer)[0].others == ()
    assert call_page(call, viewer, AT).scored[nomination.pk].spread is None
    give(nomination, rubric, second_scorer, 0, 5)
    assert scores_of(nomination, viewer)[0].others == (5,)
    found = call_page(call, viewer, AT).scored[nomination.pk].spread
    assert (found.lowest, found.highest) == (Fraction(1, 4), Fraction(1))


def test_scorers_who_are_far_apart_are_marked(nomination, rubric, team, second_scorer):
    give(nomination, rubric, team, 5, 5)
    give(nomination, rubric, second_scorer, 0, 5)
    lines = scores_of(nomination, viewer_of(team))
    assert [line.apart for line in lines] == [True, False]


def test_a_scorer_may_change_their_mind(nomination, rubric, team):
    give(nomination, rubric, team, 5, 5)
    give(nomination, rubric, team, 3, 5)
    assert NominationScore.objects.count() == 2


@pytest.mark.parametrize("wrong", [-1, 6, None])
def test_a_score_out_of_range_is_refused(nomination, rubric, team, wrong):
    scores = {rubric[0]: 3, rubric[1]: wrong}
    by = team.actor
    assert refused(score_nomination, nomination, scores=scores, by=by) == "score_2"
    assert not NominationScore.objects.exists()


def test_a_gap_is_refused(nomination, rubric, team):
    scores = {rubric[0]: 3}
    by = team.actor
    assert refused(score_nomination, nomination, scores=scores, by=by) == "score_2"


def test_nobody_scores_their_own_administration(nomination, rubric, team, kenya):
    Affiliation.objects.create(person=team.person, member=kenya, sector="customs")
    scores = dict.fromkeys(rubric, 3)
    assert refused(score_nomination, nomination, scores=scores, by=team.actor) == ""


def test_who_plays_a_role_for_an_administration_does_not_score_its_names(
    nomination, rubric, team, kenya, system
):
    RoleAssignment.objects.create(
        person=team.person,
        role=Role.HOST_ORGANISER,
        member=kenya,
        since=date(2023, 1, 1),
        assigned_by=system,
    )
    scores = dict.fromkeys(rubric, 3)
    with pytest.raises(CallRefused, match="of this administration"):
        score_nomination(nomination, scores=scores, by=team.actor, at=AT)


def test_a_nominee_who_joined_the_team_does_not_score_themselves(
    nomination, rubric, team
):
    Nomination.objects.update(person=team.person)
    nomination.refresh_from_db()
    scores = dict.fromkeys(rubric, 3)
    with pytest.raises(CallRefused, match="Nobody scores themselves"):
        score_nomination(nomination, scores=scores, by=team.actor, at=AT)


def test_an_administration_scores_nothing(nomination, rubric, kenya_coordinator):
    scores = dict.fromkeys(rubric, 3)
    by = kenya_coordinator.actor
    assert refused(score_nomination, nomination, scores=scores, by=by) == ""


def test_a_draft_is_not_scored(draft, rubric, team):
    scores = dict.fromkeys(rubric, 3)
    assert refused(score_nomination, draft, scores=scores, by=team.actor) == ""


def test_an_accepted_officer_holds_the_seat(nomination, seat, team):
    row = accept_nomination(nomination, since=APRIL, by=team.actor, at=AT)
    nomination.refresh_from_db()
    assert (row.seat, row.person, row.began) == (seat, nomination.person, "nominated")
    assert (nomination.state, nomination.holding) == ("accepted", row)


def test_after_the_first_session_they_join_late(nomination, seat, cohort, team):
    held = Session.objects.create(
        programme=cohort.programme, kind="working_group", starts_on=date(2024, 2, 5)
    )
    held.cohorts.add(cohort)
    row = accept_nomination(nomination, since=APRIL, by=team.actor, at=AT)
    assert row.began == "late"


def test_on_a_seat_that_was_left_they_replace_somebody(
    nomination, seat, kenya, system, team
):
    other = make_person("Brian Mwangi", system, kenya)
    held = begin_holding(seat, person=other, since=date(2023, 1, 1), by=system, at=AT)
    withdraw(held, on=date(2024, 1, 31), reason="Left", by=system, at=AT)
    row = accept_nomination(nomination, since=APRIL, by=team.actor, at=AT)
    assert row.began == "replacement"


def test_without_a_vacant_seat_nobody_is_accepted(
    nomination, seat, kenya, system, team
):
    other = make_person("Brian Mwangi", system, kenya)
    begin_holding(seat, person=other, since=date(2023, 1, 1), by=system, at=AT)
    facts = {"since": APRIL, "by": team.actor}
    assert refused(accept_nomination, nomination, **facts) == "seat"
    assert refused(accept_nomination, nomination, seat=seat, **facts) == "since"
    nomination.refresh_from_db()
    assert nomination.state == "submitted"


def test_a_seat_of_another_member_is_refused(nomination, cohort, togo, team):
    foreign = seat_of(cohort, togo)
    facts = {"since": APRIL, "by": team.actor, "seat": foreign}
    assert refused(accept_nomination, nomination, **facts) == "seat"


def test_an_undone_holding_lets_the_name_wait_again(nomination, seat, team):
    row = accept_nomination(nomination, since=APRIL, by=team.actor, at=AT)
    undo_holding(row, reason="Wrong seat", by=team.actor, at=AT)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.holding) == ("submitted", None)


def ask(nomination, team, **change):
    facts = {"text": "Please.", "language": "en", "answer_by": APRIL, **change}
    return ask_for_another_name(nomination, by=team.actor, at=AT, **facts)


def test_asking_for_another_name_reopens_the_call_for_that_member(
    nomination, call, team
):
    row = ask(nomination, team)
    invited = call.invited.get(member=nomination.member)
    assert (row.text, row.answer_by) == ("Please.", APRIL)
    assert (nomination.state, invited.reopened_until) == ("another", APRIL)


@pytest.mark.parametrize(
    "change",
    [{"text": " "}, {"text": "x" * 5001}, {"answer_by": date(2024, 2, 29)}],
)
def test_a_request_that_makes_no_sense_is_refused(nomination, team, change):
    with pytest.raises(CallRefused) as error:
        ask(nomination, team, **change)
    assert error.value.field in change
    nomination.refresh_from_db()
    assert nomination.state == "submitted"


def test_a_name_is_decided_on_once(nomination, seat, team):
    ask(nomination, team)
    facts = {"since": APRIL, "by": team.actor}
    assert refused(accept_nomination, nomination, **facts) == ""


def test_an_administration_decides_on_no_name(nomination, seat, kenya_coordinator):
    facts = {"since": APRIL, "by": kenya_coordinator.actor}
    assert refused(accept_nomination, nomination, **facts) == ""
    with pytest.raises(CallRefused):
        ask(nomination, kenya_coordinator)


def test_a_draft_is_read_by_its_administration_only(
    draft, team, kenya_coordinator, togo_coordinator
):
    assert draft in nominations_visible_to(viewer_of(kenya_coordinator))
    assert draft not in nominations_visible_to(viewer_of(togo_coordinator))
    assert draft not in nominations_visible_to(viewer_of(team))
    assert draft.person not in persons_visible_to(viewer_of(team))


def test_a_name_put_forward_is_read_by_the_team_until_the_call_is_concluded(
    nomination, call, team
):
    viewer = viewer_of(team)
    assert nomination.person in persons_visible_to(viewer)
    ask(nomination, team)
    assert nomination in nominations_visible_to(viewer)
    conclude_call(call, by=team.actor, at=AT)
    assert nomination not in nominations_visible_to(viewer)
    assert nomination.person not in persons_visible_to(viewer)
    assert not nominees().exists()


def test_a_call_is_seen_by_those_it_asks_once_it_is_open(
    call, kenya_coordinator, togo_coordinator, reader
):
    call.invited.filter(member__code="TG").delete()
    assert call in calls_visible_to(viewer_of(kenya_coordinator))
    assert call not in calls_visible_to(viewer_of(togo_coordinator))
    assert call not in calls_visible_to(viewer_of(reader))
    call.state = "draft"
    call.save()
    assert call not in calls_visible_to(viewer_of(kenya_coordinator))
