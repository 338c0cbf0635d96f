"""Attendance on a phone and as a table: taps, corrections, refusals, a sheet to sign."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from mwalimu.programmes.models import Attendance, SessionDay
from mwalimu.programmes.operations.sessions import Mark, take_attendance
from mwalimu.shared.clock import now
from tests.cast import hold, make_person, seat_of

HTMX = {"HTTP_HX_REQUEST": "true"}
MONDAY = "2024-03-04"


def tap(client, here, person, presence="present", day=MONDAY, **headers):
    data = {"mark": f"{person.uuid}:{presence}"}
    return client.post(f"{here}/attendance/take/?day={day}", data, **headers)


def written():
    return [(row.day.day.isoformat(), row.presence) for row in Attendance.objects.all()]


def test_a_tap_answers_with_the_row_the_count_and_the_way_back(
    signed_in, here, wg_member
):
    response = tap(signed_in, here, wg_member.person, **HTMX)
    page = response.content.decode()
    assert written() == [(MONDAY, "present")]
    assert response.headers["X-Roll"] == "1"
    assert page.count('hx-swap-oob="true"') == 3
    assert "1 of 1 there" in page
    assert f'value="{wg_member.person.uuid}:"' in page  # undo


def test_without_javascript_a_tap_leads_back_to_its_row(signed_in, here, wg_member):
    uuid = wg_member.person.uuid
    response = tap(signed_in, here, wg_member.person, "absent")
    target = response.headers["Location"]
    assert target.endswith(f"#p-{uuid}")
    assert written() == [(MONDAY, "absent")]
    page = signed_in.get(target).content.decode()
    assert "Undo" in page
    tap(signed_in, here, wg_member.person, "")
    assert written() == []


def test_a_refused_tap_says_why_and_shows_what_is_stored(
    signed_in, here, session, wg_member
):
    coming = now().date() + timedelta(days=3)
    SessionDay.objects.create(session=session, day=coming)
    response = tap(signed_in, here, wg_member.person, day=coming.isoformat(), **HTMX)
    assert (response.status_code, response.headers["X-Roll"]) == (422, "1")
    assert "That day has not come yet" in response.content.decode()
    assert written() == []


@pytest.mark.parametrize(
    "mark", ["", "present", "x:present", ":", "%(uuid)s:late", "%(uuid)s:present:x"]
)
def test_what_is_no_tap_is_not_found(signed_in, here, wg_member, mark):
    data = {"mark": mark % {"uuid": wg_member.person.uuid}}
    url = f"{here}/attendance/take/?day={MONDAY}"
    assert signed_in.post(url, data).status_code == 404
    assert written() == []


def test_a_person_who_is_not_on_the_roll_is_not_found(signed_in, here, team, kenya):
    stranger = make_person("Walk In", team.actor, kenya)
    assert tap(signed_in, here, stranger).status_code == 404
    assert written() == []


def test_the_host_organiser_takes_attendance(
    client, here, organiser, wg_member, togo_wg_member
):
    client.force_login(organiser.account)
    page = client.get(f"{here}/attendance/").content.decode()
    assert "Kenya Candidate" in page
    assert "Togo Candidate" in page
    assert tap(client, here, togo_wg_member.person, **HTMX).status_code == 200


def test_another_members_organiser_finds_nothing(client, here, togo_organiser):
    client.force_login(togo_organiser.account)
    for page in ("", "attendance/", "attendance/grid/", "attendance/sheet.pdf"):
        assert client.get(f"{here}/{page}").status_code == 404


def test_a_coordinator_reads_their_own_people_and_writes_nothing(
    client, here, togo_coordinator, wg_member, togo_wg_member
):
    client.force_login(togo_coordinator.account)
    for page in ("attendance/", "attendance/grid/?day=2024-03-04", "people/"):
        shown = client.get(f"{here}/{page}").content.decode()
        assert "Togo Candidate" in shown
        assert "Kenya Candidate" not in shown
        assert "<select" not in shown
    assert tap(client, here, togo_wg_member.person).status_code == 403
    url = f"{here}/attendance/grid/?day=2024-03-04"
    assert client.post(url, {}).status_code == 404


def test_the_roll_opens_on_the_last_day_that_came(signed_in, here, wg_member):
    page = signed_in.get(f"{here}/attendance/").content.decode()
    assert "Wednesday 6 March 2024" in page
    page = signed_in.get(f"{here}/attendance/?day=2024-03-05").content.decode()
    assert "Tuesday 5 March 2024" in page


def test_a_name_is_found_in_any_order(signed_in, here, wg_member, togo_wg_member):
    page = signed_in.get(f"{here}/attendance/?q=CANDIDATE+togo").content.decode()
    assert "Togo Candidate" in page
    assert "Kenya Candidate" not in page
    page = signed_in.get(f"{here}/attendance/?q=zzz").content.decode()
    assert "Nobody of that name" in page


def test_a_whole_day_is_saved_from_the_table(
    signed_in, here, wg_member, togo_wg_member
):
    mine, other = wg_member.person.uuid, togo_wg_member.person.uuid
    data = {
        f"presence-{mine}": "excused",
        f"note-{mine}": " ill ",
        f"presence-{other}": "present",
    }
    url = f"{here}/attendance/grid/?day=2024-03-05"
    assert signed_in.post(url, data).status_code == 302
    assert sorted(written()) == [("2024-03-05", "excused"), ("2024-03-05", "present")]
    assert Attendance.objects.get(person=wg_member.person).note == "ill"
    page = signed_in.get(f"{here}/attendance/grid/").content.decode()
    assert ">33%<" in page.replace(" ", "").replace("\xa0", "")


def test_a_table_that_is_refused_keeps_what_was_typed(signed_in, here, wg_member):
    uuid = wg_member.person.uuid
    data = {f"presence-{uuid}": "late", f"note-{uuid}": "came at noon"}
    response = signed_in.post(f"{here}/attendance/grid/?day=2024-03-05", data)
    assert response.status_code == 422
    assert 'value="came at noon"' in response.content.decode()
    assert written() == []


@pytest.mark.parametrize("day", ["", "2024-03-09", "x"])
def test_a_day_that_is_none_takes_no_table(signed_in, here, wg_member, day):
    url = f"{here}/attendance/grid/?day={day}"
    assert signed_in.post(url, {}).status_code == 404


def test_the_sheet_has_a_line_for_each_and_a_field_for_each_day(
    signed_in, here, wg_member, togo_wg_member
):
    response = signed_in.get(f"{here}/attendance/sheet.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    for word in ("Kenya Candidate", "Togo Candidate", "Monday", "Wednesday"):
        assert word in text


def test_the_sheet_of_one_day_is_upright_and_in_french(client, here, team, wg_member):
    client.force_login(team.account)
    url = f"{here}/attendance/sheet.pdf?day=2024-03-05".replace("/en/", "/fr/")
    page = PdfReader(io.BytesIO(client.get(url).content)).pages[0]
    text = page.extract_text()
    assert page.mediabox.height > page.mediabox.width
    assert "mardi 5 mars 2024" in text
    assert "lundi" not in text


def test_a_session_without_days_says_what_to_do(signed_in, here, session):
    session.days.all().delete()
    page = signed_in.get(f"{here}/attendance/").content.decode()
    assert f"{here}/days/" in page


@pytest.mark.parametrize("people", [1, 60])
def test_pages_take_few_queries_whatever_the_people(
    signed_in,
    here,
    session,
    team,
    cohort,
    kenya,
    people,
    django_assert_max_num_queries,
):
    day = session.days.get(day=date(2024, 3, 4))
    for number in range(people):
        person = make_person(f"Officer {number}", team.actor, kenya)
        hold(seat_of(cohort, kenya, number + 1), person, team.actor)
        take_attendance(day, marks=[Mark(person, "part")], by=team.actor, at=now())
    for page in ("", "people/", "attendance/", "attendance/grid/?day=2024-03-04"):
        with django_assert_max_num_queries(12):
            assert signed_in.get(f"{here}/{page}").status_code == 200
