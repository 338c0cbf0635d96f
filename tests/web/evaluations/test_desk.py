"""The team opens an evaluation, reads it, decides, and plans what follows."""

import pytest
from django.urls import reverse

from mwalimu.people.models import Role
from mwalimu.programmes.models import (
    Activity,
    Evaluation,
    ExtraEvent,
    Session,
    SessionDecision,
)
from mwalimu.programmes.operations.evaluations import DecisionFacts, decide
from tests.cast import cast
from tests.programmes.evaluations.conftest import AFTER, CLOSED, FRIDAY

MARKS = "443355"


def url(name, session, **more):
    return reverse(f"desk:{name}", kwargs={"uuid": session.uuid, **more})


@pytest.fixture
def as_team(signed_in, team):
    return signed_in(team)


@pytest.fixture
def answered(evaluation, six, say):
    """Six people have answered."""
    for somebody, mark in zip(six, MARKS, strict=True):
        say(somebody, mark, f"Remark of mark {mark}")
    return evaluation


@pytest.fixture
def decision(evaluation, team):
    facts = DecisionFacts("Hold a webinar", "Half of the group is not sure")
    return decide(evaluation.session, facts=facts, by=team.actor, at=CLOSED)


def test_the_team_opens_an_evaluation_with_the_usual_days(
    as_team, session, edition, now
):
    now(AFTER)
    page = as_team.get(url("evaluation_open", session)).content.decode()
    assert 'value="2024-03-08"' in page
    assert 'value="2024-03-22"' in page
    sent = {"opens_on": "2024-03-08", "closes_on": "2024-03-22", "form": edition.uuid}
    as_team.post(url("evaluation_open", session), sent)
    assert Evaluation.objects.get().round.closes_at == CLOSED


def test_a_refused_form_keeps_what_was_typed(as_team, session, edition, now):
    now(AFTER)
    sent = {"opens_on": "2024-03-01", "closes_on": "2024-03-22", "form": edition.uuid}
    answer = as_team.post(url("evaluation_open", session), sent)
    assert answer.status_code == 422
    assert "has not begun on that day" in answer.content.decode()
    assert 'value="2024-03-01"' in answer.content.decode()


def test_while_it_is_open_the_team_reads_how_many_and_nothing_more(
    as_team, answered, now
):
    now(AFTER)
    page = as_team.get(url("session_evaluation", answered.session)).content.decode()
    assert "6 of 6 participants" in page
    assert "whoever watched them come in" in page
    assert "Remark of mark" not in page


def test_once_it_is_closed_the_team_reads_charts_tables_means_and_texts(
    as_team, answered, now
):
    now(CLOSED)
    page = as_team.get(url("session_evaluation", answered.session)).content.decode()
    assert "mean <strong>4</strong> of 5" in page
    assert '<td class="num">2 (33%)</td>' in page
    assert page.count("Remark of mark 4") == 2
    assert page.count('role="img"') == 1  # nobody answered the other two
    assert "6 people did not answer it" in page


def test_four_answers_are_counted_and_not_shown(as_team, evaluation, six, say, now):
    for somebody in six[:4]:
        say(somebody, "1", "It was me")
    now(CLOSED)
    page = as_team.get(url("session_evaluation", evaluation.session)).content.decode()
    assert "Fewer than 5 people answered" in page
    assert "It was me" not in page
    assert url("evaluation_days", evaluation.session) in page


def test_who_works_on_the_session_reads_counts_and_what_was_decided(
    signed_in, answered, decision, system, kenya, kenya_coordinator, head, now
):
    now(CLOSED)
    host = cast("Kenya Host", system, kenya, Role.HOST_ORGANISER)
    address = url("session_evaluation", answered.session)
    for somebody in (host, kenya_coordinator, head):
        page = signed_in(somebody).get(address).content.decode()
        assert "6 of 6 participants" in page
        assert "Hold a webinar" in page
        assert "Half of the group is not sure" not in page
        assert "Remark of mark" not in page
        assert "mean" not in page


