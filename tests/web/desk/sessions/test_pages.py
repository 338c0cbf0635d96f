"""The list of sessions and the first page of one."""

from datetime import date

import pytest

from mwalimu.programmes.models import Session, SessionDay
from tests.cast import AT, hold, make_person, seat_of

LIST = "/en/desk/sessions/"
NEEDLESS = {"days": ["2024-03-04", "2024-03-05"], "opens_at": "09:00"}


@pytest.fixture
def others(session, cohort):
    """A session without any date, and one that is called off."""
    unknown = Session.objects.create(
        kind="intersessional", programme=cohort.programme, title={"en": "Unknown day"}
    )
    off = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        starts_on=date(2023, 5, 1),
        city="Moshi",
        cancelled_at=AT,
        cancelled_why="flood",
    )
    return unknown, off


def names(page):
    return [row.title.get("en", row.city) for row in page.context["page"].rows]


def test_the_latest_session_comes_first_and_the_undated_last(signed_in, others):
    page = signed_in.get(LIST)
    assert names(page) == ["Working group 1", "Moshi", "Unknown day"]
    assert "cancelled" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("when=past", ["Working group 1"]),
        ("when=cancelled", ["Moshi"]),
        ("when=coming", []),
        ("cohort=C-HS", ["Working group 1"]),
        ("kind=intersessional", ["Unknown day"]),
        ("programme=MTP-HS&kind=working_group", ["Working group 1", "Moshi"]),
        ("cohort=NOPE", ["Working group 1", "Moshi", "Unknown day"]),
    ],
)
def test_the_list_is_narrowed(signed_in, others, query, found):
    assert names(signed_in.get(f"{LIST}?{query}")) == found


def test_a_coordinator_lists_the_sessions_of_their_member(
    client, session, others, kenya_coordinator
):
    client.force_login(kenya_coordinator.account)
    assert names(client.get(LIST)) == ["Working group 1"]


def test_a_prepared_programme_is_the_teams_alone(
    client, session, here, kenya_coordinator
):
    session.programme.status = "prepared"
    session.programme.save()
    client.force_login(kenya_coordinator.account)
    assert client.get(f"{here}/").status_code == 404


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_takes_few_queries_whatever_the_rows(
    signed_in, session, cohort, more, django_assert_max_num_queries
):
    for _ in range(more):
        row = Session.objects.create(kind="catch_up", programme=cohort.programme)
        row.cohorts.add(cohort)
    with django_assert_max_num_queries(9):
        signed_in.get(LIST)


def test_the_first_page_says_what_is_missing(signed_in, here, session, wg_member):
    page = signed_in.get(f"{here}/").content.decode()
    assert "Attendance lacks 3 entries." in page
    SessionDay.objects.all().delete()
    session.starts_precision = "month"
    session.save()
    page = signed_in.get(f"{here}/").content.decode()
    assert "The dates are not known to the day." in page


def test_a_coordinator_is_told_of_no_work(client, here, kenya_coordinator, wg_member):
    client.force_login(kenya_coordinator.account)
    assert "What is missing" not in client.get(f"{here}/").content.decode()


def test_days_are_chosen_and_kept(signed_in, here, session):
    form = {**NEEDLESS, "closes_at": "17:00"}
    assert signed_in.post(f"{here}/days/", form).status_code == 302
    session.refresh_from_db()
    assert session.days.count() == 2
    assert session.opens_at.hour == 9


def test_wrong_hours_are_said_at_their_field_and_the_rest_stays(
    signed_in, here, session
):
    response = signed_in.post(f"{here}/days/", NEEDLESS)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["closes_at"]
    assert 'value="09:00"' in response.content.decode()
    assert session.days.count() == 3


@pytest.mark.parametrize("days", [["2025-01-01"], ["x"], []])
def test_days_outside_the_session_are_refused(signed_in, here, session, days):
    response = signed_in.post(f"{here}/days/", {"days": days})
    assert list(response.context["form"].errors) == ["days"]
    assert session.days.count() == 3


def test_a_guest_is_added_by_name_and_taken_off(
    signed_in, here, session, kenya_registrar
):
    form = {"person": "Kenya Registrar", "reason": "observer"}
    signed_in.post(f"{here}/people/guests/new/", form)
    page = signed_in.get(f"{here}/people/").content.decode()
    assert "observer" in page
    uuid = kenya_registrar.person.uuid
    signed_in.post(f"{here}/people/guests/{uuid}/remove/")
    assert session.guests.count() == 0


def test_a_guest_whom_nobody_knows_is_refused(signed_in, here, session, team, kenya):
    make_person("Only Ours", team.actor, kenya)
    form = {"person": "Only Ours", "reason": "observer"}
    response = signed_in.post(f"{here}/people/guests/new/", form)
    assert list(response.context["form"].errors) == ["person"]
    assert session.guests.count() == 0


def test_the_pages_of_a_session_are_in_french(client, team, here, wg_member):
    client.force_login(team.account)
    page = client.get(here.replace("/en/", "/fr/") + "/").content.decode()
    assert "Groupe de travail 1" in page
    assert "lundi 4 mars 2024" in page


def test_a_page_below_a_tab_marks_that_tab(signed_in, here, wg_member):
    page = signed_in.get(f"{here}/attendance/grid/")
    marked = {tab.url: tab.current for tab in page.context["tabs"] if tab.current}
    assert marked == {f"{here}/attendance/": "true"}


def test_a_cancelled_session_is_marked_in_public_and_on_no_first_page(
    client, signed_in, session, others
):
    page = client.get("/en/programmes/MTP-HS/").content.decode()
    assert "Moshi" in page
    assert page.count("is-voided") == 1
    assert "Moshi" not in client.get("/en/").content.decode()


def test_people_stand_by_member_and_name(
    signed_in, here, session, team, cohort, kenya, togo_wg_member
):
    for number, name in [(1, "Zawadi"), (2, "Amina")]:
        person = make_person(name, team.actor, kenya)
        hold(seat_of(cohort, kenya, number), person, team.actor)
    rows = signed_in.get(f"{here}/people/").context["rows"]
    names = [row.participant.person.name for row, _ in rows]
    assert names == ["Amina", "Zawadi", "Togo Candidate"]
