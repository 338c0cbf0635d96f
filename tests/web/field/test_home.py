"""What a Master Trainer finds at the first page of the field."""

import pytest

from mwalimu.trainings.operations import record_training
from tests.cast import AT
from tests.trainings.making import plain, submitted


def draft(kenya, topics, trainer, title):
    facts = plain(kenya, topics["HS"], trainer.person, title=title)
    return record_training(facts=facts, source="form", by=trainer.actor, at=AT)


def test_my_drafts_my_trainings_and_my_awards(client, kenya, topics, kenya_trainer):
    draft(kenya, topics, kenya_trainer, "Not finished")
    facts = plain(kenya, topics["HS"], kenya_trainer.person, title="Handed in")
    submitted(facts, kenya_trainer.actor)
    client.force_login(kenya_trainer.account)
    page = client.get("/en/field/").context
    assert [group.code for group in page["reminders"].groups] == ["training_draft"]
    assert [each.title for each in page["last"]] == ["Handed in"]
    assert [each.topic.code for each in page["awards"]] == ["HS"]


def test_nothing_of_somebody_else(
    client, kenya, topics, kenya_trainer, togo_coordinator
):
    draft(kenya, topics, kenya_trainer, "Not finished")
    client.force_login(togo_coordinator.account)
    assert "Not finished" not in client.get("/en/field/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_few_queries(
    rows, client, kenya, topics, kenya_trainer, django_assert_max_num_queries
):
    for number in range(rows):
        draft(kenya, topics, kenya_trainer, f"Draft {number}")
    client.force_login(kenya_trainer.account)
    with django_assert_max_num_queries(12):
        client.get("/en/field/")
