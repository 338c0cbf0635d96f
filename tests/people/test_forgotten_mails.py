"""No mail tells of somebody who was forgotten, whatever became of it."""

import pytest

from mwalimu.people.operations import erase_person, invite, set_contacts
from mwalimu.shared import outbox
from mwalimu.shared.models import OutboxMessage
from mwalimu.shared.outbox import State
from tests.cast import AT, make_person

ADDRESS = "grace@example.org"


@pytest.fixture
def officer(system, kenya, team):
    """Reached at a contact address that is not the one of the account."""
    person = make_person("Grace Wanjiru", system, kenya)
    set_contacts(person, email="home@example.org", phone="", by=team.actor, at=AT)
    return person


def post(key, to="team@example.org", subject="Today", text="Nothing new."):
    return outbox.post_mail(to=[to], subject=subject, text=text, key=key, at=AT)


def after_erasure(officer, team, *messages):
    """State and content of each message once the officer was forgotten."""
    erase_person(officer, by=team.actor, at=AT)
    for message in messages:
        message.refresh_from_db()
    return [(message.state, message.payload) for message in messages]


def test_a_mail_that_waits_for_them_is_emptied_and_never_sent(officer, team):
    invite(officer, email=ADDRESS, by=team.actor, at=AT)
    invitation = OutboxMessage.objects.get()
    at_home = post("home", to="HOME@example.org")
    found = after_erasure(officer, team, invitation, at_home)
    assert found == [(State.ERASED, {})] * 2
    assert outbox.dispatch({}, lambda: AT) == 0


@pytest.mark.parametrize("state", [State.DONE, State.KEPT, State.FAILED])
def test_a_mail_that_was_settled_keeps_nothing_of_them(state, officer, team):
    mail = post("home", to="home@example.org")
    mail.last_error = "refused: home@example.org"
    outbox.settle(mail, state, AT)
    assert after_erasure(officer, team, mail) == [(state, {})]
    assert mail.last_error == ""


def test_a_mail_to_others_that_names_them_is_emptied(officer, team):
    in_text = post("text", text="GRACE WANJIRU, Kenya, was nominated.")
    in_subject = post("subject", subject="About Grace Wanjiru")
    outbox.settle(in_subject, State.DONE, AT)
    found = after_erasure(officer, team, in_text, in_subject)
    assert found == [(State.ERASED, {}), (State.DONE, {})]


def test_a_calendar_that_names_them_is_emptied_with_its_mail(officer, team):
    content = b"SUMMARY:WG1\r\nATTENDEE;CN=Grace Wan\r\n jiru:mailto:x@example.org"
    parts = [outbox.Part("text/calendar", content, "session.ics")]
    mail = outbox.post_mail(
        to=["team@example.org"], subject="WG1", text="", key="i", at=AT, parts=parts
    )
    other = outbox.post_mail(
        to=["team@example.org"],
        subject="WG2",
        text="",
        key="j",
        at=AT,
        parts=[outbox.Part("text/calendar", b"SUMMARY:WG2", "session.ics")],
    )
    found = after_erasure(officer, team, mail, other)
    assert found == [(State.ERASED, {}), (State.WAITING, other.payload)]


def test_mails_about_others_stay_as_they_are(officer, team):
    longer = post("longer", text="Grace Wanjirukha was nominated.")
    other = post("other", to="the.grace@example.org")
    before = [(State.WAITING, longer.payload), (State.WAITING, other.payload)]
    assert after_erasure(officer, team, longer, other) == before


def test_from_a_mail_to_several_only_their_address_goes(officer, team):
    to = ["team@example.org", "home@example.org"]
    mail = outbox.post_mail(to=to, subject="Today", text="News.", key="all", at=AT)
    content = {"to": ["team@example.org"], "subject": "Today", "text": "News."}
    assert after_erasure(officer, team, mail) == [(State.WAITING, content)]


def test_a_worker_that_holds_the_mail_writes_nothing_back(officer, team):
    mail = post("home", to="home@example.org")
    outbox.claim(mail, AT)
    erase_person(officer, by=team.actor, at=AT)
    outbox.put_off(mail, "busy: home@example.org", AT)
    outbox.settle(mail, State.DONE, AT)
    kept = OutboxMessage.objects.get(pk=mail.pk)
    assert (kept.state, kept.payload, kept.last_error) == (State.ERASED, {}, "")


def test_the_outbox_page_says_that_somebody_was_forgotten(client, officer, team):
    mail = post("home", to="home@example.org", subject="For Grace")
    outbox.settle(mail, State.KEPT, AT)
    erase_person(officer, by=team.actor, at=AT)
    client.force_login(team.account)
    page = client.get("/en/desk/outbox/").content.decode()
    assert "About somebody who was forgotten" in page
    assert "home@example.org" not in page
