"""Programmes for everybody: what took place, and what is not known said so."""

import re

import pytest

from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.programmes.models import Programme, Project
from mwalimu.programmes.operations import SessionFacts, create_session
from mwalimu.reference.operations import load_reference
from mwalimu.shared.dates import PartialDate
from tests.cast import AT
from tests.web.kit.test_face import COLD, WARM, packed, static_of


@pytest.fixture
def history(system):
    load_reference(by=system, at=AT)
    load_catalogue(by=system, at=AT)
    import_shipped_events(by=system, at=AT)


@pytest.fixture
def prepared(db):
    project, _ = Project.objects.get_or_create(code="JOINT")
    return Programme.objects.create(
        code="SECRET", project=project, status="prepared", names={"en": "Secret plan"}
    )


@pytest.fixture
def running(db):
    project, _ = Project.objects.get_or_create(code="JOINT")
    return Programme.objects.create(
        code="RUN", project=project, status="running", names={"en": "Runs"}
    )


def text(client, address):
    """The words of a page, without its tags, each space single."""
    found = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def test_what_is_prepared_is_not_public(client, prepared):
    assert "Secret plan" not in text(client, "/en/programmes/")
    assert client.get("/en/programmes/SECRET/").status_code == 404
    assert client.get("/en/programmes/SECRET/figures/").status_code == 404


def test_the_project_team_sees_what_is_prepared(client, prepared, team):
    client.force_login(team.account)
    assert "Secret plan" in text(client, "/en/programmes/")
    assert client.get("/en/programmes/SECRET/").status_code == 200


def test_only_the_project_team_is_offered_to_change(client, running, togo_coordinator):
    client.force_login(togo_coordinator.account)
    page = client.get("/en/programmes/RUN/").content.decode()
    assert "/desk/programmes/" not in page


def test_an_empty_list_says_what_comes(client, db):
    assert "No programme is on record yet" in text(client, "/en/programmes/")


def test_the_timeline_tells_when_where_and_how_many(client, history):
    page = text(client, "/en/programmes/EA-PCA/")
    assert "10–14 September 2018 · Dar es Salaam, Tanzania · in person" in page
    assert "20 participants" in page
    assert "May – October 2020 · online" in page
    assert "21 meetings" in page


def test_what_no_source_states_is_said_to_be_unknown(client, history):
    page = text(client, "/en/programmes/RoO/")
    assert "number of participants not recorded" in page
    central = text(client, "/en/programmes/CAC-RM/")
    assert "place not recorded · mode not recorded" in central
    pacific = text(client, "/en/programmes/PI-HSCV/")
    assert "number of people taught in the demonstration not known" in pacific


def test_a_planned_step_without_a_date_is_not_filled_in(client, history):
    page = text(client, "/en/programmes/WA-RMIA/")
    assert "Working group 3 (WG3) date not known" in page
    assert "Working group 4 (WG4) date not known" in page
    running = text(client, "/en/programmes/WA-GEOINT/")
    assert "Working group 3 (WG3) not on record yet" in running


def test_a_supplementary_session_does_not_date_the_stage_itself(client, history):
    page = client.get("/en/programmes/RoO/")
    said = {
        card.plan.cohort.code: {row.step.stage.code: row.silence for row in card.rows}
        for card in page.context["cohorts"]
    }
    assert said["RoO-ESA"]["WG2"] == "unknown"
    assert said["RoO-WA"]["WG2"] == ""


def test_every_event_shows_its_source_and_how_sure_it_is(client, history):
    page = client.get("/en/programmes/PI-HSCV/")
    shown = page.content.decode()
    for entry in page.context["entries"]:
        assert f'href="{entry.happening.event.source}"' in shown
    assert "read in a weak source" in shown


def test_language_groups_stand_in_both_cohorts(client, history):
    page = client.get("/en/programmes/RoO/")
    for card in page.context["cohorts"]:
        last = card.rows[-1].step
        assert {each.group.code for each in last.held} == {"RoO-EN", "RoO-FR"}


def test_members_stand_in_the_readers_alphabet(client, history):
    page = client.get("/fr/programmes/RoO/")
    names = [str(row.member.name("fr")) for row in page.context["members"]]
    assert names[:3] == ["Afrique du Sud", "Bénin", "Botswana"]
    assert names.index("Éthiopie") < names.index("Ghana")


def test_french_readers_read_french(client, history):
    page = text(client, "/fr/programmes/EA-PCA/")
    assert "Groupe de travail 5 (GT5)" in page
    assert "12–16 avril 2021" in page


def test_figures_of_a_programme_say_what_they_are_about(client, history):
    page = text(client, "/en/programmes/EA-PCA/figures/")
    assert "Trainings on the topics of this programme that its Members hosted" in page
    part = client.get("/en/programmes/EA-PCA/figures/", headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    assert "HX-Request" in part.headers["Vary"]
    assert b"topic=PCA&amp;host=BI%7CKE%7CRW%7CTZ%7CUG" in part.content


def test_activities_of_no_programme_stand_on_the_list(client, history):
    assert "“4th RJCC”" in text(client, "/en/programmes/")


@pytest.mark.parametrize("sessions", [1, 3])
@pytest.mark.parametrize("who", ["public", "team"])
def test_a_page_takes_few_queries_whatever_its_rows(
    client, history, system, who, sessions, request, django_assert_max_num_queries
):
    programme = Programme.objects.get(code="RoO")
    for _ in range(sessions):
        facts = SessionFacts(
            kind="working_group",
            programme=programme,
            starts=PartialDate.parse("2024"),
            cohorts=tuple(programme.cohorts.all()),
        )
        create_session(facts=facts, by=system, at=AT)
    if who == "team":
        client.force_login(request.getfixturevalue("team").account)
    for address in ("programmes/", "programmes/RoO/", "programmes/RoO/figures/"):
        with django_assert_max_num_queries(12):
            client.get(f"/en/{address}")


def test_the_heaviest_page_is_light(client, history):
    page = client.get("/fr/programmes/RoO/").content
    assert packed(page) <= WARM
    assert packed(page) + sum(map(packed, static_of(page.decode()))) <= COLD


def test_a_code_in_other_capitals_leads_to_the_programme(client, running, prepared):
    found = client.get("/en/programmes/run/")
    assert (found.status_code, found["Location"]) == (301, "/en/programmes/RUN/")
    found = client.get("/en/programmes/Run/figures/")
    assert found["Location"] == "/en/programmes/RUN/figures/"
    assert client.get("/en/programmes/secret/").status_code == 404


def test_a_programme_that_is_not_there_leads_to_the_list(client, running):
    page = client.get("/en/programmes/NEVER/")
    assert page.status_code == 404
    assert 'href="/en/programmes/"' in page.content.decode()


def test_no_training_on_record_is_not_a_nought(client, history):
    page = text(client, "/en/programmes/EA-PCA/figures/")
    assert "none on record" in page
    assert client.get("/en/programmes/EA-PCA/figures/").context["figures"].headlines
