"""My own way to a session: what is arranged, and my name as in my passport."""

import pytest

from mwalimu.programmes.models import Arrangement, Session
from mwalimu.programmes.operations.logistics import Said, set_step
from tests.cast import AT


@pytest.fixture
def coming(cohort, kenya):
    """A session far ahead, so that it is never over."""
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        host=kenya,
        starts_on="2090-03-06",
        mode="in_person",
    )
    made.cohorts.add(cohort)
    return made


@pytest.fixture
def here(coming):
    return f"/en/field/sessions/{coming.uuid}/"


def test_i_read_my_own_row_and_nobody_elses(
    client, coming, here, wg_member, togo_wg_member, team
):
    for somebody, note in ((wg_member, "KQ 101"), (togo_wg_member, "ET 302")):
        who = somebody.person.uuid
        said = Said(state="done", note=note)
        set_step(coming, who, "ticket", said, by=team.actor, at=AT)
    client.force_login(wg_member.account)
    page = client.get(here).content.decode()
    assert "KQ 101" in page
    assert "ET 302" not in page


def test_i_write_my_name_as_in_my_passport(client, here, wg_member):
    client.force_login(wg_member.account)
    answer = client.post(f"{here}passport/", {"name": "CANDIDATE KENYA"})
    assert answer.status_code == 302
    row = Arrangement.objects.get()
    assert (row.person, row.note) == (wg_member.person, "CANDIDATE KENYA")
    assert 'value="CANDIDATE KENYA"' in client.get(here).content.decode()


def test_an_empty_name_is_refused(client, here, wg_member):
    client.force_login(wg_member.account)
    answer = client.post(f"{here}passport/", {"name": " "})
    assert answer.status_code == 422
    assert "Something must stand here." in answer.content.decode()


def test_a_stranger_finds_no_such_page(client, here, togo_coordinator):
    client.force_login(togo_coordinator.account)
    assert client.post(f"{here}passport/", {"name": "X"}).status_code == 404
    assert not Arrangement.objects.exists()


def test_online_nobody_is_asked_for_a_passport(client, coming, here, wg_member):
    coming.mode = "online"
    coming.save()
    client.force_login(wg_member.account)
    assert "Getting there" not in client.get(here).content.decode()
