"""The pages of the pool: who is found, what is shown, what is counted in public."""

from datetime import date, timedelta

import pytest

from mwalimu.people.operations import set_languages
from mwalimu.qualification.models import Availability, FieldConsent, Floor, PoolRow
from mwalimu.qualification.operations.pool import (
    set_floors,
    show_fields,
    write_profile,
)
from mwalimu.shared.clock import today
from tests.cast import AT, cast
from tests.web.board.test_board import plain, text

POOL = "/en/desk/pool/"
FUTURE = {"kind": "busy", "since": date(2123, 1, 1), "until": date(2123, 1, 5)}


@pytest.fixture
def said(amina):
    """What Amina keeps to the project team, all of it."""
    own = {"by": amina.actor, "at": AT}
    write_profile(amina.person, about="Teaches machinery", contact="desk 12", **own)
    set_languages(amina.person, languages={"sw": "C1"}, **own)
    Availability.objects.create(person=amina.person, **FUTURE)
    return amina


def page_of(somebody):
    return f"{POOL}{somebody.person.uuid}/"


def test_the_team_reads_everything(client, said, team):
    page = text(client, team, page_of(said))
    for shown in ("Teaches machinery", "desk 12", "Swahili C1", "not available"):
        assert shown in page
    assert "no recent training No verified training is recorded." in page


def test_the_own_administration_reads_its_records_and_no_more(
    client, said, kenya_coordinator
):
    page = text(client, kenya_coordinator, page_of(said))
    assert "Swahili C1" in page
    for hidden in ("machinery", "desk 12", "2123"):
        assert hidden not in page


def test_another_administration_reads_what_is_opened_to_it(
    client, said, togo_coordinator
):
    client.force_login(togo_coordinator.account)
    assert client.get(page_of(said)).status_code == 404
    audiences = {"name": "members", "about": "public"}
    show_fields(said.person, audiences=audiences, by=said.actor, at=AT)
    page = text(client, togo_coordinator, page_of(said))
    assert "Teaches machinery" in page
    for hidden in ("desk 12", "Swahili", "2123", "verified training"):
        assert hidden not in page


def test_the_list_says_not_shown_where_somebody_shows_nothing(
    client, said, togo_coordinator
):
    show_fields(said.person, audiences={"name": "members"}, by=said.actor, at=AT)
    page = text(client, togo_coordinator, POOL)
    assert "Amina Otieno HS classification Kenya not shown not shown" in page
    assert "Swahili C1" not in page


@pytest.mark.parametrize("words", ["machinery", "machinry", "otieno hs", "amina"])
def test_words_find_with_a_typing_error_too(client, said, kofi, team, words):
    page = text(client, team, f"{POOL}?q={words}")
    assert "Amina Otieno" in page
    assert "Kofi Mensah" not in page


def test_words_that_are_not_shown_find_nobody_for_others(
    client, said, kofi, togo_coordinator, kenya_coordinator
):
    show_fields(said.person, audiences={"name": "members"}, by=said.actor, at=AT)
    for reader in (togo_coordinator, kenya_coordinator):
        assert "Amina Otieno" not in text(client, reader, f"{POOL}?q=machinery")
    assert "Amina Otieno" in text(client, togo_coordinator, f"{POOL}?q=amina")


def test_nobody_outside_the_programme_opens_the_pool(client, said, reader):
    client.force_login(reader.account)
    assert client.get(POOL).status_code == 403


def test_the_nearest_come_first(client, said, kofi, team, kenya, togo):
    places = ((kenya, (-1, 37)), (togo, (6, 1)))
    for member, (member.latitude, member.longitude) in places:
        member.save()
    page = text(client, team, f"{POOL}?near=TG&within=20000")
    assert page.index("Kofi Mensah") < page.index("Amina Otieno")
    assert "4,0" in page
    assert "Amina Otieno" not in text(client, team, f"{POOL}?near=TG")


@pytest.mark.parametrize(
    "wrong",
    ["state=king", "free_from=soon", "near=%00", "within=-1", "level=Z", "page=x"],
)
def test_a_wrong_filter_is_no_error(client, said, team, wrong):
    client.force_login(team.account)
    assert client.get(f"{POOL}?{wrong}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_pool_costs_few_queries(
    number, client, system, kenya, awarded, team, django_assert_max_num_queries
):
    for place in range(number):
        awarded(cast(f"Trainer {place}", system, kenya).person, kenya)
    client.force_login(team.account)
    every = "q=trainer&topic=HS&member=KE&language=&state=no_recent&near=KE"
    with django_assert_max_num_queries(12):
        client.get(f"{POOL}?{every}")


