"""What was kept as long as declared goes; what is counted stays."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner
from django.contrib.sessions.models import Session

from mwalimu.accounts.models import Account, AuditLine
from mwalimu.accounts.operations import drop_audit_lines
from mwalimu.cli import main
from mwalimu.cli.retention import running
from mwalimu.cli.retention.rules import RULES
from mwalimu.cli.retention.running import apply_retention
from mwalimu.figures.operations import rebuild_figures
from mwalimu.figures.queries import figure
from mwalimu.people.engine.holdings import KINDS
from mwalimu.people.models import Consent, Contact, Person, RoleAssignment
from mwalimu.people.operations import (
    PeopleRefused,
    deactivate_account,
    give_consent,
    invite,
    reactivate_account,
    set_contacts,
    withdraw_consent,
)
from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.models import Arrangement
from mwalimu.programmes.models import Session as Meeting
from mwalimu.programmes.operations.logistics import Said, set_step
from mwalimu.shared.dates import PartialDate
from mwalimu.trainings.models import Participation
from mwalimu.trainings.operations import TrainerEntry
from tests.cast import AT, hold, make_person, seat_of
from tests.trainings.making import named, verified

DAY = timedelta(days=1)


def years_later(years, at=AT):
    return at.replace(year=at.year + years)


def gone(at, **options):
    """What went at an instant, by rule."""
    return {
        row.rule.code: row.gone for row in apply_retention(at, **options) if row.gone
    }


def test_every_declared_period_has_a_rule():
    declared = {kind.code for kind in KINDS if kind.ends}
    assert declared == {rule.kind for rule in RULES if rule.kind}


@pytest.fixture
def reached(system, kenya, team):
    """Somebody of Kenya who is reached by mail and telephone."""
    person = make_person("Grace Wanjiru", system, kenya)
    set_contacts(person, email="g@example.org", phone="1", by=team.actor, at=AT)
    return person


def test_contacts_go_two_years_after_somebody_was_recorded_for_nothing(reached):
    assert "contacts" not in gone(years_later(2))
    assert gone(years_later(2) + DAY)["contacts"] == 2
    assert not Contact.objects.filter(person=reached).exists()


def test_contacts_stay_while_a_seat_is_held(reached, cohort, kenya, system):
    hold(seat_of(cohort, kenya), reached, system)
    assert "contacts" not in gone(years_later(5))


def test_contacts_stay_two_years_after_the_last_training(
    reached, facts, system, team, kenya
):
    later = replace(
        facts,
        starts=PartialDate.parse("2025-06-02"),
        ends=PartialDate.parse("2025-06-03"),
        trainers=(TrainerEntry(reached, "lead"),),
    )
    verified(later, system, team.actor, years_later(2))
    assert "contacts" not in gone(datetime(2027, 6, 3, tzinfo=UTC))
    assert gone(datetime(2027, 6, 4, tzinfo=UTC))["contacts"] == 2


def test_a_withdrawn_consent_goes_after_five_years_an_open_one_never(reached, team):
    by = team.actor
    for audience in ("team", "public"):
        give_consent(reached, purpose="record", audience=audience, by=by, at=AT)
    withdraw_consent(reached.consents.get(audience="public"), by=by, at=AT)
    assert gone(years_later(5) + DAY)["consents"] == 1
    assert Consent.objects.get().audience == "team"


def test_a_role_goes_ten_years_after_its_end(kenya_registrar, kenya_coordinator):
    rows = RoleAssignment.objects.filter(person=kenya_registrar.person)
    rows.update(until=date(2024, 3, 1), handed_to=RoleAssignment.objects.last())
    assert "roles" not in gone(years_later(10))
    assert gone(years_later(10) + DAY)["roles"] == 1
    assert RoleAssignment.objects.get().person == kenya_coordinator.person


@pytest.fixture
def closed(kenya_registrar, team):
    """The registrar, whose account was closed."""
    deactivate_account(kenya_registrar.person, by=team.actor, at=AT)
    return kenya_registrar.person


def test_a_closed_account_loses_its_address_after_two_years(closed):
    assert "account" not in gone(years_later(2))
    assert gone(years_later(2) + DAY)["account"] == 1
    account = Account.objects.get(pk=closed.account_id)
    assert account.email == f"{account.uuid.hex}@erased.invalid"
    assert "account" not in gone(years_later(3))


def test_who_comes_back_gets_an_address_and_keeps_the_account(closed, team):
    apply_retention(years_later(2) + DAY)
    back = Person.objects.get(pk=closed.pk)
    with pytest.raises(PeopleRefused, match="address of this account was forgotten"):
        reactivate_account(back, by=team.actor, at=AT)
    account = invite(back, email="back@example.org", by=team.actor, at=AT)
    assert (account.pk, account.email) == (closed.account_id, "back@example.org")
    assert account.is_active


def test_audit_lines_go_after_ten_years_and_it_is_noted(closed):
    before = AuditLine.objects.filter(at=AT).count()
    assert gone(years_later(10) + DAY)["audit"] == before
    assert not AuditLine.objects.filter(at=AT).exists()
    noted = AuditLine.objects.filter(verb="drop").values_list("after", flat=True)
    assert {"kind": "audit", "rows": before} in list(noted)


def test_nobody_but_the_instance_drops_audit_lines(closed, team):
    keys = list(AuditLine.objects.values_list("pk", flat=True))
    with pytest.raises(PermissionError):
        drop_audit_lines(keys, by=team.actor, at=AT)
    assert AuditLine.objects.count() == len(keys)


@pytest.fixture
def taught(facts, kenya, kenya_trainer, kenya_registrar, system, team):
    """Trained in 2023 with scores: a trainee, and somebody who teaches as well."""
    two = replace(
        facts,
        head_counts=(),
        participations=named("Asha Otieno", "Mary Wafula", member=kenya),
    )
    verified(two, system, team.actor)
    Participation.objects.update(pre_score=40, post_score=80)
    mary = Person.objects.get(name="Mary Wafula")
    again = replace(facts, title="By Mary", trainers=(TrainerEntry(mary, "lead"),))
    verified(again, system, team.actor)


TEN_YEARS_ON = datetime(2033, 11, 9, tzinfo=UTC)


def test_a_trainee_of_ten_years_ago_becomes_nameless(taught):
    assert "participations" not in gone(TEN_YEARS_ON - DAY)
    found = gone(TEN_YEARS_ON)
    assert (found["participations"], found["scores"]) == (1, 1)
    assert not Person.objects.filter(name="Asha Otieno").exists()
    assert Person.objects.filter(name="Mary Wafula").exists()


def test_nothing_that_is_counted_goes(taught, system):
    def counted():
        ask = ("participations", "persons", "trainings", "hours")
        return [figure(code, ("year", "led_by"), viewer=OPERATOR).rows for code in ask]

    before, rows = counted(), Participation.objects.count()
    apply_retention(years_later(30))
    assert counted() == before
    rebuild_figures(by=system, at=years_later(30))
    assert counted() == before
    assert Participation.objects.count() == rows


def test_what_was_scored_stays_where_nobody_is_known(taught):
    apply_retention(TEN_YEARS_ON)
    scores = dict(Participation.objects.values_list("person__name", "post_score"))
    assert scores == {"": 80, "Mary Wafula": None}


def test_a_dry_run_changes_nothing_and_says_what_is_due(taught, closed):
    before = AuditLine.objects.count()
    outcomes = apply_retention(years_later(30), dry_run=True)
    due = {row.rule.code: row.due for row in outcomes if row.due}
    assert due["participations"] == 1
    assert due["audit"] == before == AuditLine.objects.count()
    assert {row.gone for row in outcomes} == {0}


def test_twice_is_once(taught, closed):
    at = years_later(30)
    assert gone(at)
    assert gone(at) == {}


def test_many_rows_go_in_batches_and_a_run_has_an_end(db, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE", 3)
    monkeypatch.setattr(running, "MOST", 6)
    for number in range(8):
        Session.objects.create(session_key=str(number), expire_date=AT - DAY)
    assert [gone(AT), gone(AT), gone(AT)] == [{"sessions": 6}, {"sessions": 2}, {}]


@pytest.fixture
def run(db, tmp_path, monkeypatch):
    """Run the command."""
    monkeypatch.setenv("MWALIMU_HOME", str(tmp_path / "home"))
    return lambda *options: CliRunner().invoke(main, ["retention", *options])


def test_the_command_says_what_goes(run):
    Session.objects.create(session_key="old", expire_date=AT)
    dry = run("--dry-run")
    assert dry.exit_code == 0
    assert "        1  sessions" in dry.output
    assert Session.objects.count() == 1
    found = json.loads(run("--format", "json").output)
    assert found["rules"][0] == {
        "rule": "sessions",
        "kept": "when it has ended",
        "due": 1,
        "gone": 1,
    }
    assert not Session.objects.exists()


def test_what_was_arranged_goes_six_months_after_the_session(
    cohort, kenya, wg_member, togo_wg_member, team
):
    sessions = [
        Meeting.objects.create(
            kind="working_group",
            programme=cohort.programme,
            starts_on=date(2024, 3, day),
            ends_on=date(2024, 3, day),
        )
        for day in (4, 20)
    ]
    for meeting, somebody in zip(sessions, (wg_member, togo_wg_member), strict=True):
        meeting.cohorts.add(cohort)
        who = somebody.person.uuid
        said = Said(state="done", note="NAME")
        set_step(meeting, who, "passport", said, by=team.actor, at=AT)
    assert "logistics" not in gone(datetime(2024, 9, 4, tzinfo=UTC))
    assert gone(datetime(2024, 9, 5, tzinfo=UTC))["logistics"] == 1
    assert Arrangement.objects.get().person == togo_wg_member.person
