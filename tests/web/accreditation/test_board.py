"""The pipeline board and its list: who is where, what waits, for whose eyes."""

import pytest

from mwalimu.people.models import PersonLanguage
from mwalimu.people.operations import erase_person
from mwalimu.qualification.operations.accreditation import change_terms
from tests.cast import AT, make_person
from tests.web.board.test_board import text

BOARD = "/en/desk/accreditation/"
LIST = f"{BOARD}?view=list"


@pytest.fixture
def four(leader, system, kenya, togo):
    """One in each phase: three of Kenya, one of Togo, who speaks French."""
    tala = make_person("Tala Togo", system, togo)
    PersonLanguage.objects.create(person=tala, language="fr", level="C1")
    proposed = leader.propose(make_person("Sara Screening", system, kenya), kenya)
    selected = leader.propose(tala, togo)
    leader.select(selected)
    return {
        "screening": proposed,
        "workshop": selected,
        "mission": leader.pre_accredited(
            make_person("Mia Mission", system, kenya), kenya
        ),
        "accredited": leader.accredited(make_person("Ada Done", system, kenya), kenya),
    }


def names(page):
    every = ("Sara Screening", "Tala Togo", "Mia Mission", "Ada Done")
    return [name for name in every if name in page]


def test_each_stands_in_the_column_of_their_phase(client, four, team):
    page = text(client, team, BOARD)
    places = [
        page.index(words)
        for words in (
            "Pre-screening 1 Sara Screening",
            "Workshop 1 Tala Togo",
            "Assessed mission 1 Mia Mission",
            "Accredited 1 Ada Done",
        )
    ]
    assert places == sorted(places)


def test_the_board_says_what_waits_and_since_when(client, four, team):
    page = text(client, team, BOARD)
    assert "decision of pre-screening 1 place in a workshop 1 mission to be" in page
    assert "mission to be planned since 8 April 2022" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=ET", ["Sara Screening", "Tala Togo", "Mia Mission", "Ada Done"]),
        ("member=TG", ["Tala Togo"]),
        ("language=fr", ["Tala Togo"]),
        ("waiting=mission", ["Mia Mission"]),
        ("waiting=refresher", []),
        ("field=CV&member=KE", ["Sara Screening", "Mia Mission", "Ada Done"]),
        ("waiting=king&member=XX&type=%00", None),
    ],
)
@pytest.mark.parametrize("view", ["", "&view=list"])
def test_filters(client, four, team, query, found, view):
    page = text(client, team, f"{BOARD}?{query}{view}")
    every = ["Sara Screening", "Tala Togo", "Mia Mission", "Ada Done"]
    assert names(page) == (every if found is None else found)


def test_an_administration_sees_its_own_and_no_interruption(
    client, four, team, kenya_coordinator
):
    do = {"by": team.actor, "at": AT, "day": AT.date()}
    change_terms(four["accredited"], verb="suspend", reason="An enquiry", **do)
    page = text(client, kenya_coordinator, BOARD)
    assert names(page) == ["Sara Screening", "Mia Mission", "Ada Done"]
    assert "no longer valid" in page
    assert "suspended" not in page
    assert "suspended" in text(client, team, BOARD)


def test_closed_paths_stand_on_the_list_only(client, four, team, kenya_coordinator):
    do = {"by": team.actor, "at": AT, "day": AT.date(), "reason": "Left"}
    change_terms(four["mission"], verb="end", **do)
    assert "Mia Mission" not in text(client, team, BOARD)
    assert names(text(client, team, f"{LIST}&closed=1")) == ["Mia Mission"]
    assert "no longer valid" in text(client, kenya_coordinator, f"{LIST}&closed=1")


def test_an_erased_person_is_on_no_board(client, four, team):
    erase_person(four["workshop"].person, by=team.actor, at=AT)
    assert "Workshop 0 Nobody." in text(client, team, BOARD)


def test_an_empty_board_says_what_to_do(client, team, kenya_coordinator):
    assert "Propose people" in text(client, team, BOARD)
    page = text(client, kenya_coordinator, BOARD)
    assert "Nobody is on the path" in page
    assert "Propose people" not in page


@pytest.mark.parametrize("number", [1, 3, 50])
@pytest.mark.parametrize("view", ["", "?view=list"])
def test_the_board_costs_the_same_for_many(
    client, leader, system, kenya, team, number, view, django_assert_max_num_queries
):
    people = [make_person(f"Person {n}", system, kenya) for n in range(number)]
    rows = [leader.propose(person, kenya) for person in people]
    leader.select(*rows[::2])
    client.force_login(team.account)
    client.get(BOARD)
    with django_assert_max_num_queries(7):
        page = client.get(f"{BOARD}{view}")
    assert page.status_code == 200


def test_a_full_column_leads_to_the_list(client, leader, system, kenya, team):
    for number in range(52):
        leader.propose(make_person(f"Person {number:02}", system, kenya), kenya)
    page = text(client, team, BOARD)
    assert "Pre-screening 52" in page
    assert "2 more on the list" in page


def test_htmx_gets_the_columns_only(client, four, team):
    client.force_login(team.account)
    page = client.get(BOARD, headers={"HX-Request": "true", "HX-Target": "pipeline"})
    assert "<html" not in page.content.decode()
    assert "Mia Mission" in page.content.decode()
