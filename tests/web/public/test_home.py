"""The first page: what everybody may see, and nothing else."""

from datetime import date

import pytest

from mwalimu.programmes.models import Membership, Programme, Project, Session
from tests.figures.world import World


@pytest.fixture
def world(members, topics, kenya_coordinator, team):
    return World(members, topics, kenya_coordinator.actor, team.actor)


@pytest.fixture
def programmes(members):
    """One that runs in Kenya, and one that is being prepared in Togo."""
    project = Project.objects.create(code="JOINT")
    found = {}
    for code, status, member in [("RUN", "running", "KE"), ("NEW", "prepared", "TG")]:
        found[code] = Programme.objects.create(
            code=code, project=project, status=status, names={"en": f"Programme {code}"}
        )
        Membership.objects.create(programme=found[code], member=members[member])
    return found


def session(programme, day, city):
    return Session.objects.create(
        programme=programme, kind="working_group", starts_on=day, ends_on=day, city=city
    )


def test_headlines_count_what_is_verified(client, world):
    world.verified(heads=[(30, "KE", "customs", "F")])
    page = client.get("/en/").context["page"]
    told = {each.code: each.value for each in page.headlines}
    assert told["participations"] == "30"
    assert told["trainings"] == "1"


def test_every_headline_says_how_it_is_counted(client, db):
    page = client.get("/en/")
    for headline in page.context["page"].headlines:
        assert headline.rule in page.content.decode().replace("&#x27;", "'")


def test_what_is_synthetic_is_said_inside_the_picture(client, world):
    world.verified(heads=[(30, "KE", "customs", "F")], synthetic=True)
    page = client.get("/en/").context["page"]
    assert "synthetic data" in page.trend.svg
    assert "synthetic data" in page.africa.svg


def test_a_member_of_a_running_programme_is_framed(client, programmes):
    page = client.get("/en/").context["page"]
    assert '<title>Kenya</title><rect class="d-t1 d-in"' in page.africa.svg
    assert '<title>Togo</title><rect class="d-t0"' in page.africa.svg


def test_sessions_stand_before_and_after_today(client, programmes):
    session(programmes["RUN"], date(2021, 5, 3), "Nairobi")
    session(programmes["RUN"], date(2099, 5, 3), "Mombasa")
    page = client.get("/en/").context["page"]
    assert [each.city for each in page.latest] == ["Nairobi"]
    assert [each.city for each in page.coming] == ["Mombasa"]


def test_what_is_prepared_is_not_public(client, programmes):
    session(programmes["NEW"], date(2021, 5, 3), "Lomé")
    assert "Lomé" not in client.get("/en/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_costs_few_queries(
    rows, language, client, programmes, world, django_assert_max_num_queries
):
    for number in range(rows):
        world.verified(heads=[(30, "KE", "customs", "F")])
        session(programmes["RUN"], date(2021, 5, 3 + number), "Nairobi")
    with django_assert_max_num_queries(12):
        client.get(f"/{language}/")


def test_it_costs_somebody_signed_in_no_more(
    client, programmes, world, team, django_assert_max_num_queries
):
    client.force_login(team.account)
    with django_assert_max_num_queries(12):
        client.get("/en/")
