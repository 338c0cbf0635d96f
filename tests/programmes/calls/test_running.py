"""Writing, opening, reopening and concluding a call."""

from dataclasses import replace
from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Call
from mwalimu.programmes.operations import (
    CallRefused,
    CriterionFacts,
    ask_for_another_name,
    conclude_call,
    draft_call,
    edit_call,
    open_call,
    reopen_for,
    score_nomination,
)
from tests.cast import AT


def refused(verb, *args, **kwargs):
    """The field for which it was refused."""
    with pytest.raises(CallRefused) as error:
        verb(*args, at=AT, **kwargs)
    return error.value.field


def test_a_call_begins_as_a_draft(cohort, facts, team):
    call = draft_call(cohort, facts=facts, by=team.actor, at=AT)
    assert call.state == "draft"
    asked = call.invited.values_list("member__code", "seats")
    assert list(asked) == [("KE", 2), ("TG", 1)]
    assert [row.weight for row in call.criteria.all()] == [3, 1]


def test_only_the_project_team_writes_and_runs_calls(cohort, facts, call, head):
    by = head.actor
    assert refused(draft_call, cohort, facts=facts, by=by) == ""
    assert refused(edit_call, call, facts=facts, by=by) == ""
    assert refused(conclude_call, call, by=by) == ""
    invited = call.invited.first()
    assert refused(reopen_for, invited, until=date(2024, 4, 1), by=by) == ""


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"closes_on": date(2024, 1, 31)}, "closes_on"),
        ({"closes_on": date(2026, 1, 1)}, "closes_on"),
        ({"profiles": {"en": " "}}, "profiles"),
        ({"profiles": {"en": "x" * 5001}}, "profiles"),
        ({"criteria": ()}, "criteria"),
        ({"criteria": (CriterionFacts({"en": ""}),)}, "criteria"),
        ({"criteria": (CriterionFacts({"en": "A"}, 0),)}, "criteria"),
        ({"criteria": (CriterionFacts({"en": "A"}),) * 11}, "criteria"),
        ({"seats": {}}, "seats"),
    ],
)
def test_what_makes_no_sense_is_refused(cohort, facts, system, change, field):
    wrong = replace(facts, **change)
    assert refused(draft_call, cohort, facts=wrong, by=system) == field
    assert not Call.objects.exists()


def test_a_member_or_topic_outside_the_cohort_is_refused(
    cohort, facts, system, topics, uganda
):
    cohort.members.remove(uganda)
    wrong = replace(facts, seats={uganda: 1})
    assert refused(draft_call, cohort, facts=wrong, by=system) == "seats"
    wrong = replace(facts, topic=topics["CV"])
    assert refused(draft_call, cohort, facts=wrong, by=system) == "topic"


@pytest.mark.parametrize("number", [0, 21])
def test_a_member_is_asked_for_a_sensible_number(cohort, facts, system, kenya, number):
    wrong = replace(facts, seats={kenya: number})
    assert refused(draft_call, cohort, facts=wrong, by=system) == "seats"


def test_one_call_at_a_time_for_a_topic(call, cohort, facts, system):
    assert refused(draft_call, cohort, facts=facts, by=system) == "topic"
    conclude_call(call, by=system, at=AT)
    assert draft_call(cohort, facts=facts, by=system, at=AT).state == "draft"


def test_a_call_that_is_over_is_not_opened(cohort, facts, system):
    past = replace(facts, opens_on=date(2024, 1, 1), closes_on=date(2024, 2, 1))
    call = draft_call(cohort, facts=past, by=system, at=AT)
    assert refused(open_call, call, by=system) == "closes_on"


def test_a_call_is_opened_once(call, system):
    assert refused(open_call, call, by=system) == ""


def test_an_open_call_is_not_closed_in_the_past(call, facts, system):
    wrong = replace(facts, closes_on=date(2024, 2, 15))
    assert refused(edit_call, call, facts=wrong, by=system) == "closes_on"


def test_a_member_that_gave_names_stays_asked(nomination, call, facts, system, togo):
    wrong = replace(facts, seats={togo: 1})
    assert refused(edit_call, call, facts=wrong, by=system) == "seats"


def test_a_rubric_stays_once_names_are_scored(
    nomination, call, facts, team, rubric, system
):
    score_nomination(nomination, scores=dict.fromkeys(rubric, 3), by=team.actor, at=AT)
    wrong = replace(facts, criteria=facts.criteria[:1])
    assert refused(edit_call, call, facts=wrong, by=system) == "criteria"
    edit_call(call, facts=replace(facts, profiles={"fr": "x"}), by=system, at=AT)
    assert call.profiles == {"fr": "x"}


def test_a_call_is_not_concluded_while_names_wait(nomination, call, system):
    assert refused(conclude_call, call, by=system) == ""
    ask_for_another_name(
        nomination,
        text="Please",
        language="en",
        answer_by=date(2024, 3, 10),
        by=system,
        at=AT,
    )
    assert conclude_call(call, by=system, at=AT).state == "concluded"


def test_nothing_changes_in_a_concluded_call(call, facts, system):
    conclude_call(call, by=system, at=AT)
    assert refused(edit_call, call, facts=facts, by=system) == ""
    invited = call.invited.first()
    assert refused(reopen_for, invited, until=date(2024, 4, 1), by=system) == ""


def test_a_call_is_reopened_for_one_member(call, system):
    invited = call.invited.get(member__code="KE")
    reopen_for(invited, until=date(2024, 4, 1), by=system, at=AT)
    other = call.invited.get(member__code="TG")
    assert (invited.reopened_until, other.reopened_until) == (date(2024, 4, 1), None)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 6, 1)])
def test_a_reopening_out_of_reason_is_refused(call, system, day):
    invited = call.invited.first()
    assert refused(reopen_for, invited, until=day, by=system) == "until"


def test_opening_leaves_a_line_in_the_trail(call):
    line = AuditLine.objects.get(subject="call", verb="open")
    assert line.after == {"closes_on": "2024-03-15"}
