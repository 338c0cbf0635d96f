"""WCO Accredited Experts among the Master Trainers: found and shown as they let others."""

import pytest

from mwalimu.qualification.models import PoolRow
from mwalimu.qualification.operations.accreditation import change_terms
from mwalimu.qualification.operations.pool import show_fields
from tests.cast import AT, cast
from tests.web.board.test_board import plain, text

POOL = "/en/desk/pool/"
AS = "WCO Accredited Expert: Expert Trainer, Customs valuation"


@pytest.fixture
def expert(leader, amina, kenya):
    """Amina is accredited; Kofi is not."""
    return leader.accredited(amina.person, kenya)


def finds(client, somebody, query):
    page = text(client, somebody, f"{POOL}?{query}")
    return [name for name in ("Amina Otieno", "Kofi Mensah") if name in page]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("expert=ET", ["Amina Otieno"]),
        ("expertise=CV", ["Amina Otieno"]),
        ("expert=ET&expertise=CV", ["Amina Otieno"]),
        ("expert=TOA", []),
        ("expert=E", ["Amina Otieno", "Kofi Mensah"]),  # no such type: no filter
    ],
)
def test_the_team_finds_experts_by_type_and_field(
    client,
    expert,
    kofi,
    team,
    advisor_type,
    query,
    found,
):
    assert finds(client, team, query) == found


def test_each_says_as_what_and_in_what(client, expert, kofi, team):
    assert text(client, team, POOL).count(AS) == 1


def test_others_find_and_read_it_only_if_it_is_shown(
    client, expert, amina, kofi, togo_coordinator, kenya_coordinator
):
    show_fields(amina.person, audiences={"name": "members"}, by=amina.actor, at=AT)
    assert finds(client, togo_coordinator, "expert=ET") == []
    assert "Expert Trainer, Customs" not in text(client, togo_coordinator, POOL)
    assert finds(client, kenya_coordinator, "expert=ET") == ["Amina Otieno"]
    shown = {"accredited": "members"}
    show_fields(amina.person, audiences=shown, by=amina.actor, at=AT)
    assert finds(client, togo_coordinator, "expert=ET") == ["Amina Otieno"]
    assert AS in text(client, togo_coordinator, POOL)


def public(client):
    return plain(client.get("/en/master-trainers/").content.decode())


def test_the_public_reads_it_with_consent_only(client, expert, amina, team):
    own = {"by": amina.actor, "at": AT}
    show_fields(amina.person, audiences={"name": "public"}, **own)
    assert "WCO Accredited Expert" not in public(client)
    show_fields(amina.person, audiences={"accredited": "members"}, **own)
    assert "WCO Accredited Expert" not in public(client)
    show_fields(amina.person, audiences={"accredited": "public"}, **own)
    assert "WCO Accredited Expert" in public(client)
    change_terms(
        expert, verb="suspend", day=AT.date(), reason="x", by=team.actor, at=AT
    )
    assert "WCO Accredited Expert" not in public(client)


@pytest.mark.parametrize("number", [1, 3])
def test_experts_cost_no_further_query(
    number,
    client,
    system,
    kenya,
    awarded,
    advisor_type,
    leader,
    team,
    django_assert_num_queries,
):
    for place in range(number):
        somebody = cast(f"Trainer {place}", system, kenya)
        awarded(somebody.person, kenya)
        leader.accredited(somebody.person, kenya)
    assert PoolRow.objects.exclude(experts="").count() == number
    client.force_login(team.account)
    client.get(POOL)
    with django_assert_num_queries(7):
        client.get(f"{POOL}?expert=ET&expertise=CV&topic=HS&member=KE")
