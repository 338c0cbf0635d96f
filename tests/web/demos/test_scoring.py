"""An assessor scores on the phone; nobody reads a score who may not."""

import pytest

from mwalimu.programmes.models import DemoScore

GIVEN = {"skill": "5", "expertise": "4", "content": "3", "remarks": "Lively talk"}
HERE = "/en/field/scoring/"


def test_an_assessor_scores_a_slot(client, slot, assessor):
    client.force_login(assessor.account)
    assert "Kenya Candidate" in client.get(HERE).content.decode()
    url = f"/en/field/scoring/{slot.uuid}/"
    assert client.post(url, GIVEN).headers["Location"] == HERE
    row = DemoScore.objects.get()
    assert (row.skill, row.expertise, row.content) == (5, 4, 3)
    page = client.get(url).content.decode()
    assert "Lively talk" in page
    assert "1 of 2 assessors are in" in page


@pytest.mark.parametrize("name", ["skill", "expertise", "content"])
@pytest.mark.parametrize("value", ["", "0", "6", "-1", "4.5", "five"])
def test_a_wrong_score_is_said_at_its_criterion_and_the_rest_stays(
    name, value, client, slot, assessor
):
    client.force_login(assessor.account)
    response = client.post(f"/en/field/scoring/{slot.uuid}/", GIVEN | {name: value})
    page = response.content.decode()
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]
    assert "Lively talk" in page
    assert not DemoScore.objects.exists()


def test_a_score_is_final(client, slot, assessor):
    client.force_login(assessor.account)
    url = f"/en/field/scoring/{slot.uuid}/"
    client.post(url, GIVEN)
    assert client.post(url, GIVEN).status_code == 302
    refused = client.post(url, GIVEN | {"skill": "1"})
    assert refused.status_code == 422
    assert "final" in refused.content.decode()


def test_assessors_are_blind_to_each_other_until_both_are_in(
    client, slot, scores, assessor, second_assessor
):
    scores(assessor, skill=5, remarks="Lively talk")
    client.force_login(second_assessor.account)
    url = f"/en/field/scoring/{slot.uuid}/"
    for page in (client.get(url), client.get(HERE)):
        assert "Lively talk" not in page.content.decode()
    scores(second_assessor, skill=3)
    page = client.get(url).content.decode()
    assert "Lively talk" in page
    assert "two points or more apart" in page


@pytest.mark.parametrize(
    "who",
    [
        "wg_member",
        "togo_wg_member",
        "kenya_coordinator",
        "togo_coordinator",
        "head",
        "kenya_registrar",
        "reader",
        "kenya_trainer",
        "kenya_assessor",
    ],
)
def test_no_page_tells_anybody_else_a_score(who, client, complete, session, request):
    client.force_login(request.getfixturevalue(who).account)
    pages = [
        HERE,
        f"/en/field/scoring/{complete.uuid}/",
        f"/en/desk/slots/{complete.uuid}/",
        f"/en/desk/sessions/{session.uuid}/demo-slots/",
        f"/en/desk/sessions/{session.uuid}/",
        "/en/desk/my-data/download/",
        "/en/desk/",
        "/en/field/",
    ]
    for url in pages:
        text = client.get(url).content.decode()
        assert "Too fast" not in text
        assert "Lively" not in text
        assert "two points or more" not in text


def test_a_candidate_sees_when_they_teach(client, slot, wg_member):
    client.force_login(wg_member.account)
    page = client.get(HERE).content.decode()
    assert "When you teach" in page
    assert "Mon 26" in page


def test_a_candidate_reads_what_was_agreed_once_all_have_signed(
    client, closed, wg_member, assessor, team
):
    from mwalimu.programmes.operations.demos import sign_minutes
    from tests.cast import AT

    client.force_login(wg_member.account)
    assert "What the panel agreed" not in client.get(HERE).content.decode()
    for somebody in (assessor, team):
        sign_minutes(closed, by=somebody.actor, at=AT)
    page = client.get(HERE).content.decode()
    assert "What the panel agreed" in page
    assert "Convincing" in page
    assert "Too fast" not in page


def test_a_member_of_the_panel_reads_and_signs_on_their_phone(
    client, closed, assessor, second_assessor
):
    client.force_login(assessor.account)
    assert "Minutes for you to sign" in client.get(HERE).content.decode()
    url = f"/en/field/scoring/minutes/{closed.uuid}/"
    assert "Kenya Candidate" in client.get(url).content.decode()
    client.post(f"{url}sign/")
    assert closed.panel.get(person=assessor.person).signed_at
    assert "Minutes for you to sign" not in client.get(HERE).content.decode()
    client.force_login(second_assessor.account)
    assert client.get(url).status_code == 404
    assert client.post(f"{url}sign/").status_code == 404


def test_changed_minutes_say_so(client, signed, assessor):
    signed.results.update(skill=1)
    client.force_login(assessor.account)
    page = client.get(f"/en/field/scoring/minutes/{signed.uuid}/").content.decode()
    assert "not what was closed" in page


def test_scoring_costs_few_queries(
    client, complete, assessor, django_assert_max_num_queries
):
    client.force_login(assessor.account)
    with django_assert_max_num_queries(12):
        client.get(HERE)
