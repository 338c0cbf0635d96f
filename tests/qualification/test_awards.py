"""Awards are decided once, ended with a reason, and never deleted."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.qualification.models import Award
from mwalimu.qualification.operations import (
    AwardEntry,
    AwardRefused,
    award,
    award_many,
    end_award,
)
from mwalimu.qualification.queries import awards_of, master_trainers
from tests.cast import AT, make_person

DAY = date(2020, 1, 1)


@pytest.fixture
def officer(system, kenya):
    return make_person("Grace Wanjiru", system, kenya)


@pytest.fixture
def decide(officer, topics, kenya, team):
    """Award HS to the officer; what differs is given."""

    def make(**changes):
        wanted = {
            "person": officer,
            "topic": topics["HS"],
            "member": kenya,
            "valid_from": DAY,
            "by": team.actor,
            "at": AT,
        }
        return award(**wanted | changes)

    return make


def test_an_award_is_announced_and_audited_without_names(decide, heard, officer):
    row = decide()
    assert heard == [[row]]
    line = AuditLine.objects.get(verb="award")
    assert (line.subject_uuid, line.after["person"]) == (row.uuid, str(officer.uuid))
    assert "Grace" not in str(line.after)


def test_many_awards_are_one_announcement(officer, topics, kenya, team, heard):
    entries = [AwardEntry(officer, topic, kenya, DAY) for topic in topics.values()]
    rows = award_many(entries, by=team.actor, at=AT)
    assert heard == [rows]
    assert AuditLine.objects.filter(verb="award").count() == 2


def test_the_same_award_is_not_given_twice(decide):
    decide()
    with pytest.raises(AwardRefused, match="holds the award"):
        decide(valid_from=date(2021, 1, 1))
    assert Award.objects.count() == 1


def test_within_one_batch_the_same_award_is_not_given_twice(
    officer, topics, kenya, team
):
    entries = [AwardEntry(officer, topics["HS"], kenya, DAY)] * 2
    with pytest.raises(AwardRefused, match="holds the award"):
        award_many(entries, by=team.actor, at=AT)
    assert Award.objects.count() == 0


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2024, 3, 2)])
def test_an_absurd_first_day_is_refused(decide, day):
    with pytest.raises(AwardRefused, match="Write a day from 2015-01-01 to today"):
        decide(valid_from=day)


def test_only_the_project_team_decides(decide, kenya_coordinator):
    with pytest.raises(AwardRefused, match="Only the project team"):
        decide(by=kenya_coordinator.actor)


def test_nobody_awards_themselves(decide, team):
    with pytest.raises(AwardRefused, match="Nobody awards themselves"):
        decide(person=team.person)


def test_an_award_ends_with_a_reason_and_stays(decide, team, heard, officer):
    row = decide()
    end_award(row, ended_on=AT.date(), reason="left", by=team.actor, at=AT)
    assert heard[1:] == [[row]]
    assert list(awards_of(officer)) == [row]
    assert not master_trainers(AT.date()).exists()


def test_an_award_does_not_end_without_a_reason(decide, team):
    row = decide()
    with pytest.raises(AwardRefused, match="Say why"):
        end_award(row, ended_on=AT.date(), reason=" ", by=team.actor, at=AT)


def test_after_its_end_it_may_be_awarded_again(decide, team):
    row = decide()
    end_award(row, ended_on=date(2021, 1, 1), reason="left", by=team.actor, at=AT)
    again = decide(valid_from=date(2022, 1, 1))
    assert again.ended_on is None


def test_pickers_find_master_trainers_by_topic_and_member(
    decide, officer, topics, kenya, togo
):
    decide()
    day = AT.date()
    assert list(master_trainers(day, topic=topics["HS"], member=kenya)) == [officer]
    assert not master_trainers(day, topic=topics["CV"]).exists()
    assert not master_trainers(day, member=togo).exists()
