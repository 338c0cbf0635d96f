"""Pages of a cohort and its seats: what is shown, to whom, what a form says."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mwalimu.people.models import Person
from mwalimu.programmes.models import (
    Attendance,
    Holding,
    Seat,
    Session,
    SessionDay,
    Stage,
)
from mwalimu.programmes.operations import defer, withdraw
from tests.cast import AT, hold, make_person, seat_of

JANUARY = date(2023, 1, 1)


def client_of(somebody):
    client = Client()
    client.force_login(somebody.account)
    return client


def page(somebody, name, **arguments):
    url = reverse(f"desk:{name}", kwargs={"code": "C-HS", **arguments})
    return client_of(somebody).get(url)


def send(somebody, name, form, **arguments):
    url = reverse(f"desk:{name}", kwargs={"code": "C-HS", **arguments})
    return client_of(somebody).post(url, form)


@pytest.fixture
def held(wg_member):
    return Holding.objects.get(person=wg_member.person)


@pytest.fixture
def officer(system, kenya):
    """Of Kenya's Customs, and known to Kenya only."""
    return make_person("Brian Mwangi", system, kenya)


def test_a_coordinator_reads_the_names_of_their_own_seats_only(
    wg_member, togo_wg_member, kenya_coordinator
):
    text = page(kenya_coordinator, "cohort_seats").text
    assert "Kenya Candidate" in text
    assert "Togo Candidate" not in text


def test_the_project_team_reads_all_of_them(wg_member, togo_wg_member, team):
    text = page(team, "cohort_seats").text
    assert "Kenya Candidate" in text
    assert "Togo Candidate" in text


def test_a_seat_of_another_member_is_not_found(togo_wg_member, kenya_coordinator):
    uuid = Seat.objects.get().uuid
    assert page(kenya_coordinator, "seat", uuid=uuid).status_code == 404


def test_a_reader_reads_counts_and_no_names(wg_member, reader):
    text = page(reader, "cohort").text
    assert "Kenya Candidate" not in text
    assert reverse("desk:cohort_seats", kwargs={"code": "C-HS"}) not in text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", ["cohort", "cohort_seats", "cohorts"])
def test_a_page_costs_the_same_for_any_number(
    name, number, team, cohort, kenya, system, django_assert_max_num_queries
):
    for n in range(1, number + 1):
        Stage.objects.create(cohort=cohort, position=n, kind="working_group", code=n)
        row = Session.objects.create(
            programme=cohort.programme, kind="working_group", starts_on=JANUARY
        )
        row.cohorts.add(cohort)
        hold(seat_of(cohort, kenya, n), make_person(f"P{n}", system, kenya), system)
    client = client_of(team)
    kwargs = {} if name == "cohorts" else {"code": "C-HS"}
    with django_assert_max_num_queries(12):
        client.get(reverse(f"desk:{name}", kwargs=kwargs))


def test_what_the_source_reports_stands_beside_the_attendance(
    cohort, wg_member, togo_wg_member, team, system
):
    row = Session.objects.create(
        programme=cohort.programme,
        kind="working_group",
        starts_on=JANUARY,
        participants=18,
    )
    row.cohorts.add(cohort)
    day = SessionDay.objects.create(session=row, day=JANUARY)
    said = {"day": day, "recorded_at": AT, "recorded_by": system}
    for somebody, presence in ((wg_member, "present"), (togo_wg_member, "absent")):
        Attendance.objects.create(person=somebody.person, presence=presence, **said)
    text = page(team, "cohort").text
    assert ">18<" in text
    assert "1 of 2" in text


def test_a_session_of_several_cohorts_is_counted_as_a_whole(
    cohort, wg_member, team, kenya, system
):
    row = Session.objects.create(
        programme=cohort.programme, kind="working_group", starts_on=JANUARY
    )
    row.cohorts.add(cohort)
    day = SessionDay.objects.create(session=row, day=JANUARY)
    said = {"day": day, "recorded_at": AT, "recorded_by": system}
    for person in (wg_member.person, make_person("Of another", system, kenya)):
        Attendance.objects.create(person=person, presence="present", **said)
    text = page(team, "cohort").text
    assert "2 of 2" in text
    assert "1 of this cohort" in text


def test_the_source_of_a_count_and_how_sure_it_is_stand_beside_it(cohort, team):
    row = Session.objects.create(
        programme=cohort.programme,
        kind="working_group",
        starts_on=JANUARY,
        participants=24,
        confidence="C",
        source="https://www.example.org/news",
    )
    row.cohorts.add(cohort)
    text = page(team, "cohort").text
    assert 'href="https://www.example.org/news"' in text
    assert '<abbr title="read in a weak source">C</abbr>' in text


@pytest.mark.parametrize(
    ("precision", "said"), [("day", False), ("month", True)], ids=["day", "month"]
)
def test_an_unknown_count_stays_unknown(cohort, team, precision, said):
    row = Session.objects.create(
        programme=cohort.programme,
        kind="working_group",
        starts_on=JANUARY,
        starts_precision=precision,
    )
    row.cohorts.add(cohort)
    text = page(team, "cohort").text
    assert text.count("not recorded") == 1
    assert "no attendance recorded" in text
    assert ("its days are not known" in text) is said


def test_seats_are_planned_by_member_and_topic(team, cohort):
    form = {"KE-HS": "2", "UG-HS": "0", "TG-HS": "1"}
    answer = send(team, "seats_plan", form)
    assert answer.status_code == 302
    assert sorted(Seat.objects.values_list("member__code", "number")) == [
        ("KE", 1),
        ("KE", 2),
        ("TG", 1),
    ]


