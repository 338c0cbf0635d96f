"""Inviting, moving and calling off at the desk."""

from datetime import date, timedelta

import pytest

from mwalimu.programmes.models import Invitation
from mwalimu.programmes.operations.sessions import move_session
from mwalimu.shared.clock import now
from mwalimu.shared.models import OutboxMessage
from tests.cast import AT, hold, make_person, seat_of


@pytest.fixture
def soon(session, system):
    """The same session, three weeks from now."""
    first = now().date() + timedelta(days=21)
    move_session(session, first=first, by=system, at=AT)
    return session


def mails():
    return OutboxMessage.objects.filter(kind="mail").count()


def test_invitations_are_sent_once_and_answers_are_counted(
    signed_in, here, soon, wg_member, togo_wg_member
):
    page = signed_in.get(f"{here}/").content.decode()
    assert "2 people were not invited yet." in page
    signed_in.post(f"{here}/invite/")
    signed_in.post(f"{here}/invite/")
    assert mails() == 2
    rows = Invitation.objects.filter(person=wg_member.person)
    rows.update(state="declined", answered_at=now(), answer="court day")
    page = signed_in.get(f"{here}/people/").content.decode()
    assert "0 come, 1 not, 1 without an answer, 0 not invited yet." in page
    assert "court day" in page


def test_whoever_has_no_address_is_named(signed_in, here, soon, team, cohort, kenya):
    person = make_person("No Address", team.actor, kenya)
    hold(seat_of(cohort, kenya), person, team.actor)
    page = signed_in.post(f"{here}/invite/", follow=True).content.decode()
    assert "No mail address is recorded for: No Address." in page
    assert mails() == 0


def test_a_coordinator_reads_the_answers_of_their_own_people(
    client, signed_in, here, soon, kenya_coordinator, wg_member, togo_wg_member
):
    signed_in.post(f"{here}/invite/")
    rows = Invitation.objects.filter(person=togo_wg_member.person)
    rows.update(state="declined", answered_at=now(), answer="secret word")
    client.force_login(kenya_coordinator.account)
    page = client.get(f"{here}/people/").content.decode()
    assert "sent, no answer yet" in page
    assert "secret word" not in page
    assert client.post(f"{here}/invite/").status_code == 403


def test_a_session_is_moved_and_those_invited_are_told(
    signed_in, here, soon, wg_member
):
    signed_in.post(f"{here}/invite/")
    first = soon.days.first().day + timedelta(days=7)
    signed_in.post(f"{here}/move/", {"first": first.isoformat()})
    assert soon.days.first().day == first
    assert mails() == 2


@pytest.mark.parametrize("first", ["", "x", "1900-01-01"])
def test_a_move_to_no_day_is_said_at_its_field(signed_in, here, session, first):
    response = signed_in.post(f"{here}/move/", {"first": first})
    assert (response.status_code, list(response.context["form"].errors)) == (
        422,
        ["first"],
    )
    assert session.days.first().day == date(2024, 3, 4)


def test_a_session_is_called_off_and_held_after_all(signed_in, here, soon, wg_member):
    response = signed_in.post(f"{here}/cancel/", {"why": " "})
    assert list(response.context["form"].errors) == ["why"]
    signed_in.post(f"{here}/invite/")
    signed_in.post(f"{here}/cancel/", {"why": "flood"})
    page = signed_in.get(f"{here}/").content.decode()
    assert "This session was cancelled." in page
    assert "flood" in page
    assert mails() == 2
    signed_in.post(f"{here}/reinstate/")
    soon.refresh_from_db()
    assert not soon.is_cancelled


def test_a_session_without_days_invites_nobody(signed_in, here, session, wg_member):
    session.days.all().delete()
    page = signed_in.post(f"{here}/invite/", follow=True).content.decode()
    assert "set them first" in page
    assert mails() == 0