def test_the_team_closes_prolongs_and_takes_back(as_team, evaluation, six, say, now):
    now(AFTER)
    session = evaluation.session
    sent = {"opens_on": "2024-03-08", "closes_on": "2024-03-29"}
    as_team.post(url("evaluation_days", session), sent)
    evaluation.round.refresh_from_db()
    assert evaluation.round.closes_at.date().day == 29
    say(six[0])
    as_team.post(url("evaluation_take_back", session))
    assert Evaluation.objects.exists()
    as_team.post(url("evaluation_close", session))
    evaluation.round.refresh_from_db()
    assert evaluation.round.closes_at == AFTER


def test_a_decision_stands_on_the_question_from_which_one_came(as_team, answered, now):
    now(CLOSED)
    session, question = answered.session, answered.round.edition.questions.first()
    address = url("session_decision_new", session) + f"?question={question.uuid}"
    asked = as_team.get(address).content.decode()
    assert f'<option value="{question.uuid}" selected>' in asked
    sent = {
        "what": "Hold a webinar",
        "why": "Not sure",
        "question": question.uuid,
        "remark": "Too fast",
        "due_on": "2024-05-01",
    }
    as_team.post(address, sent)
    row = SessionDecision.objects.get()
    assert (row.question, row.remark) == (question, "Too fast")
    page = as_team.get(url("session_evaluation", session)).content.decode()
    assert "1 May 2024" in page
    assert "It stands on the question:" in page


def test_a_decision_is_settled_and_reopened(as_team, decision):
    here = {"session": decision.session, "decision": decision.uuid}
    answer = as_team.post(url("session_decision_settle", **here), {"state": "dropped"})
    assert answer.status_code == 422
    sent = {"state": "dropped", "outcome": "No budget"}
    as_team.post(url("session_decision_settle", **here), sent)
    decision.refresh_from_db()
    assert decision.state == "dropped"
    refused = as_team.post(url("decision_activity", **here), activity_form())
    assert refused.status_code == 422
    assert "was dropped" in refused.content.decode()
    as_team.post(url("session_decision_reopen", **here))
    decision.refresh_from_db()
    assert (decision.state, decision.outcome) == ("open", "")


def activity_form():
    return {"kind": "workshop", "mode": "online", "title_en": "Rule 3 again"}


def test_an_extra_activity_follows_and_each_page_leads_to_the_other(as_team, decision):
    session = decision.session
    here = {"session": session, "decision": decision.uuid}
    asked = as_team.get(url("decision_activity", **here)).content.decode()
    assert 'value="HS" checked' in asked or "HS" in asked
    as_team.post(url("decision_activity", **here), activity_form())
    activity = Activity.objects.get()
    assert ExtraEvent.objects.get().decision == decision
    edit = reverse("desk:activity_edit", kwargs={"uuid": activity.uuid})
    back = url("session_evaluation", session)
    assert edit in as_team.get(back).content.decode()
    assert f"{back}#decision-{decision.uuid}" in as_team.get(edit).content.decode()


def test_a_supplementary_session_begins_with_what_is_known_of_the_session(
    as_team, decision, cohort
):
    here = {"session": decision.session, "decision": decision.uuid}
    asked = as_team.get(url("decision_session", **here)).content.decode()
    assert '<option value="catch_up" selected>' in asked
    sent = {"kind": "catch_up", "mode": "online", "cohorts": [cohort.code]}
    as_team.post(url("decision_session", **here), sent)
    made = Session.objects.get(kind="catch_up")
    assert list(made.cohorts.all()) == [cohort]
    page = as_team.get(url("session", made)).content.decode()
    assert "It follows from a decision" in page
    assert "Hold a webinar" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_decision_and_for_three(
    as_team, answered, team, now, number, django_assert_max_num_queries
):
    now(CLOSED)
    question = answered.round.edition.questions.first()
    for place in range(number):
        facts = DecisionFacts(f"Decision {place}", "Because", question, due_on=FRIDAY)
        decide(answered.session, facts=facts, by=team.actor, at=CLOSED)
    with django_assert_max_num_queries(12):
        as_team.get(url("session_evaluation", answered.session))
