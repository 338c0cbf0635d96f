"""The board as one works on it: filters, keys, many at once, lists, copying."""

import re
from datetime import date

import pytest

from mwalimu.programmes.models import Arrangement, StepDeadline
from mwalimu.programmes.operations.logistics import Said, set_step
from mwalimu.programmes.operations.sessions import add_expert
from tests.cast import AT, hold, make_person, seat_of

SECRET = "PASSPORT-OF-TOGO"


@pytest.fixture
def two(wg_member, togo_wg_member, session, team):
    """Kenya's and Togo's WG members; something of Togo's must not leak."""
    people = wg_member.person, togo_wg_member.person
    for step in ("passport", "visa", "arrival", "hotel"):
        said = Said(state="asked", note=f"{SECRET}-{step}")
        set_step(session, people[1].uuid, step, said, by=team.actor, at=AT)
    return people


def states():
    rows = Arrangement.objects.values_list("person__name", "step", "state", "note")
    return {(name, step): (state, note) for name, step, state, note in rows}


def names(page):
    return [each.row.who.name for each in page.context["rows"]]


def test_the_board_is_a_tab_of_the_session(signed_in, here, board, two):
    assert f'href="{board}"' in signed_in.get(f"{here}/").content.decode()
    page = signed_in.get(board)
    assert names(page) == ["Kenya Candidate", "Togo Candidate"]
    assert f"{two[0].uuid}/visa/" in page.content.decode()


def test_the_board_is_narrowed_to_what_is_open_or_late(signed_in, board, two):
    signed_in.post(
        f"{board}set/", {"who": [str(two[0].uuid)], "step": "visa", "state": "done"}
    )
    assert names(signed_in.get(f"{board}?step=visa&show=open")) == ["Togo Candidate"]
    assert names(signed_in.get(f"{board}?member=KE")) == ["Kenya Candidate"]
    assert len(names(signed_in.get(f"{board}?show=late"))) == 2
    part = signed_in.get(f"{board}?member=TG", headers={"HX-Target": "logistics"})
    assert part.content.decode().startswith('<div id="logistics"')


