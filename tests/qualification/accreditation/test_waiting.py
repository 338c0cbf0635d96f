"""What waits for whom: in Python, in SQL, and as reminders ask it."""

from datetime import date, timedelta

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.qualification.engine.accreditation import SOON, Waiting
from mwalimu.qualification.models import Accreditation
from mwalimu.qualification.operations.accreditation import change_terms
from mwalimu.qualification.queries.accreditation import accreditations_waiting
from mwalimu.qualification.queries.accreditation.paths import waiting_of
from tests.cast import AT, make_person
from tests.qualification.experts import EARLY

TODAY = AT.date()


@pytest.fixture
def everywhere(leader, system, kenya, assessor, second_assessor, team):
    """Somebody in every place of the path, by what they wait for."""

    def somebody(name):
        return make_person(name, system, kenya)

    def selected(name):
        row = leader.propose(somebody(name), kenya)
        leader.select(row)
        return row

    found = {"screening": leader.propose(somebody("a"), kenya), "place": selected("b")}
    found["result"] = selected("c")
    leader.workshop(found["result"], result="", at=EARLY)
    found["coming"] = selected("d")
    leader.workshop(found["coming"], result="", last=TODAY)
    found["mission"] = leader.pre_accredited(somebody("e"), kenya)
    found["assessment"] = leader.pre_accredited(somebody("f"), kenya)
    both = (assessor.person, second_assessor.person)
    leader.assess(leader.plan(found["assessment"], *both))
    found["conclusion"] = leader.pre_accredited(somebody("g"), kenya)
    leader.assess(leader.plan(found["conclusion"]))
    found["refresher"] = leader.accredited(somebody("h"), kenya)
    due = {"refresher_due_on": TODAY + SOON}
    Accreditation.objects.filter(pk=found["refresher"].pk).update(**due)
    found["nothing"] = leader.accredited(somebody("i"), kenya)
    closed = leader.propose(somebody("j"), kenya)
    do = {"reason": "x", "by": team.actor, "at": AT, "day": TODAY}
    change_terms(closed, verb="withdraw", **do)
    paused = leader.pre_accredited(somebody("k"), kenya)
    change_terms(paused, verb="suspend", **do)
    return found


def test_the_table_is_asked_as_the_engine_answers(everywhere):
    for what in Waiting:
        if what == Waiting.NOTHING:
            continue
        rows = Accreditation.objects.waiting_for(what, TODAY)
        assert [row.pk for row in rows] == [everywhere[what].pk], what
    for row in Accreditation.objects.all():
        what = waiting_of(row, TODAY)
        asked = what == Waiting.NOTHING or row.pk == everywhere[what].pk
        assert asked, row.person.name


def test_reminders_learn_what_waits_for_whom(
    everywhere, second_assessor, django_assert_num_queries
):
    with django_assert_num_queries(4):
        found = accreditations_waiting(TODAY)
    waits = {each.what.value: each for each in found}
    assert set(waits) == set(everywhere) - {"coming", "nothing"}
    assert waits["assessment"].whom == second_assessor.person
    assert waits["assessment"].mission.assessors.count() == 2
    assert all(
        each.whom is None for name, each in waits.items() if name != "assessment"
    )
    assert waits["result"].since == date(2022, 4, 8)
    assert waits["refresher"].since == TODAY + SOON
    assert found[0].whom is None


def test_a_result_is_asked_for_the_day_after(everywhere):
    coming = everywhere["coming"]
    tomorrow = TODAY + timedelta(days=1)
    rows = Accreditation.objects.waiting_for(Waiting.RESULT, tomorrow)
    assert coming in rows


def test_of_an_erased_person_nothing_is_reminded(everywhere, team):
    erase_person(everywhere["screening"].person, by=team.actor, at=AT)
    assert "screening" not in {each.what for each in accreditations_waiting(TODAY)}
