"""Types and fields that make no sense are refused; what is used keeps its meaning."""

import pytest

from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    FieldFacts,
    TypeFacts,
    write_field,
    write_type,
)
from tests.cast import AT


@pytest.fixture
def do(team):
    return {"by": team.actor, "at": AT}


def refuses(words):
    return pytest.raises(AccreditationRefused, match=words)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"code": "1x"}, "code"),
        ({"code": "ET"}, "code"),
        ({"names": {"en": " "}}, "names"),
        ({"certainty": "Z"}, "certainty"),
        ({"certainty": "A"}, "source"),
        ({"refresher_months": 0}, "refresher_months"),
        ({"refresher_months": 241}, "refresher_months"),
    ],
)
def test_a_type_without_sense_is_refused(trainer_type, do, facts, field):
    right = {"code": "NEW", "names": {"en": "New"}, "certainty": "T"}
    with refuses(".") as wrong:
        write_type(TypeFacts(**(right | facts)), **do)
    assert wrong.value.field == field


def test_a_type_that_experts_have_keeps_its_fields(
    leader, grace, kenya, trainer_type, do
):
    leader.propose(grace, kenya)
    facts = TypeFacts("ET", {"en": "Expert Trainer"}, "T", per_field=False)
    with refuses("fields stay as they are"):
        write_type(facts, row=trainer_type, **do)


def test_a_field_keeps_its_code(valuation, do, topics):
    facts = FieldFacts("OTHER", {"en": "Value"}, "T", topics=[topics["HS"]])
    row = write_field(facts, row=valuation, **do)
    assert (row.code, row.names) == ("CV", {"en": "Value"})
    assert list(row.topics.all()) == [topics["HS"]]