def test_one_step_is_set_for_everybody_who_is_ticked(signed_in, board, two):
    ticked = [str(person.uuid) for person in two]
    answer = signed_in.post(
        f"{board}set/?show=open",
        {"who": ticked, "step": "ticket", "state": "done", "day": "2024-02-20"},
    )
    assert answer.headers["Location"] == f"{board}?show=open"
    rows = Arrangement.objects.filter(step="ticket")
    assert set(rows.values_list("state", "day")) == {("done", date(2024, 2, 20))}
    assert rows.count() == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"step": "ticket", "state": "done"}, "Tick the people first."),
        ({"who": "x", "step": "ticket", "state": "done"}, "Tick the people first."),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_stays(
    signed_in, board, two, sent, said
):
    answer = signed_in.post(f"{board}set/", {**sent, "note": "by courier"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'value="by courier"' in page


def test_a_key_answers_with_the_row_and_the_counts(signed_in, board, two):
    cells = [f"{person.uuid}:insurance" for person in two]
    answer = signed_in.post(
        f"{board}set/", {"cell": cells, "as": "done"}, headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert answer.headers["X-Logistics"] == "1"
    assert text.startswith("2 steps are set.<template><tr")
    assert text.count('hx-swap-oob="true"') == 2 + 9
    assert states()["Togo Candidate", "insurance"] == ("done", "")


@pytest.mark.parametrize("sent", [{}, {"cell": "x:visa", "as": "done"}])
def test_a_key_that_says_nothing_is_refused(signed_in, board, two, sent):
    answer = signed_in.post(f"{board}set/", sent, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert "Tick the people first." in answer.content.decode()


def test_a_key_on_a_step_that_is_not_ones_own_writes_nothing(
    client, board, two, organiser
):
    client.force_login(organiser.account)
    sent = {"cell": f"{two[0].uuid}:visa", "as": "done"}
    answer = client.post(f"{board}set/", sent, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert "not yours" in answer.content.decode()
    assert ("Kenya Candidate", "visa") not in states()


def test_a_step_is_written_with_its_details(signed_in, board, two):
    here = f"{board}{two[0].uuid}/arrival/"
    assert "Flight, or how they arrive" in signed_in.get(here).content.decode()
    sent = {"state": "done", "day": "2024-03-03", "hour": "14:20", "note": "KQ 101"}
    answer = signed_in.post(here, sent)
    assert answer.headers["Location"] == f"{board}#p-{two[0].uuid}"
    page = signed_in.get(board).content.decode()
    assert "14:20 KQ 101" in page
    assert "Written by Project Team" in signed_in.get(here).content.decode()


def test_what_somebody_changed_meanwhile_is_not_written_over(signed_in, board, two):
    here = f"{board}{two[0].uuid}/visa/"
    first = {"state": "done", "note": "first"}
    signed_in.post(here, first)
    answer = signed_in.post(here, {"state": "open", "note": "second", "seen": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody changed this step" in page
    assert 'value="second"' in page
    assert states()["Kenya Candidate", "visa"] == ("done", "first")
    seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
    signed_in.post(here, {"state": "open", "note": "second", "seen": seen})
    assert states()["Kenya Candidate", "visa"] == ("open", "second")


@pytest.mark.parametrize("role", ["kenya_coordinator", "organiser"])
def test_no_page_shows_more_than_is_ones_own(client, board, two, role, request):
    client.force_login(request.getfixturevalue(role).account)
    addresses = [board, f"{board}lists/arrivals/", f"{board}lists/hotel.csv"]
    pages = "".join(client.get(each).content.decode() for each in addresses)
    allowed = {"kenya_coordinator": set(), "organiser": {"arrival", "hotel"}}[role]
    assert set(re.findall(rf"{SECRET}-(\w+)", pages)) == allowed
    assert client.get(f"{board}{two[1].uuid}/passport/").status_code == 404
    sent = {"state": "done"}
    assert client.post(f"{board}{two[1].uuid}/passport/", sent).status_code == 404


def test_a_coordinator_writes_a_passport_name_and_reads_a_ticket(
    client, board, two, kenya_coordinator
):
    client.force_login(kenya_coordinator.account)
    here = f"{board}{two[0].uuid}/"
    client.post(f"{here}passport/", {"state": "done", "note": "KENYA CANDIDATE"})
    assert states()["Kenya Candidate", "passport"] == ("done", "KENYA CANDIDATE")
    page = client.get(f"{here}ticket/").content.decode()
    assert "Nobody has written anything yet." in page
    assert 'name="state"' not in page
    assert client.post(f"{here}ticket/", {"state": "done"}).status_code == 404


def test_what_is_missing_can_be_copied(signed_in, board, two):
    page = signed_in.get(f"{board}missing/?step=passport").content.decode()
    assert "- Togo Candidate: passport name" in page
    assert SECRET not in page
    assert 'data-copy="t-TG"' in page


def test_days_are_set_and_emptied(signed_in, board, session):
    form = {"visa": "2024-02-26", "hotel": "2024-02-19"}
    assert signed_in.post(f"{board}deadlines/", form).status_code == 302
    assert list(StepDeadline.objects.values_list("step", "days_before")) == [
        ("visa", 7)
    ]
    refused = signed_in.post(f"{board}deadlines/", {"visa": "2024-03-26"})
    assert refused.status_code == 422
    assert 'value="2024-03-26"' in refused.content.decode()


def test_the_lists_are_for_paper_and_for_a_spreadsheet(
    signed_in, board, two, session, team
):
    hotel = Said(
        state="done", day=date(2024, 3, 3), until=date(2024, 3, 9), note="=Inn"
    )
    by = {"by": team.actor, "at": AT}
    set_step(session, two[0].uuid, "hotel", hotel, **by)
    passport = Said(state="done", note="KENYA C")
    set_step(session, two[0].uuid, "passport", passport, **by)
    page = signed_in.get(f"{board}lists/hotel/").content.decode()
    assert "KENYA C" in page
    file = signed_in.get(f"{board}lists/hotel.csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert (
        lines[1] == "Kenya Candidate,KENYA C,Kenya,done,2024-03-03,2024-03-09,6,'=Inn"
    )
    assert "hotel-2024-03-04.csv" in file.headers["Content-Disposition"]
    two[0].synthetic = True
    two[0].save()
    marked = signed_in.get(f"{board}lists/hotel.csv").content.decode("utf-8-sig")
    assert marked.splitlines()[1].endswith(",'=Inn,synthetic data")
    assert signed_in.get(f"{board}lists/taxis/").status_code == 404


@pytest.mark.parametrize("more", [1, 60])
def test_the_board_takes_twelve_queries_whoever_comes(
    signed_in, board, session, cohort, kenya, system, team, more,
    django_assert_max_num_queries,
):  # fmt: skip
    for number in range(1, more + 1):
        person = make_person(f"Officer {number}", system, kenya)
        hold(seat_of(cohort, kenya, number), person, system)
    expert = make_person("Expert", system, kenya)
    add_expert(session, person=expert, by=team.actor, at=AT)
    with django_assert_max_num_queries(12):
        page = signed_in.get(board)
    assert len(names(page)) == more + 1
