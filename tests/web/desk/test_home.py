"""What a role follows beside its reminders (tests/web/reminders)."""

import pytest

from tests.trainings.making import plain, submitted


@pytest.fixture
def waiting(kenya, topics, kenya_trainer, kenya_registrar):
    """A training in Kenya that its registrar handed in."""
    facts = plain(kenya, topics["HS"], kenya_trainer.person)
    return submitted(facts, kenya_registrar.actor)


def piles(client, somebody):
    """What is shown to somebody: the key of each pile and its count."""
    client.force_login(somebody.account)
    work = client.get("/en/desk/").context["work"]
    return {pile.key: pile.count for pile in work.piles if pile.count}


def test_whoever_handed_it_in_sees_that_it_waits(client, waiting, kenya_registrar):
    assert piles(client, kenya_registrar) == {"submitted": 1}


def test_the_head_of_customs_sees_that_it_waits(client, waiting, head):
    assert piles(client, head) == {"submitted": 1}


def test_a_stranger_sees_nothing_of_it(client, waiting, togo_coordinator):
    assert piles(client, togo_coordinator) == {}
    assert waiting.title not in client.get("/en/desk/").content.decode()


def test_a_reader_sees_figures_and_no_working_copy(client, waiting, reader):
    client.force_login(reader.account)
    page = client.get("/en/desk/")
    assert [figure["code"] for figure in page.context["figures"]] == [
        "participations",
        "trainings",
    ]
    assert page.context["work"].piles == []


def test_who_is_only_a_master_trainer_works_in_the_field(client, kenya_trainer):
    client.force_login(kenya_trainer.account)
    assert client.get("/en/desk/").headers["Location"] == "/en/field/"


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    "role",
    ["team", "reader", "head", "kenya_coordinator", "kenya_registrar"],
)
def test_the_desk_costs_few_queries(
    rows,
    role,
    client,
    kenya,
    topics,
    kenya_trainer,
    kenya_registrar,
    request,
    django_assert_max_num_queries,
):
    for _ in range(rows):
        facts = plain(kenya, topics["HS"], kenya_trainer.person)
        submitted(facts, kenya_registrar.actor)
    client.force_login(request.getfixturevalue(role).account)
    with django_assert_max_num_queries(12):
        client.get("/en/desk/")
