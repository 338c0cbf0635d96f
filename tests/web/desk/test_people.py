"""Pages on people: whose names, how many queries, what a form says."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from mwalimu.accounts.models import AuditLine
from mwalimu.people.engine.holdings import KINDS
from mwalimu.people.models import Person, Role, RoleAssignment
from mwalimu.people.operations import invite, set_contacts, set_languages
from mwalimu.people.queries import record_of
from mwalimu.qualification.models import Award
from mwalimu.shared import outbox
from mwalimu.trainings.models import Participation, Training
from tests.cast import AT, make_person


def signed_in(somebody):
    client = Client()
    client.force_login(somebody.account)
    return client


def page(somebody, name, **arguments):
    return signed_in(somebody).get(reverse(f"desk:{name}", kwargs=arguments or None))


def send(somebody, name, form, **arguments):
    return signed_in(somebody).post(
        reverse(f"desk:{name}", kwargs=arguments or None), form
    )


@pytest.fixture
def officer(system, kenya):
    """A trainee of Kenya: no role, no account, no award."""
    return make_person("Grace Wanjiru", system, kenya)


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("kenya_coordinator", True),
        ("kenya_registrar", True),
        ("head", True),
        ("team", False),
        ("togo_coordinator", False),
    ],
)
def test_a_trainees_name_belongs_to_the_own_administration(
    who, reads, officer, request
):
    somebody = request.getfixturevalue(who)
    assert ("Grace Wanjiru" in page(somebody, "people").text) == reads
    answer = page(somebody, "person", uuid=officer.uuid).status_code
    assert answer == (200 if reads else 404)


@pytest.mark.parametrize(
    ("who", "reads"), [("team", True), ("togo_coordinator", False)]
)
def test_a_master_trainers_name_is_read_by_the_project_team_too(
    who, reads, officer, kenya_trainer, request
):
    Award.objects.update(person=officer)
    somebody = request.getfixturevalue(who)
    assert ("Grace Wanjiru" in page(somebody, "people").text) == reads


def test_an_erased_person_is_on_no_page(officer, kenya_coordinator):
    Person.objects.filter(pk=officer.pk).update(name="", key="", erased_at=AT)
    assert page(kenya_coordinator, "person", uuid=officer.uuid).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_costs_the_same_for_any_number(
    number, kenya_coordinator, kenya, system, django_assert_max_num_queries
):
    for n in range(number):
        make_person(f"Officer {n}", system, kenya)
    client = signed_in(kenya_coordinator)
    with django_assert_max_num_queries(12):
        assert client.get(reverse("desk:people")).status_code == 200


@pytest.mark.parametrize("who", ["team", "kenya_coordinator", "head"])
def test_a_persons_page_costs_at_most_twelve_queries(
    who, kenya_trainer, request, django_assert_max_num_queries
):
    client = signed_in(request.getfixturevalue(who))
    uuid = kenya_trainer.person.uuid
    with django_assert_max_num_queries(12):
        found = client.get(reverse("desk:person", kwargs={"uuid": uuid}))
    assert "Master Trainer, HS classification" in found.text


@pytest.mark.parametrize("name", ["audit", "outbox", "my_data", "whose_data"])
def test_the_other_pages_cost_at_most_twelve_queries(
    name, team, django_assert_max_num_queries
):
    client = signed_in(team)
    with django_assert_max_num_queries(13 if name == "my_data" else 12):
        assert client.get(reverse(f"desk:{name}")).status_code == 200


def test_the_file_of_my_data_costs_two_queries_a_kind(
    team, django_assert_max_num_queries
):
    client = signed_in(team)
    with django_assert_max_num_queries(2 * len(KINDS)):
        found = client.get(reverse("desk:my_data_download")).json()["held"]
    assert found.keys() == {kind.code for kind in KINDS}


def test_a_record_has_the_languages_and_contacts_of_that_person_only(
    officer, kenya_coordinator, system
):
    spoken = {"sw": "C2", "en": "C1"}
    set_languages(officer, languages=spoken, by=system, at=AT)
    set_contacts(officer, email="g@a.org", phone="+254 20 1", by=system, at=AT)
    found = record_of(officer)
    assert {row.language: row.level for row in found.languages} == spoken
    assert [row.language for row in found.languages] == ["en", "sw"]
    assert [row.value for row in found.contacts] == ["g@a.org", "+254 20 1"]
    assert record_of(kenya_coordinator.person).contacts == []


def test_the_list_finds_a_name_in_any_order(officer, kenya_coordinator):
    client = signed_in(kenya_coordinator)
    found = client.get(reverse("desk:people"), {"name": "wanjiru GRÂCE"}).text
    assert "Grace Wanjiru" in found
    assert "Kenya Coordinator" not in found.partition("<table")[2]


NEW = {"name": "Amina Otieno", "sex": "F", "sector": "customs", "member": "KE"}


def test_a_new_person_is_recorded_with_a_hash_of_the_staff_number(kenya_registrar):
    send(kenya_registrar, "person_new", {**NEW, "staff_number": "KRA-77"})
    person = Person.objects.get(name="Amina Otieno")
    assert len(person.staff_number_hash) == 64
    assert person.affiliations.get().member.code == "KE"


def test_a_wrong_form_keeps_what_was_typed_and_says_what_is_wrong(kenya_registrar):
    found = send(kenya_registrar, "person_new", {**NEW, "birth_year": "1850"})
    assert found.status_code == 422
    assert 'value="Amina Otieno"' in found.text
    assert "1850 cannot be a birth year" in found.text
    assert not Person.objects.filter(name="Amina Otieno").exists()


def test_a_button_that_is_refused_says_why_on_the_page(team):
    url = reverse("desk:person_account", kwargs={"uuid": team.person.uuid})
    client = Client()
    client.force_login(team.account)
    page = client.post(url, {"close": "yes"})
    assert page.status_code == 422
    assert "Nobody would be left on the project team" in page.content.decode()


def test_nobody_records_people_of_another_member(togo_coordinator, kenya):
    send(togo_coordinator, "person_new", NEW)
    assert not Person.objects.filter(name="Amina Otieno").exists()


def test_an_invitation_is_both_or_neither(kenya_coordinator, head):
    form = {**NEW, "email": head.account.email, "language": "fr"}
    found = send(kenya_coordinator, "invite", form)
    assert "Another account uses this address" in found.text
    assert not Person.objects.filter(name="Amina Otieno").exists()


def test_an_invitation_leads_to_the_sign_in_in_its_language(kenya_coordinator):
    form = {**NEW, "email": "amina@example.org", "language": "fr"}
    send(kenya_coordinator, "invite", form)
    assert "/fr/account/login/code/" in outbox.mails().get().payload["text"]


def test_a_coordinator_hands_a_deputys_role_over(
    officer, kenya, kenya_coordinator, system
):
    row = RoleAssignment.objects.create(
        person=make_person("Old Deputy", system, kenya),
        role=Role.DEPUTY_COORDINATOR,
        member=kenya,
        since="2020-01-01",
        assigned_by=system,
    )
    form = {"to": "Wanjiru Grace", "since": "2024-01-01"}
    send(kenya_coordinator, "role_hand_over", form, uuid=row.uuid)
    row.refresh_from_db()
    assert row.handed_to.person == officer


def test_a_successor_must_be_one_known_person(
    officer, kenya, kenya_coordinator, kenya_registrar, system
):
    make_person("Grace Wanjiku", system, kenya)
    uuid = RoleAssignment.objects.get(role=Role.REGISTRAR).uuid
    form = {"to": "Grace", "since": "2024-01-01"}
    found = send(kenya_coordinator, "role_hand_over", form, uuid=uuid)
    assert "Several people fit" in found.text


def test_mails_that_let_somebody_sign_in_are_not_shown(team, officer, settings):
    invite(officer, email="g@example.org", by=team.actor, at=AT)
    outbox.post_mail(
        to=["g@example.org"], subject="Code", text="K3Y-C0D3", key="sign-in:1", at=AT
    )
    shown = page(team, "outbox").text
    assert ("K3Y-C0D3" in shown, "You need no password" in shown) == (False, True)
    settings.DEMO = True
    assert "K3Y-C0D3" in page(team, "outbox").text


def test_the_audit_trail_is_narrowed_by_who_acted(team, officer):
    invite(officer, email="g@example.org", by=team.actor, at=AT)
    client = signed_in(team)
    url = reverse("desk:audit")
    assert "<code>invite</code>" in client.get(url, {"actor": team.account.email}).text
    nobody = client.get(url, {"actor": "nobody@example.org"})
    assert "No line fits" in nobody.text


def test_the_audit_trail_is_paged_from_the_newest(team, system):
    for n in range(120):
        AuditLine.objects.create(
            at=AT, by=system, verb=f"v{n}", subject="x", subject_uuid=team.account.uuid
        )
    client = signed_in(team)
    first = client.get(reverse("desk:audit"))
    assert "<code>v119</code>" in first.text
    older = client.get(f"{reverse('desk:audit')}?{first.context['older']}")
    assert "<code>v69</code>" in older.text
    assert "<code>v71</code>" not in older.text


@pytest.fixture
def took_part(kenya_trainer, togo_coordinator, kenya, system):
    """The trainer and a stranger took part in one training."""
    training = Training.objects.create(
        title="Valuation refresher",
        host=kenya,
        starts_on="2023-05-02",
        ends_on="2023-05-03",
        mode="in_person",
        source="form",
        entered_by=system,
        entered_at=AT,
    )
    for somebody, score in ((kenya_trainer, 81), (togo_coordinator, 12)):
        Participation.objects.create(
            training=training,
            person=somebody.person,
            member=kenya,
            sector="customs",
            sex="F",
            post_score=score,
        )


def test_ones_own_data_are_all_there_and_nobody_elses(took_part, kenya_trainer):
    held = json.loads(page(kenya_trainer, "my_data_download").content)["held"]
    assert [row["post_score"] for row in held["participations"]] == ["81.00"]
    assert held["awards"][0]["topic"] == "HS"
    assert held["account"]["email"] == kenya_trainer.account.email
    assert "Togo" not in json.dumps(held)


def test_every_declared_kind_of_data_is_in_the_export(took_part, kenya_trainer):
    held = json.loads(page(kenya_trainer, "my_data_download").content)["held"]
    assert set(held) == {kind.code for kind in KINDS}


def test_a_language_that_is_chosen_is_kept(kenya_trainer):
    answer = send(kenya_trainer, "my_language", {"language": "fr"})
    kenya_trainer.account.refresh_from_db()
    assert kenya_trainer.account.language == "fr"
    assert answer.headers["Location"] == "/fr/desk/my-data/"


def test_nobody_withdraws_the_consent_of_another(kenya_trainer, togo_coordinator):
    send(kenya_trainer, "my_consents", {"purpose": "profile", "audience": "team"})
    row = kenya_trainer.person.consents.get()
    answer = send(togo_coordinator, "my_consents", {"withdraw": str(row.pk)})
    row.refresh_from_db()
    assert (answer.status_code, row.withdrawn_at) == (404, None)
