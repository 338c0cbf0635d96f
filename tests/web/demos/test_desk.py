"""The project team plans slots, follows who is in, and keeps the minutes."""

import pytest

from mwalimu.programmes.models import DemoSlot, PanelMinutes
from mwalimu.programmes.operations.demos import sign_minutes
from tests.cast import AT, cast, hold, seat_of


@pytest.fixture
def signed_in(client, team):
    client.force_login(team.account)
    return client


@pytest.fixture
def here(session):
    return f"/en/desk/sessions/{session.uuid}/demo-slots/"


def plan(form, **changes):
    """What the form proposes, sent back."""
    sent = {**form.initial, "starts": "09:00", "ends": "12:00", "room": "B 2"}
    return {key: value for key, value in {**sent, **changes}.items() if value != ""}


def test_all_candidates_get_a_slot_at_once(
    signed_in, here, session, wg_member, togo_wg_member
):
    form = signed_in.get(f"{here}plan/").context["form"]
    assert len(form.initial["candidates"]) == 2
    response = signed_in.post(f"{here}plan/", plan(form))
    assert response.headers["Location"] == here
    rows = session.slots.order_by("position")
    assert [str(row.starts) for row in rows] == ["09:00:00", "10:00:00"]
    page = signed_in.get(here).content.decode()
    assert "none named" in page
    assert "Kenya Candidate" in page


