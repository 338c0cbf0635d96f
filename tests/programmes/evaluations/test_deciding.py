"""What is decided after a session, and what follows from it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Activity, ExtraEvent, Session, SessionDecision
from mwalimu.programmes.operations import ActivityFacts, SessionFacts
from mwalimu.programmes.operations.evaluations import (
    DecisionFacts,
    decide,
    edit_decision,
    plan_activity,
    plan_session,
    reopen_decision,
    settle_decision,
)
from mwalimu.programmes.operations.sessions import SessionRefused
from mwalimu.programmes.queries.evaluations import (
    decision_at,
    decisions_of,
    evaluation_of,
    origin_of,
    results_for,
    turnout_of,
)
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT
from tests.programmes.evaluations.conftest import AFTER, CLOSED

WHAT = "Hold a webinar on rule 3"


def seen_by(somebody):
    return viewer_of(somebody.account, AT.date())


@pytest.fixture
def decision(evaluation, team):
    """It stands on the first question, and on a remark."""
    facts = DecisionFacts(
        what=WHAT,
        why="Half of the group is not sure of it",
        question=evaluation.round.edition.questions.first(),
        remark="Rule 3 went too fast",
        owner="Project team",
        due_on=date(2024, 5, 1),
    )
    return decide(evaluation.session, facts=facts, by=team.actor, at=CLOSED)


def test_a_decision_says_what_why_and_on_what_it_stands(decision, team):
    (found,) = decisions_of(seen_by(team), decision.session)
    assert (found.what, found.question.texts["en"]) == (WHAT, "How useful?")
    assert (found.state, found.decided_by) == ("open", team.actor)


def test_the_trail_keeps_no_remark(decision):
    assert "too fast" not in str(list(AuditLine.objects.values("before", "after")))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"what": " "}, "what"),
        ({"what": "x" * 301}, "what"),
        ({"why": ""}, "why"),
        ({"why": "x" * 2001}, "why"),
        ({"remark": "\x07"}, "remark"),
        ({"owner": "x" * 201}, "owner"),
    ],
)
def test_what_makes_no_sense_is_refused(session, team, change, field):
    facts = DecisionFacts(**{"what": "A", "why": "B", **change})
    with pytest.raises(SessionRefused) as refused:
        decide(session, facts=facts, by=team.actor, at=AFTER)
    assert refused.value.field == field


def test_it_stands_on_no_question_of_another_form(session, edition, team):
    facts = DecisionFacts("A", "B", question=edition.questions.first())
    with pytest.raises(SessionRefused, match="was not asked"):
        decide(session, facts=facts, by=team.actor, at=AFTER)


def test_a_decision_is_dropped_for_a_reason_and_reopened(decision, team):
    by = team.actor
    with pytest.raises(SessionRefused) as refused:
        settle_decision(decision, state="dropped", outcome=" ", by=by, at=CLOSED)
    assert refused.value.field == "outcome"
    settle_decision(decision, state="dropped", outcome="No budget", by=by, at=CLOSED)
    with pytest.raises(SessionRefused, match="reopen it"):
        edit_decision(decision, facts=DecisionFacts("A", "B"), by=by, at=CLOSED)
    reopen_decision(decision, by=by, at=CLOSED)
    edit_decision(decision, facts=DecisionFacts("A", "B"), by=by, at=CLOSED)
    settle_decision(decision, state="done", outcome="", by=by, at=CLOSED)
    decision.refresh_from_db()
    assert (decision.what, decision.state, decision.outcome) == ("A", "done", "")
    with pytest.raises(SessionRefused, match="settled"):
        settle_decision(decision, state="done", outcome="", by=by, at=CLOSED)


def test_not_even_the_database_drops_without_a_reason(decision, team):
    rows = SessionDecision.objects.filter(pk=decision.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(state="dropped", settled_at=CLOSED, settled_by=team.actor)


def test_only_the_project_team_decides(evaluation, decision, kenya_organiser, head):
    for somebody in (kenya_organiser, head):
        with pytest.raises(SessionRefused, match="Only the project team"):
            decide(
                evaluation.session,
                facts=DecisionFacts("A", "B"),
                by=somebody.actor,
                at=AFTER,
            )
        with pytest.raises(SessionRefused, match="Only the project team"):
            settle_decision(
                decision, state="done", outcome="", by=somebody.actor, at=AFTER
            )


def activity_of(session):
    programme = session.programme
    return ActivityFacts(
        kind="workshop", project=programme.project, programme=programme
    )


def catch_up_of(session, cohort):
    return SessionFacts(kind="catch_up", programme=session.programme, cohorts=(cohort,))


def test_an_activity_and_a_session_follow_and_each_knows_of_the_other(
    decision, session, cohort, team
):
    facts = activity_of(session)
    activity = plan_activity(decision, facts=facts, by=team.actor, at=CLOSED)
    extra = catch_up_of(session, cohort)
    catch_up = plan_session(decision, facts=extra, by=team.actor, at=CLOSED)
    viewer = seen_by(team)
    assert origin_of(viewer, activity) == origin_of(viewer, catch_up) == decision
    assert origin_of(viewer, session) is None
    found = decision_at(viewer, session, decision.uuid)
    assert [(row.activity, row.session) for row in found.extra_events.all()] == [
        (activity, None),
        (None, catch_up),
    ]


def test_nothing_follows_from_what_was_dropped(decision, session, team):
    settle_decision(decision, state="dropped", outcome="No", by=team.actor, at=CLOSED)
    with pytest.raises(SessionRefused, match="was dropped"):
        plan_activity(decision, facts=activity_of(session), by=team.actor, at=CLOSED)
    assert not Activity.objects.exists()


def test_nobody_else_plans_and_nothing_is_left_behind(
    decision, session, cohort, kenya_organiser
):
    facts = catch_up_of(session, cohort)
    with pytest.raises(SessionRefused, match="Only the project team"):
        plan_session(decision, facts=facts, by=kenya_organiser.actor, at=CLOSED)
    assert Session.objects.count() == 1


def test_an_extra_event_is_one_thing(decision):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExtraEvent.objects.create(decision=decision)


def test_results_are_the_project_teams_alone(
    evaluation, six, say, team, kenya_organiser, kenya_coordinator, head, reader
):
    for somebody in six:
        say(somebody, "4", f"From {somebody.person.name}")
    found = turnout_of(evaluation_of(evaluation.session), CLOSED)
    assert results_for(seen_by(team), found, CLOSED).rows
    for somebody in (kenya_organiser, kenya_coordinator, head, reader, six[0]):
        assert results_for(seen_by(somebody), found, CLOSED) is None


def test_decisions_are_read_by_those_who_work_on_the_session(
    decision, kenya_organiser, kenya_coordinator, togo_coordinator, reader, wg_member
):
    session = decision.session
    session.cohorts.get().members.remove(
        togo_coordinator.person.affiliations.get().member
    )
    for somebody in (kenya_organiser, kenya_coordinator):
        assert decisions_of(seen_by(somebody), session) == [decision]
    for somebody in (togo_coordinator, reader, wg_member):
        assert decisions_of(seen_by(somebody), session) == []
        assert decision_at(seen_by(somebody), session, decision.uuid) is None
