"""My reminders, on their page and on the first page of each face."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mwalimu.notices.models import DigestChoice, Quiet
from mwalimu.notices.operations import mute
from mwalimu.shared import clock
from mwalimu.trainings.operations import record_training, return_training
from tests.cast import AT
from tests.trainings.making import plain, submitted

DAY = timedelta(days=1)
PAGE = "/en/desk/reminders/"


@pytest.fixture
def waiting(kenya, topics, kenya_trainer, kenya_registrar):
    """A training in Kenya that its registrar handed in."""
    facts = plain(kenya, topics["HS"], kenya_trainer.person)
    return submitted(facts, kenya_registrar.actor)


def groups(client, somebody, address=PAGE):
    """The kinds that somebody is shown, with their counts."""
    client.force_login(somebody.account)
    reminders = client.get(address).context["reminders"]
    return {group.code: group.count for group in reminders.groups}


def subject(client):
    return client.get(PAGE).context["reminders"].groups[0].lines[0].subject


def post(client, name, **form):
    return client.post(reverse(f"desk:{name}"), form)


def test_a_line_leads_to_the_page_where_it_is_done(client, waiting, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    page = client.get(PAGE).content.decode()
    assert f'href="/en/desk/trainings/{waiting.uuid}/"' in page
    assert "Verify “Classification of machinery”, Kenya, 6 November 2023" in page


@pytest.mark.parametrize("address", [PAGE, "/en/desk/"])
def test_whoever_may_verify_is_asked_to(
    client, waiting, kenya_coordinator, team, togo_coordinator, head, address
):
    found = [
        groups(client, somebody, address)
        for somebody in (kenya_coordinator, team, togo_coordinator, head)
    ]
    asked = {"training_to_verify": 1}
    assert found == [asked, asked, {}, {}]


def test_what_was_returned_says_why(
    client, waiting, kenya_coordinator, kenya_registrar
):
    return_training(waiting, reason="Add the place.", by=kenya_coordinator.actor, at=AT)
    assert groups(client, kenya_registrar, "/en/desk/") == {"training_returned": 1}
    assert "Add the place." in client.get("/en/desk/").content.decode()


def test_it_goes_once_it_is_done(client, waiting, kenya_coordinator):
    return_training(waiting, reason="Add the place.", by=kenya_coordinator.actor, at=AT)
    assert "training_to_verify" not in groups(client, kenya_coordinator)


def test_a_matter_is_put_off_and_brought_back(client, waiting, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    about = subject(client)
    until = (clock.today() + 7 * DAY).isoformat()
    answer = post(client, "reminder_put_off", subject=about, until=until)
    assert answer.headers["Location"] == PAGE
    assert groups(client, kenya_coordinator) == {}
    assert "put off until" in client.get(PAGE).content.decode()
    assert "1 matter is put off or muted." in client.get("/en/desk/").content.decode()
    post(client, "reminder_bring_back", subject=about)
    assert groups(client, kenya_coordinator) == {"training_to_verify": 1}


def test_a_day_in_the_past_is_refused_and_kept(client, waiting, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    answer = post(
        client, "reminder_put_off", subject=subject(client), until="2024-01-01"
    )
    assert answer.status_code == 422
    assert 'value="2024-01-01"' in answer.content.decode()
    assert "Choose a day to come" in answer.content.decode()
    assert not Quiet.objects.exists()


def test_nobody_puts_off_what_is_not_theirs(
    client, waiting, kenya_coordinator, togo_coordinator
):
    client.force_login(kenya_coordinator.account)
    about = subject(client)
    client.force_login(togo_coordinator.account)
    until = (clock.today() + 7 * DAY).isoformat()
    answer = post(client, "reminder_put_off", subject=about, until=until)
    assert answer.status_code == 404
    assert not Quiet.objects.exists()


def test_a_kind_is_muted_and_wanted_again(client, waiting, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    post(client, "reminder_mute", kind="training_to_verify")
    assert groups(client, kenya_coordinator) == {}
    assert "You are not reminded of these." in client.get(PAGE).content.decode()
    post(client, "reminder_unmute", kind="training_to_verify")
    assert groups(client, kenya_coordinator) == {"training_to_verify": 1}


def test_a_kind_that_does_not_exist_is_refused(client, team):
    client.force_login(team.account)
    answer = post(client, "reminder_mute", kind="weather")
    assert answer.status_code == 422
    assert "Nothing was changed." in answer.content.decode()


def test_i_say_how_often_i_am_written_to(client, team):
    client.force_login(team.account)
    assert post(client, "reminder_mail", frequency="never").status_code == 302
    assert DigestChoice.objects.get().frequency == "never"
    assert 'value="never"' in client.get(PAGE).content.decode()
    assert post(client, "reminder_mail", frequency="hourly").status_code == 422


def test_an_account_of_nobody_has_an_empty_page(client, team):
    team.person.account = None
    team.person.save()
    client.force_login(team.account)
    assert client.get(PAGE).status_code == 200
    assert post(client, "reminder_mail", frequency="never").status_code == 403


def test_in_the_field_a_line_leads_to_the_field(client, kenya, topics, kenya_trainer):
    facts = plain(kenya, topics["HS"], kenya_trainer.person)
    training = record_training(
        facts=facts, source="form", by=kenya_trainer.actor, at=AT
    )
    client.force_login(kenya_trainer.account)
    page = client.get("/en/field/").content.decode()
    assert f'href="/en/field/trainings/{training.uuid}/"' in page


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    "role", ["team", "head", "kenya_coordinator", "wg_member", "assessor"]
)
def test_the_page_costs_few_queries(
    rows, role, client, kenya, topics, kenya_trainer, kenya_registrar, request,
    django_assert_max_num_queries,
):  # fmt: skip
    somebody = request.getfixturevalue(role)
    for _ in range(rows):
        facts = plain(kenya, topics["HS"], kenya_trainer.person)
        submitted(facts, kenya_registrar.actor)
    mute(somebody.person, kind="behind", by=somebody.actor, at=AT)
    client.force_login(somebody.account)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
