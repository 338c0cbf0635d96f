"""Writing programmes: what is checked, what is refused, what the audit trail says."""

from dataclasses import replace
from uuid import uuid4

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.permissions import OPERATOR, PUBLIC
from mwalimu.programmes.models import Session, Stage
from mwalimu.programmes.operations import (
    CohortFacts,
    ProgrammeFacts,
    ProgrammeRefused,
    SessionFacts,
    StageFacts,
    create_cohort,
    create_programme,
    create_session,
    edit_programme,
    edit_session,
    join,
    leave,
    plan_stages,
    session_facts,
)
from mwalimu.programmes.permissions import sessions_visible_to, visible_to
from mwalimu.shared.dates import PartialDate
from tests.cast import AT

WHEN = PartialDate.parse


def hold(programme, system, **facts):
    """A working group of the programme."""
    values = {"kind": "working_group", "programme": programme, **facts}
    return create_session(facts=SessionFacts(**values), by=system, at=AT)


def refusal(error):
    """The fields that were refused."""
    return [problem.field for problem in error.value.problems]


def test_a_programme_is_audited_when_it_is_opened(programme):
    line = AuditLine.objects.get(subject="programme")
    assert (line.verb, line.subject_uuid) == ("create", programme.uuid)
    assert line.after["topics"] == ["HS"]


def test_an_edit_that_changes_nothing_leaves_no_trace(programme, system, topics):
    facts = ProgrammeFacts(
        code="EA-HS",
        names={"en": "HS in East Africa"},
        project=programme.project,
        status="running",
        topics=(topics["HS"],),
    )
    edit_programme(programme, facts=facts, by=system, at=AT)
    assert AuditLine.objects.filter(subject="programme").count() == 1


def test_an_edit_says_what_was_and_what_is(programme, system):
    facts = ProgrammeFacts(
        code="EA-HS",
        names={"en": "HS in East Africa"},
        project=programme.project,
        status="concluded",
    )
    edit_programme(programme, facts=facts, by=system, at=AT)
    line = AuditLine.objects.latest("id")
    assert line.before == {"status": "running", "topics": ["HS"]}
    assert line.after == {"status": "concluded"}


def test_a_code_is_used_once_in_any_case(programme, system):
    facts = ProgrammeFacts(
        code="ea-hs", names={}, project=programme.project, status="running"
    )
    with pytest.raises(ProgrammeRefused) as error:
        create_programme(facts=facts, by=system, at=AT)
    assert refusal(error) == ["code", "names"]


def test_a_programme_does_not_end_before_it_starts(project, system):
    facts = ProgrammeFacts(
        code="X",
        names={"en": "X"},
        project=project,
        status="running",
        starts=WHEN("2021-05"),
        ends=WHEN("2021-04"),
    )
    with pytest.raises(ProgrammeRefused) as error:
        create_programme(facts=facts, by=system, at=AT)
    assert refusal(error) == ["ends"]


def test_a_day_within_a_month_known_only_as_a_month_is_in_order(programme, system):
    session = hold(programme, system, starts=WHEN("2019-02-11"), ends=WHEN("2019-02"))
    assert (str(session.starts), str(session.ends)) == ("2019-02-11", "2019-02")


def test_a_member_joins_once_and_may_come_back(programme, kenya, system):
    first = join(programme, member=kenya, joined=WHEN("2021"), by=system, at=AT)
    with pytest.raises(ProgrammeRefused):
        join(programme, member=kenya, by=system, at=AT)
    leave(first, left=WHEN("2022-06"), by=system, at=AT)
    join(programme, member=kenya, joined=WHEN("2023"), by=system, at=AT)
    assert programme.memberships.count() == 2


def test_a_member_cannot_leave_before_it_joined(programme, kenya, system):
    membership = join(
        programme, member=kenya, joined=WHEN("2021-09-08"), by=system, at=AT
    )
    with pytest.raises(ProgrammeRefused) as error:
        leave(membership, left=WHEN("2021-08"), by=system, at=AT)
    assert refusal(error) == ["left"]


def test_a_plan_keeps_its_order_when_a_stage_is_put_in_between(cohort, system):
    stages = [StageFacts(code) for code in ("WG1", "IS1", "WG2")]
    plan_stages(cohort, stages=stages, by=system, at=AT)
    codes = list(cohort.stages.values_list("code", "kind"))
    assert codes == [
        ("WG1", "working_group"),
        ("IS1", "intersessional"),
        ("WG2", "working_group"),
    ]


def test_a_stage_that_took_place_stays_in_the_plan(programme, cohort, system):
    first = Stage.objects.get(code="WG1")
    hold(programme, system, cohorts=(cohort,), stages=(first,))
    with pytest.raises(ProgrammeRefused) as error:
        plan_stages(cohort, stages=[StageFacts("WG2")], by=system, at=AT)
    assert "took place" in str(error.value)
    assert cohort.stages.count() == 2


def test_a_session_takes_cohorts_of_its_own_programme_only(
    programme, prepared, cohort, system
):
    with pytest.raises(ProgrammeRefused) as error:
        hold(prepared, system, cohorts=(cohort,))
    assert refusal(error) == ["cohorts"]
    assert not Session.objects.exists()


@pytest.mark.parametrize("count", [-1, 10_001])
def test_an_absurd_number_of_people_is_refused(programme, system, count):
    with pytest.raises(ProgrammeRefused) as error:
        hold(programme, system, participants=count)
    assert refusal(error) == ["participants"]


def test_an_edited_session_keeps_what_the_edit_does_not_name(
    programme, cohort, kenya, system
):
    session = hold(programme, system, cohorts=(cohort,), members=(kenya,), city="Moshi")
    facts = replace(session_facts(session), city="Nairobi")
    edit_session(session, facts=facts, by=system, at=AT)
    session.refresh_from_db()
    assert (session.city, session.cohorts.get()) == ("Nairobi", cohort)
    assert AuditLine.objects.latest("id").before == {"city": "Moshi"}


def test_what_is_prepared_is_seen_by_the_project_team_alone(
    programme, prepared, system
):
    hold(prepared, system)
    assert [row.code for row in visible_to(PUBLIC)] == ["EA-HS"]
    assert not sessions_visible_to(PUBLIC).exists()
    assert prepared in visible_to(OPERATOR)
    assert sessions_visible_to(OPERATOR).count() == 1


def test_cohorts_have_codes_of_their_own(programme, cohort, system):
    facts = CohortFacts(code="EA-1", names={"en": str(uuid4())})
    with pytest.raises(ProgrammeRefused, match="taken"):
        create_cohort(programme, facts=facts, by=system, at=AT)