def test_a_floor_that_is_not_kept_is_shown(client, amina, cohort, team, kenya):
    pairs = {(kenya.pk, cohort.topics.get().pk): 3}
    set_floors(cohort, floors=pairs, by=team.actor, at=AT)
    page = text(client, team, f"{POOL}floors/")
    assert "1 floor is not kept." in page
    assert "Kenya HS classification Cohort HS 3 1 ! 2 missing" in page


def test_the_floors_of_kenya_are_not_told_to_togo(
    client, amina, cohort, team, kenya, togo_coordinator
):
    pairs = {(kenya.pk, cohort.topics.get().pk): 3}
    set_floors(cohort, floors=pairs, by=team.actor, at=AT)
    page = text(client, togo_coordinator, f"{POOL}floors/")
    assert "No floor is set" in page
    assert "Kenya" not in page


def test_the_team_sets_floors_in_a_form(client, cohort, team, kenya):
    client.force_login(team.account)
    field = f"{kenya.pk}-{cohort.topics.get().pk}"
    address = "/en/desk/cohorts/C-HS/floors/"
    assert client.post(address, {field: "120"}).status_code == 422
    assert client.post(address, {field: "2"}).status_code == 302
    assert Floor.objects.get().least == 2


def region_of(people, awarded, system, member):
    for number in range(people):
        awarded(cast(f"{member.code} {number}", system, member).person, member)


def public_page(client):
    return plain(client.get("/en/master-trainers/").content.decode())


def test_the_public_reads_counts_by_region_and_no_names(client, system, awarded, kenya):
    region_of(6, awarded, system, kenya)
    page = public_page(client)
    assert "ESA 6" in page
    assert "KE 0" not in page


def test_a_small_group_is_hidden_and_cannot_be_worked_out(
    client, system, awarded, kenya, togo
):
    region_of(6, awarded, system, kenya)
    region_of(2, awarded, system, togo)
    assert "ESA not shown WCA not shown Total 8" in public_page(client)


def test_the_public_reads_who_shows_themselves_and_nothing_more(client, said, kofi):
    audiences = {"name": "public", "about": "public", "contact": "members"}
    show_fields(said.person, audiences=audiences, by=said.actor, at=AT)
    page = plain(client.get("/en/master-trainers/").content.decode())
    assert "Amina Otieno Kenya · HS classification Teaches machinery" in page
    for hidden in ("desk 12", "Swahili", "Kofi Mensah"):
        assert hidden not in page


PROFILE = "/en/field/profile/"


def test_a_master_trainer_keeps_their_profile(client, amina):
    client.force_login(amina.account)
    client.post(PROFILE, {"about": "I teach.", "contact": "desk 3"})
    client.post(f"{PROFILE}shown/", everything_to("public"))
    soon = str(today() + timedelta(days=30))
    client.post(f"{PROFILE}days/", {"kind": "busy", "since": soon, "until": soon})
    assert "I teach." in text(client, amina, PROFILE)
    assert [str(row.since) for row in Availability.objects.all()] == [soon]
    assert PoolRow.objects.get().name_to == 2


def everything_to(audience):
    fields = "name about contact languages experience availability accredited"
    fields = fields.split()
    return dict.fromkeys(fields, audience)


def test_what_is_refused_stays_in_the_form(client, amina):
    client.force_login(amina.account)
    answer = client.post(
        f"{PROFILE}days/",
        {"kind": "busy", "since": "2123-02-03", "until": "2123-02-01"},
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The last day is before the first day." in page
    assert 'value="2123-02-03"' in page


def test_an_unknown_audience_is_refused(client, amina):
    client.force_login(amina.account)
    answer = client.post(f"{PROFILE}shown/", everything_to("friends"))
    assert answer.status_code == 422
    assert not FieldConsent.objects.exists()


def test_nobody_takes_the_days_of_another_away(client, amina, kofi):
    row = Availability.objects.create(person=kofi.person, **FUTURE)
    client.force_login(amina.account)
    assert client.post(f"{PROFILE}days/{row.uuid}/remove/").status_code == 404
    client.force_login(kofi.account)
    assert client.post(f"{PROFILE}days/{row.uuid}/remove/").status_code == 302


def test_the_profile_is_in_the_data_of_the_person(client, said):
    client.force_login(said.account)
    held = client.get("/en/desk/my-data/download/").json()["held"]
    assert held["profile"]["about"] == "Teaches machinery"
    assert held["profile"]["availability"] == [
        {"kind": "busy", "since": "2123-01-01", "until": "2123-01-05"}
    ]
