"""The days on which an award holds change by decision, and history keeps each change."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.qualification.models import Award, AwardEvent, Decision
from mwalimu.qualification.operations import (
    AwardRefused,
    award,
    end_award,
    expire_awards,
    renew_award,
    resume_award,
    revoke_award,
    suspend_award,
)
from mwalimu.qualification.queries import all_grants, master_trainers
from tests.cast import AT, make_person
from tests.qualification.teaching import teach

MAY, JUNE = date(2023, 5, 1), date(2023, 6, 1)


@pytest.fixture
def held(system, kenya, topics, team):
    """An award in HS classification since 2020."""
    person = make_person("Grace Wanjiru", system, kenya)
    return award(
        person=person,
        topic=topics["HS"],
        member=kenya,
        valid_from=date(2020, 1, 1),
        by=team.actor,
        at=AT,
    )


@pytest.fixture
def do(team):
    """Who and when, for every verb."""
    return {"by": team.actor, "at": AT}


@pytest.fixture
def renewable(held, cohort, edition, team):
    """The same award: valid to the end of 2024, two trainings a year renew it."""
    type(edition).objects.filter(pk=edition.pk).update(
        validity_months=12, renewal_trainings=2
    )
    Award.objects.filter(pk=held.pk).update(valid_until=date(2024, 12, 31))
    Decision.objects.create(
        person=held.person,
        member=held.member,
        topic=held.topic,
        cohort=cohort,
        edition=edition,
        outcome="award",
        supported=True,
        evidence={},
        award=held,
        decided_at=AT,
        decided_by=team.actor,
    )
    held.refresh_from_db()
    return held


def kinds(row):
    return [event.kind for event in row.events.all()]


def test_days_of_a_suspension_do_not_count_as_held(held, do):
    suspend_award(held, since=MAY, reason="Enquiry", **do)
    resume_award(held, on=JUNE, reason="Nothing found", **do)
    days = [date(2023, 4, 30), MAY, date(2023, 5, 31), JUNE]
    assert [master_trainers(day).exists() for day in days] == [True, False, False, True]
    assert kinds(held) == ["awarded", "suspended", "resumed"]


def test_whoever_is_suspended_does_not_act_as_a_master_trainer(held, do):
    suspend_award(held, since=MAY, reason="Enquiry", **do)
    roles = [
        {grant.role for grant in all_grants(held.person, day)}
        for day in (date(2023, 4, 30), MAY)
    ]
    assert roles == [{"master_trainer"}, set()]


def test_every_change_is_announced_and_audited(held, do, heard):
    suspend_award(held, since=MAY, reason="Enquiry", **do)
    resume_award(held, on=JUNE, reason="Nothing found", **do)
    assert heard == [[held], [held]]
    verbs = AuditLine.objects.filter(subject="award").values_list("verb", flat=True)
    assert set(verbs) == {"award", "suspend_award", "resume_award"}


def test_an_award_is_suspended_once_at_a_time(held, do):
    suspend_award(held, since=MAY, reason="Enquiry", **do)
    with pytest.raises(AwardRefused, match="suspended already"):
        suspend_award(held, since=JUNE, reason="Again", **do)


def test_what_is_not_suspended_is_not_resumed(held, do):
    with pytest.raises(AwardRefused, match="not suspended"):
        resume_award(held, on=JUNE, reason="Why not", **do)


def test_two_suspensions_never_share_a_day(held, do):
    suspend_award(held, since=MAY, reason="Enquiry", **do)
    resume_award(held, on=JUNE, reason="Nothing found", **do)
    with pytest.raises(AwardRefused, match="from 2023-06-01 to today"):
        suspend_award(held, since=date(2023, 5, 15), reason="Again", **do)


@pytest.mark.parametrize(
    ("verb", "days"),
    [
        (suspend_award, {"since": MAY}),
        (end_award, {"ended_on": MAY}),
        (revoke_award, {"ended_on": MAY}),
    ],
)
def test_no_change_without_a_reason(held, do, verb, days):
    with pytest.raises(AwardRefused, match="Say why"):
        verb(held, reason="  ", **days, **do)
    assert kinds(held) == ["awarded"]


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2024, 3, 2)])
def test_no_change_from_an_absurd_day(held, do, day):
    with pytest.raises(AwardRefused, match="from 2020-01-01 to today"):
        suspend_award(held, since=day, reason="Enquiry", **do)


def test_a_revoked_award_is_over_and_its_history_says_how(held, do):
    revoke_award(held, ended_on=MAY, reason="Forged hand-in", **do)
    assert not master_trainers(MAY).exists()
    assert kinds(held) == ["awarded", "revoked"]
    with pytest.raises(AwardRefused, match="ended already"):
        suspend_award(held, since=JUNE, reason="Late", **do)


def test_nobody_but_the_project_team_changes_an_award(held, kenya_coordinator):
    with pytest.raises(AwardRefused, match="Only the project team"):
        suspend_award(held, since=MAY, reason="x", by=kenya_coordinator.actor, at=AT)


def test_nobody_changes_their_own_award(do, team, topics, kenya, system):
    own = Award.objects.create(
        person=team.person,
        topic=topics["HS"],
        member=kenya,
        valid_from=date(2020, 1, 1),
        decided_at=AT,
        decided_by=system,
    )
    with pytest.raises(AwardRefused, match="Nobody changes their own"):
        suspend_award(own, since=MAY, reason="Me", **do)


def test_an_award_past_its_last_day_expires_once(held, do, heard):
    Award.objects.update(valid_until=date(2024, 2, 28))
    assert (expire_awards(**do), expire_awards(**do)) == (1, 0)
    held.refresh_from_db()
    assert held.ended_on == date(2024, 2, 29)
    assert (kinds(held), heard) == (["awarded", "expired"], [[held]])


def test_before_the_worker_comes_a_past_award_holds_no_longer(held):
    Award.objects.update(valid_until=date(2024, 2, 28))
    assert master_trainers(date(2024, 2, 28)).exists()
    assert not master_trainers(date(2024, 2, 29)).exists()


def test_who_taught_enough_is_renewed_for_another_period(renewable, do, system):
    for day in (date(2024, 1, 10), date(2024, 2, 10)):
        teach(renewable, day, system)
    renewed = renew_award(renewable, reason="", **do)
    assert renewed.valid_until == date(2025, 12, 31)
    line = renewable.events.get(kind="renewed")
    assert (line.day, line.until) == (date(2025, 1, 1), date(2025, 12, 31))


def test_who_taught_too_little_is_renewed_only_with_a_reason(renewable, do, system):
    teach(renewable, date(2024, 1, 10), system)
    teach(renewable, date(2023, 12, 31), system)  # the period before
    with pytest.raises(AwardRefused, match=r"asks for 2 trainings .* 1 are recorded"):
        renew_award(renewable, reason="", **do)
    assert renew_award(renewable, reason="On maternity leave", **do).valid_until


def test_an_award_is_renewed_once_a_period(renewable, do):
    renew_award(renewable, reason="Asked for", **do)
    with pytest.raises(AwardRefused, match="renewed already, until 2025-12-31"):
        renew_award(renewable, reason="Again", **do)


def test_an_award_without_a_last_day_needs_no_renewal(held, do):
    with pytest.raises(AwardRefused, match="nothing to renew"):
        renew_award(held, reason="Please", **do)


def test_history_is_neither_changed_nor_deleted(held):
    line = held.events.get()
    for change in (
        line.save,
        line.delete,
        AwardEvent.objects.all().delete,
        lambda: AwardEvent.objects.update(reason="better"),
        lambda: AwardEvent.objects.bulk_update([line], ["reason"]),
    ):
        with pytest.raises(TypeError, match="never"):
            change()
    assert kinds(held) == ["awarded"]
