"""Invitations, closed accounts, and people who are forgotten."""

import pytest

from mwalimu.accounts.models import Account, AuditLine
from mwalimu.people.models import Affiliation, Person, Role, RoleAssignment
from mwalimu.people.operations import (
    NotAllowed,
    PeopleRefused,
    deactivate_account,
    erase_person,
    invite,
    reactivate_account,
    set_contacts,
)
from mwalimu.people.signals import person_erased
from mwalimu.qualification.models import Award
from mwalimu.shared import outbox
from tests.cast import AT, make_person

ADDRESS = "grace@example.org"


@pytest.fixture
def officer(system, kenya):
    return make_person("Grace Wanjiru", system, kenya)


def open_account(person, by, email=ADDRESS, **more):
    return invite(person, email=email, by=by, at=AT, **more)


def test_an_invitation_opens_an_account_and_mails_where_to_sign_in(officer, team):
    account = open_account(officer, team.actor, link="https://m.example.org/fr/in/")
    assert (officer.account, account.has_usable_password()) == (account, False)
    mail = outbox.mails().get().payload
    assert mail["to"] == [ADDRESS]
    assert "https://m.example.org/fr/in/" in mail["text"]


def test_the_mail_is_in_a_language_of_the_person(officer, team):
    officer.languages.create(language="fr", level="C1")
    assert open_account(officer, team.actor).language == "fr"


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("nonsense", "no e-mail address"),
        ("", "no e-mail address"),
        ("PROJECT.TEAM@example.org", "Another account uses this address"),
    ],
)
def test_a_useless_address_is_refused(officer, team, email, says):
    with pytest.raises(PeopleRefused, match=says):
        open_account(officer, team.actor, email)
    assert not outbox.mails().exists()


def test_a_person_has_one_account(kenya_trainer, team):
    with pytest.raises(PeopleRefused, match="has an account already"):
        open_account(kenya_trainer.person, team.actor)


def test_a_coordinator_invites_people_of_the_own_administration(
    officer, kenya_coordinator
):
    assert open_account(officer, kenya_coordinator.actor).is_active


def test_a_stranger_invites_nobody_here(officer, togo_coordinator):
    with pytest.raises(NotAllowed):
        open_account(officer, togo_coordinator.actor)
    assert not Account.objects.filter(email=ADDRESS).exists()


def test_a_coordinator_does_not_close_the_account_of_the_head(head, kenya_coordinator):
    with pytest.raises(NotAllowed):
        deactivate_account(head.person, by=kenya_coordinator.actor, at=AT)
    assert Account.objects.get(pk=head.account.pk).is_active


def test_a_closed_account_opens_again_without_its_password(kenya_registrar, team):
    deactivate_account(kenya_registrar.person, by=team.actor, at=AT)
    reactivate_account(kenya_registrar.person, by=team.actor, at=AT)
    account = Account.objects.get(pk=kenya_registrar.account.pk)
    assert (account.is_active, account.has_usable_password()) == (True, False)


def test_the_last_of_the_project_team_is_not_shut_out(team, system):
    with pytest.raises(PeopleRefused, match="add another first"):
        deactivate_account(team.person, by=system, at=AT)


def test_what_identifies_goes_and_what_is_counted_stays(kenya_registrar, team):
    person = kenya_registrar.person
    set_contacts(person, email=ADDRESS, phone="1", by=team.actor, at=AT)
    Affiliation.objects.filter(person=person).update(unit="Tariff", post="Chief")
    erase_person(person, by=team.actor, at=AT)
    kept = Person.objects.get(pk=person.pk)
    assert (kept.name, kept.key, kept.birth_year, kept.sex) == ("", "", None, "F")
    assert not kept.contacts.exists()
    work = kept.affiliations.get()
    assert (work.member.code, work.unit, work.post) == ("KE", "", "")


def test_no_column_of_the_database_knows_the_erased_name(kenya_registrar, team):
    erase_person(kenya_registrar.person, by=team.actor, at=AT)
    account = Account.objects.get(pk=kenya_registrar.account.pk)
    assert account.email.endswith("@erased.invalid")
    assert not account.is_active
    lines = AuditLine.objects.values_list("before", "after")
    assert all("registrar@" not in f"{line}" for line in lines)


def test_open_roles_of_an_erased_person_end(kenya_registrar, team):
    erase_person(kenya_registrar.person, by=team.actor, at=AT)
    row = RoleAssignment.objects.get(role=Role.REGISTRAR)
    assert row.until < AT.date()


def test_an_erasure_is_announced_once(officer, team):
    heard = []

    def listen(sender, person, **_rest):
        heard.append(person)

    person_erased.connect(listen)
    try:
        erase_person(officer, by=team.actor, at=AT)
        erase_person(officer, by=team.actor, at=AT)
    finally:
        person_erased.disconnect(listen)
    assert heard == [officer]


def test_nothing_is_added_to_an_erased_person(officer, team):
    erase_person(officer, by=team.actor, at=AT)
    with pytest.raises(PeopleRefused, match="was erased"):
        open_account(officer, team.actor)


def test_a_coordinator_forgets_a_trainee_but_nobody_with_a_role(
    officer, kenya_registrar, kenya_coordinator
):
    by = kenya_coordinator.actor
    assert erase_person(officer, by=by, at=AT).erased_at == AT
    with pytest.raises(NotAllowed):
        erase_person(kenya_registrar.person, by=by, at=AT)


def test_a_stranger_forgets_nobody_here(officer, togo_coordinator):
    with pytest.raises(NotAllowed):
        erase_person(officer, by=togo_coordinator.actor, at=AT)


def test_why_an_award_ended_is_forgotten_with_the_person(kenya_trainer, team):
    Award.objects.update(ended_on=AT.date(), end_reason="Grace left for her children")
    erase_person(kenya_trainer.person, by=team.actor, at=AT)
    row = Award.objects.get(person=kenya_trainer.person)
    assert (row.end_reason, row.ended_on) == ("", AT.date())