@pytest.mark.parametrize("number", ["", "-1", "21", "two", "9" * 30])
def test_a_wrong_number_of_seats_is_said_at_its_field(team, cohort, number):
    form = {"KE-HS": number, "UG-HS": "0", "TG-HS": "1"}
    answer = send(team, "seats_plan", form)
    assert answer.status_code == 422
    assert not Seat.objects.exists()


def test_a_seat_is_filled_by_somebody_recorded_with_the_letter(team, cohort, kenya):
    seat = seat_of(cohort, kenya)
    form = {
        "name": "Grace Wanjiru",
        "new": "on",
        "post": "Valuation officer",
        "since": "2024-01-08",
        "began": "nominated",
    }
    answer = send(team, "seat_fill", form, uuid=seat.uuid)
    assert answer.status_code == 302
    row = Holding.objects.get(seat=seat)
    assert row.person.name == "Grace Wanjiru"
    assert row.person.affiliations.get().member == kenya


def test_the_team_does_not_find_a_trainee_by_name(team, cohort, kenya, officer):
    seat = seat_of(cohort, kenya)
    form = {"name": "Brian", "since": "2024-01-08", "began": "nominated"}
    answer = send(team, "seat_fill", form, uuid=seat.uuid)
    assert answer.status_code == 422
    assert "Brian Mwangi" not in answer.text


def test_where_several_fit_the_form_asks_which(team, held, system, kenya):
    hold(
        seat_of(held.seat.cohort, kenya, 2),
        make_person("Ann Otieno", system, kenya),
        system,
    )
    hold(
        seat_of(held.seat.cohort, kenya, 3),
        make_person("Ann Wekesa", system, kenya),
        system,
    )
    seat = seat_of(held.seat.cohort, kenya, 4)
    form = {"name": "Ann", "since": "2024-01-08", "began": "nominated"}
    answer = send(team, "seat_fill", form, uuid=seat.uuid)
    assert answer.status_code == 422
    assert "Ann Otieno" in answer.text
    assert "Ann Wekesa" in answer.text


def test_a_holder_is_replaced_by_a_newcomer(team, held):
    form = {"name": "Grace Wanjiru", "new": "on", "on": "2024-02-01", "reason": "Post"}
    answer = send(team, "holding_replace", form, uuid=held.uuid)
    assert answer.status_code == 302
    held.refresh_from_db()
    assert held.until == date(2024, 1, 31)


def test_a_refused_replacement_records_nobody(team, held):
    people = Person.objects.count()
    form = {"name": "Grace Wanjiru", "new": "on", "on": "2022-01-01", "reason": "Post"}
    answer = send(team, "holding_replace", form, uuid=held.uuid)
    assert answer.status_code == 422
    assert "Grace Wanjiru" in answer.text
    assert Person.objects.count() == people


@pytest.mark.parametrize("day", ["", "31/12/2023", "2023-02-30", "9999-12-31"])
def test_a_wrong_day_is_said_at_its_field(team, held, day):
    form = {"on": day, "reason": "New post"}
    assert send(team, "holding_withdraw", form, uuid=held.uuid).status_code == 422
    held.refresh_from_db()
    assert held.until is None


@pytest.mark.parametrize("name", ["withdraw", "defer"])
def test_a_holder_leaves(team, held, name):
    form = {"on": "2024-02-01", "reason": "Long leave"}
    assert send(team, f"holding_{name}", form, uuid=held.uuid).status_code == 302
    assert "Long leave" in page(team, "seat", uuid=held.seat.uuid).text


def test_a_deferred_holder_comes_back(team, held, system):
    defer(held, on=date(2023, 6, 1), reason="Leave", by=system, at=AT)
    form = {"to": str(held.seat.uuid), "since": "2024-01-08"}
    assert send(team, "holding_resume", form, uuid=held.uuid).status_code == 302
    assert Holding.objects.filter(until=None).get().began == "resumed"


def test_a_holder_changes_to_a_vacant_seat_of_the_same_member(team, held, kenya, togo):
    other = seat_of(held.seat.cohort, kenya, 2)
    foreign = seat_of(held.seat.cohort, togo)
    form = {"on": "2024-02-01", "reason": "Topic", "to": str(foreign.uuid)}
    assert send(team, "holding_transfer", form, uuid=held.uuid).status_code == 422
    form["to"] = str(other.uuid)
    assert send(team, "holding_transfer", form, uuid=held.uuid).status_code == 302
    assert Holding.objects.get(until=None).seat == other


def test_days_are_corrected_and_an_end_is_taken_back(team, held, system):
    form = {"since": "2023-02-01", "reason": "Letter"}
    assert send(team, "holding_correct", form, uuid=held.uuid).status_code == 302
    held.refresh_from_db()
    assert held.since == date(2023, 2, 1)
    withdraw(held, on=date(2023, 6, 1), reason="x", by=system, at=AT)
    send(team, "holding_reopen", {"reason": "Mistake"}, uuid=held.uuid)
    held.refresh_from_db()
    assert held.until is None


def test_an_entry_by_mistake_goes(team, held):
    send(team, "holding_undo", {"reason": "Wrong person"}, uuid=held.uuid)
    assert not Holding.objects.exists()


def test_a_cohort_is_completed(team, held):
    send(team, "seats_complete", {"on": "2024-02-01"})
    held.refresh_from_db()
    assert held.ended == "completed"


def test_a_cohort_nobody_knows_is_not_found(team):
    assert page(team, "cohort").status_code == 404
