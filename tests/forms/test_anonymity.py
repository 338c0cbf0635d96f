"""Nothing joins an answer to whoever gave it, not even the machinery of a database."""

import pytest
from django.apps import apps
from django.db import connection

from mwalimu.accounts.models import AuditLine
from mwalimu.forms.models import Answer, Receipt, Response
from mwalimu.forms.operations import drop_receipts
from mwalimu.forms.queries.results import receipts_of_rounds_closed_before
from mwalimu.people.operations import erase_person
from tests.cast import AT
from tests.forms.conftest import AFTER

PLACE = {"sqlite": "rowid", "postgresql": "ctid"}


def columns(model):
    return {field.name for field in model._meta.concrete_fields}


def test_a_response_and_an_answer_have_no_column_that_could_tell():
    assert columns(Response) == {"id", "round"}
    assert columns(Answer) == {"id", "response", "question", "choice", "text"}
    assert columns(Receipt) == {"id", "round", "person"}


def test_no_table_points_to_a_response_but_its_answers():
    pointing = {
        (model.__name__, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in (Response, Answer)
    }
    assert pointing == {("Answer", "response")}


def test_keys_are_drawn_at_random_and_tell_no_time(say, people):
    say(people[0])
    keys = [Response.objects.get().pk, Answer.objects.get().pk]
    assert [key.version for key in keys] == [4, 4]


def stored_order(model) -> list:
    """Keys in the order in which the database keeps the rows."""
    table, place = model._meta.db_table, PLACE[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY {place}")
        return [str(key).replace("-", "") for (key,) in cursor.fetchall()]


@pytest.mark.parametrize("model", [Response, Answer])
def test_the_place_of_a_row_is_drawn_by_chance(say, people, model):
    for person in people:
        say(person, "3", "o1", ["o1", "o2"], f"From {person.name}")
    keys = stored_order(model)
    assert len(keys) >= 6
    assert keys == sorted(keys)


def test_no_transaction_tells_which_answer_was_written_in_it(say, people):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps no transaction with a row")
    for person in people:
        say(person)
    with connection.cursor() as cursor:
        for model in (Response, Answer):
            cursor.execute(f"SELECT DISTINCT xmin::text FROM {model._meta.db_table}")
            assert len(cursor.fetchall()) == 1


def test_the_trail_says_that_somebody_answered_and_nothing_of_what(
    say, people, open_one
):
    say(people[0], "1", text_="The rooms were cold")
    line = AuditLine.objects.get(verb="answer")
    assert line.subject_uuid == open_one.uuid
    assert (line.before, line.after) == ({}, {})
    keys = [str(key) for key in Response.objects.values_list("pk", flat=True)]
    trail = str(list(AuditLine.objects.values()))
    assert not any(key in trail for key in keys)
    assert "rooms were cold" not in trail


def test_whoever_is_forgotten_leaves_answers_that_never_knew_them(
    say, people, open_one, team
):
    say(people[0], "2")
    say(people[1], "4")
    erase_person(people[0], by=team.actor, at=AT)
    assert list(open_one.receipts.values_list("person", flat=True)) == [people[1].pk]
    assert sorted(Answer.objects.values_list("choice", flat=True)) == ["2", "4"]


def test_who_answered_goes_when_its_time_is_over_and_the_count_stays(
    say, people, open_one, system
):
    say(people[0])
    assert not receipts_of_rounds_closed_before(AT).exists()
    due = receipts_of_rounds_closed_before(AFTER)
    assert drop_receipts([row.pk for row in due], by=system, at=AFTER) == 1
    assert (open_one.receipts.count(), open_one.responses.count()) == (0, 1)
