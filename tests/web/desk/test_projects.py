"""Projects: what a new instance needs first, and where the team finds its programmes."""

import pytest

from mwalimu.programmes.models import Programme, Project

HERE = "/en/desk/programmes/"


@pytest.fixture
def as_team(client, team):
    client.force_login(team.account)
    return client


def test_an_empty_instance_leads_from_a_project_to_a_programme(as_team):
    assert "No project yet" in as_team.get(HERE).content.decode()
    found = as_team.get("/en/desk/programmes/new/", follow=True)
    assert "Open the project first" in found.content.decode()
    facts = {"code": "JOINT", "name_en": "Joint Project", "started": "2015-01"}
    answer = as_team.post("/en/desk/projects/new/", facts)
    assert (answer.status_code, answer["Location"]) == (302, HERE)
    made = Project.objects.get()
    assert (made.names, str(made.started)) == ({"en": "Joint Project"}, "2015-01")
    assert as_team.get("/en/desk/programmes/new/").status_code == 200


def test_a_project_is_edited_and_a_taken_code_is_said(as_team, db):
    Project.objects.create(code="ONE", names={"en": "One"})
    Project.objects.create(code="TWO", names={"en": "Two"})
    here = "/en/desk/projects/TWO/edit/"
    refused = as_team.post(here, {"code": "ONE", "name_en": "Second"})
    assert refused.status_code == 422
    assert "is taken" in refused.content.decode()
    as_team.post(here, {"code": "TWO", "name_en": "Second"})
    assert Project.objects.get(code="TWO").names == {"en": "Second"}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_few_queries(as_team, number, django_assert_max_num_queries):
    for place in range(number):
        project = Project.objects.create(code=f"P{place}", names={"en": "Project"})
        programme = Programme.objects.create(
            code=f"R{place}", project=project, status="running", names={"en": "Runs"}
        )
        programme.cohorts.create(code=f"C{place}")
    with django_assert_max_num_queries(12):
        page = as_team.get(HERE).content.decode()
    assert page.count("/desk/cohorts/C") == number