def test_those_who_have_a_slot_are_not_ticked_again(signed_in, here, slots):
    form = signed_in.get(f"{here}plan/").context["form"]
    assert form.initial["candidates"] == []
    assert len(form.fields["candidates"].choices) == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends": "09:30"}, "days"),
        ({"ends": "08:00"}, "ends"),
        ({"minutes": "0"}, "minutes"),
        ({"minutes": "many"}, "minutes"),
        ({"days": []}, "days"),
        ({"candidates": ["nobody"]}, "candidates"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(
    changes, field, signed_in, here, session, wg_member, togo_wg_member
):
    form = signed_in.get(f"{here}plan/").context["form"]
    response = signed_in.post(f"{here}plan/", plan(form, **changes))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert 'value="B 2"' in response.content.decode()
    assert not DemoSlot.objects.exists()


def test_slots_are_moved_and_swapped(signed_in, here, slots, session):
    signed_in.post(f"/en/desk/slots/{slots[0].uuid}/move/", {"to": "2"})
    assert session.slots.get(position=1) == slots[1]
    one, other = (str(row.uuid) for row in slots)
    signed_in.post(f"{here}swap/", {"one": one, "other": other})
    assert session.slots.get(position=1) == slots[0]
    assert (
        signed_in.post(f"{here}swap/", {"one": "x", "other": other}).status_code == 404
    )


def test_assessors_are_named_for_all_but_their_own(
    signed_in, here, slots, assessor, second_assessor, kenya_assessor
):
    people = [str(each.person.uuid) for each in (assessor, kenya_assessor)]
    page = signed_in.post(f"{here}assessors/", {"assessors": people}, follow=True)
    text = page.content.decode()
    assert "1 slot has its assessors" in text
    assert "1 slot lacks two assessors of other administrations" in text
    refused = signed_in.post(f"{here}assessors/", {"assessors": people[:1]})
    assert refused.status_code == 422


def test_one_slot_gets_its_own_assessors(signed_in, slots, assessor, kenya_assessor):
    url = f"/en/desk/slots/{slots[0].uuid}/assessors/"
    people = [str(each.person.uuid) for each in (assessor, kenya_assessor)]
    response = signed_in.post(url, {"assessors": people})
    assert response.status_code == 422
    assert "own administration" in str(response.context["form"].errors)


def test_a_slot_gets_a_title(signed_in, slots):
    url = f"/en/desk/slots/{slots[0].uuid}/edit/"
    signed_in.post(url, {"minutes": "30", "title": "Tyres"})
    slots[0].refresh_from_db()
    assert (slots[0].minutes, slots[0].title) == (30, "Tyres")


def test_a_slot_is_taken_out(signed_in, slots):
    signed_in.post(f"/en/desk/slots/{slots[1].uuid}/drop/")
    assert DemoSlot.objects.count() == 1


def test_the_team_sees_who_is_in_but_no_score_before_all_are(
    signed_in, here, slot, scores, assessor
):
    scores(assessor, skill=1, expertise=2, content=1, remarks="Weak, alas")
    for url in (here, f"/en/desk/slots/{slot.uuid}/"):
        page = signed_in.get(url).content.decode()
        assert "First Assessor" in page
        assert "is in" in page
        assert "is not in yet" in page
        assert "Weak, alas" not in page
        assert "scores differ" not in page


def test_once_all_are_in_the_spread_shows_and_what_differs_is_marked(
    signed_in, here, complete
):
    assert "scores differ" in signed_in.get(here).content.decode()
    page = signed_in.get(f"/en/desk/slots/{complete.uuid}/").content.decode()
    assert "two points or more apart" in page
    assert "Too fast" in page
    assert "3 – 5" in page
    assert "Criterion" in page


def talk(form, **changes):
    """The draft as the page proposes it, sent back."""
    sent = {
        key: value for key, value in form.initial.items() if value not in (None, "")
    }
    return {**sent, **changes}


def test_minutes_are_written_from_what_the_scores_propose(
    signed_in, session, complete, wg_member, assessor, team
):
    begun = signed_in.post(
        f"/en/desk/sessions/{session.uuid}/minutes/", {"language": "en"}
    )
    url = begun.headers["Location"]
    form = signed_in.get(url).context["form"]
    key = f"{wg_member.person.uuid.hex}_HS"
    assert form.initial[f"skill_{key}"] is None  # they differ: the panel talks
    assert form.initial[f"content_{key}"] == 4
    refused = signed_in.post(url, talk(form))
    assert refused.status_code == 422
    assert "all three figures" in refused.content.decode()
    panel = {
        "person_1": str(assessor.person.uuid),
        "organisation_1": "JICA",
        "person_2": str(team.person.uuid),
        "organisation_2": "WCO",
    }
    signed_in.post(url, talk(form, **{f"skill_{key}": "4"}, **panel))
    signed_in.post(f"{url}close/")
    row = PanelMinutes.objects.get()
    assert (row.results.get().skill, row.panel.count()) == (4, 2)
    assert len(row.content_hash) == 64
    page = signed_in.get(url).content.decode()
    assert row.content_hash in page
    signed_in.post(f"{url}sign/")
    assert row.panel.get(person=team.person).signed_at


def test_closed_minutes_are_read_opened_again_and_corrected(
    signed_in, closed, assessor, team
):
    url = f"/en/desk/minutes/{closed.uuid}/"
    signed_in.post(f"{url}reopen/")
    closed.refresh_from_db()
    assert closed.closed_at is None
    signed_in.post(f"{url}close/")
    for somebody in (assessor, team):
        sign_minutes(closed, by=somebody.actor, at=AT)
    answer = signed_in.post(f"{url}reopen/", follow=True).content.decode()
    assert "never change" in answer
    signed_in.post(f"{url}correct/")
    assert PanelMinutes.objects.get(corrects=closed).results.get().skill == 4


def test_a_draft_is_dropped(signed_in, agreed):
    signed_in.post(f"/en/desk/minutes/{agreed.uuid}/drop/")
    assert not PanelMinutes.objects.exists()


def test_minutes_do_not_begin_before_a_slot_is_complete(signed_in, session, slot):
    url = f"/en/desk/sessions/{session.uuid}/minutes/"
    page = signed_in.post(url, {"language": "en"}, follow=True).content.decode()
    assert "No slot of this session is scored by all" in page


def test_the_pdf_is_sent_to_the_team_and_the_panel(
    client,
    closed,
    team,
    assessor,
    second_assessor,
    wg_member,
    kenya_coordinator,
    reader,
):
    url = f"/minutes/{closed.uuid}/pdf/"
    answers = []
    for who in (team, assessor, second_assessor, wg_member, kenya_coordinator, reader):
        client.force_login(who.account)
        answers.append(client.get(url).status_code)
    assert answers == [200, 200, 404, 404, 404, 404]


@pytest.mark.parametrize("people", [1, 3])
def test_the_schedule_costs_few_queries(
    people,
    signed_in,
    here,
    session,
    cohort,
    system,
    kenya,
    topics,
    django_assert_max_num_queries,
):
    for number in range(1, people + 1):
        somebody = cast(f"Person {number}", system, kenya)
        hold(seat_of(cohort, kenya, number), somebody.person, system)
        DemoSlot.objects.create(
            session=session,
            candidate=somebody.person,
            topic=topics["HS"],
            position=number,
        )
    with django_assert_max_num_queries(12):
        page = signed_in.get(here)
    assert len(page.context["lines"]) == people
