"""A WG member answers an invitation and puts the session into a calendar."""

from datetime import timedelta

import pytest
import vobject

from mwalimu.programmes.models import Invitation
from mwalimu.programmes.operations.sessions import (
    cancel_session,
    move_session,
    send_invitations,
)
from mwalimu.shared.clock import now
from tests.cast import AT

LIST = "/en/field/sessions/"


@pytest.fixture
def invited(session, system, team, wg_member, togo_wg_member):
    """Everybody is invited to the session, three weeks from now."""
    first = now().date() + timedelta(days=21)
    move_session(session, first=first, by=system, at=AT)
    send_invitations(session, by=team.actor, at=now())
    return session


@pytest.fixture
def here(invited):
    return f"{LIST}{invited.uuid}"


@pytest.fixture
def signed_in(client, wg_member):
    client.force_login(wg_member.account)
    return client


def states():
    rows = Invitation.objects.order_by("person__name")
    return [(row.state, row.answer) for row in rows]


def test_an_answer_is_noted_with_its_word(signed_in, here):
    assert "Do you come?" in signed_in.get(f"{here}/").content.decode()
    signed_in.post(f"{here}/answer/", {"comes": "no", "word": "court day"})
    assert states() == [("declined", "court day"), ("sent", "")]
    page = signed_in.get(f"{here}/").content.decode()
    assert "You said that you do not come." in page


def test_a_word_that_is_too_long_is_said_and_kept(signed_in, here):
    word = "x" * 201
    response = signed_in.post(f"{here}/answer/", {"comes": "yes", "word": word})
    assert response.status_code == 422
    assert word in response.content.decode()
    assert states()[0] == ("sent", "")


@pytest.mark.parametrize("comes", ["", "maybe"])
def test_what_is_no_answer_is_not_found(signed_in, here, comes):
    assert signed_in.post(f"{here}/answer/", {"comes": comes}).status_code == 404
    assert states()[0] == ("sent", "")


def test_a_cancelled_session_asks_nobody(signed_in, here, invited, team):
    cancel_session(invited, why="flood", by=team.actor, at=now())
    page = signed_in.get(f"{here}/").content.decode()
    assert "flood" in page
    assert "Do you come?" not in page
    signed_in.post(f"{here}/answer/", {"comes": "yes"})
    assert states()[0] == ("cancelled", "")
    assert signed_in.get(f"{here}/session.ics").status_code == 404


def test_the_calendar_file_is_that_of_the_invitation(signed_in, here, invited):
    response = signed_in.get(f"{here}/session.ics")
    assert response.headers["Content-Type"] == "text/calendar"
    calendar = vobject.readOne(response.content.decode())
    assert calendar.method.value == "PUBLISH"
    assert calendar.vevent.summary.value == "Working group 1"
    assert calendar.vevent.dtstart.value == invited.days.first().day
    assert str(invited.uuid) in calendar.vevent.uid.value


def test_answers_and_attendance_are_in_my_data(signed_in, here):
    signed_in.post(f"{here}/answer/", {"comes": "no", "word": "court day"})
    held = signed_in.get("/en/desk/my-data/download/").json()["held"]["sessions"]
    assert [row["answer"] for row in held["invitations"]] == ["court day"]
    assert set(held) == {"attendance", "invitations", "guest", "expert"}
