"""Whatever is wrong is refused with field, value and what would be right."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.people.models import Person
from mwalimu.reference.models import Member
from mwalimu.shared.dates import PartialDate
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import (
    CountEntry,
    NamedEntry,
    NewPerson,
    TrainerEntry,
    TrainingRefused,
    edit_training,
    facts_of,
    record_training,
    submit_training,
)
from mwalimu.trainings.operations.problems import Problem
from tests.cast import AT, make_person
from tests.trainings.making import counts, named

date = PartialDate.parse
WRONG = {
    "no title": ({"title": "  "}, "title"),
    "10 MB of text": ({"note": "x" * 10_000_000}, "note"),
    "a long title": ({"title": "x" * 201}, "title"),
    "a zero byte": ({"place": "Nai\x00robi"}, "place"),
    "what a terminal obeys": ({"title": "red \x1b[31m"}, "title"),
    "text that turns round": ({"note": "paid \u202e000,1"}, "note"),
    "unknown Member": ({"host": "XX"}, "host"),
    "a Member never stored": ({"host": Member(code="XX")}, "host"),
    "unknown mode": ({"mode": "by post"}, "mode"),
    "no language": ({"language": "Swahili!"}, "language"),
    "end before start": ({"ends": date("2023-11-05")}, "ends"),
    "end month before start": ({"ends": date("2023-10")}, "ends"),
    "the far future": ({"ends": date("2123-11-08")}, "ends"),
    "the far past": ({"starts": date("1823-11-06")}, "starts"),
    "years of training": ({"ends": date("2026-11-08")}, "ends"),
    "73 hours in 3 days": ({"hours": 73}, "hours"),
    "no hours": ({"hours": 0}, "hours"),
    "negative hours": ({"hours": -1}, "hours"),
    "hours that are no number": ({"hours": float("nan")}, "hours"),
    "negative count": ({"head_counts": counts(-1)}, "head_counts[0].count"),
    "nobody": ({"head_counts": counts(4, 0)}, "head_counts[1].count"),
    "half a person": ({"head_counts": counts(1.5)}, "head_counts[0].count"),
    "absurd count": ({"head_counts": counts(10_001)}, "head_counts[0].count"),
    "absurd total": ({"head_counts": counts(9_000, 9_000)}, "head_counts"),
    "a group twice": ({"head_counts": counts(1) + counts(2)}, "head_counts[1]"),
    "unknown sector": (
        {"head_counts": (CountEntry("army", "F", 3),)},
        "head_counts[0].sector",
    ),
    "unknown sex": (
        {"head_counts": (CountEntry("customs", "X", 3),)},
        "head_counts[0].sex",
    ),
    "named twice": (
        {"participations": named("Asha Otieno", "asha  OTIENO")},
        "participations[1].person",
    ),
    "no name": ({"participations": named("...")}, "participations[0].person"),
    "digits for a name": ({"participations": named("12")}, "participations[0].person"),
    "a long name": ({"participations": named("x" * 201)}, "participations[0].person"),
    "a score of 101": (
        {
            "participations": (
                NamedEntry(NewPerson("Asha"), "customs", "F", post_score=101),
            )
        },
        "participations[0].post_score",
    ),
    "more days than it lasted": (
        {"participations": (NamedEntry(NewPerson("Asha"), "customs", "F", days=4),)},
        "participations[0].days",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused_at_its_field(case, facts, system):
    changes, field = WRONG[case]
    with pytest.raises(TrainingRefused) as refused:
        record_training(
            facts=replace(facts, **changes), source="form", by=system, at=AT
        )
    [problem] = refused.value.problems
    assert problem.field == field
    assert problem.message
    assert len(problem.value) <= 63
    assert not Training.objects.exists()


def test_nothing_is_half_written_when_an_edit_is_refused(draft, facts, kenya_registrar):
    wrong = replace(
        facts, participations=named("Asha Otieno", "Mary"), head_counts=counts(-1)
    )
    with pytest.raises(TrainingRefused):
        edit_training(draft, facts=wrong, by=kenya_registrar.actor, at=AT)
    assert [row.count for row in draft.head_counts.all()] == [12, 8]
    assert not Person.objects.filter(name="Asha Otieno").exists()


def test_a_trainer_is_no_participant(facts, kenya_trainer, system):
    row = NamedEntry(kenya_trainer.person, "customs", "F")
    with pytest.raises(TrainingRefused, match="is a trainer of this training"):
        record_training(
            facts=replace(facts, participations=(row,)), source="form", by=system, at=AT
        )


@pytest.mark.parametrize("place", [1, 2, 3])
def test_only_the_second_mention_of_a_person_is_wrong(place, facts, kenya, system):
    people = [make_person(f"Person {n}", system, kenya) for n in range(4)]
    people.insert(place, people[0])
    rows = tuple(NamedEntry(person, "customs", "F") for person in people)
    with pytest.raises(TrainingRefused) as refused:
        record_training(
            facts=replace(facts, participations=rows), source="form", by=system, at=AT
        )
    assert [problem.field for problem in refused.value.problems] == [
        f"participations[{place}].person"
    ]


def test_a_trainer_twice_and_two_leads_are_both_named(facts, system):
    lead = facts.trainers[0]
    with pytest.raises(TrainingRefused) as refused:
        record_training(
            facts=replace(facts, trainers=(lead, lead)), source="form", by=system, at=AT
        )
    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["trainers[1].person", "trainers[1].role"]


def test_all_problems_are_told_at_once(facts, system):
    wrong = replace(facts, title="", mode="", ends=date("2023-11-01"))
    with pytest.raises(TrainingRefused) as refused:
        record_training(facts=wrong, source="form", by=system, at=AT)
    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["title", "mode", "ends"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"topics": ()}, "topics"), ({"trainers": ()}, "trainers"),
     ({"head_counts": ()}, "people")],
)  # fmt: skip
def test_a_draft_may_lack_what_a_submitted_record_may_not(
    changes, field, facts, kenya_registrar
):
    by = kenya_registrar.actor
    draft = record_training(
        facts=replace(facts, **changes), source="form", by=by, at=AT
    )
    with pytest.raises(TrainingRefused) as refused:
        submit_training(draft, by=by, at=AT)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_planned_training_is_submitted_once_it_has_started(facts, kenya_registrar):
    by = kenya_registrar.actor
    planned = replace(facts, starts=date("2024-03-02"), ends=date("2024-03-03"))
    draft = record_training(facts=planned, source="form", by=by, at=AT)
    with pytest.raises(TrainingRefused, match="not started yet"):
        submit_training(draft, by=by, at=AT)
    # Nairobi is three hours ahead: its 2 March begins at 21:00 UTC
    submit_training(draft, by=by, at=AT + timedelta(hours=12, minutes=1))
    assert draft.status == "submitted"


def test_a_month_that_has_begun_may_be_submitted(facts, kenya_registrar):
    by = kenya_registrar.actor
    month = replace(facts, starts=date("2024-03"), ends=date("2024-03"))
    draft = record_training(facts=month, source="form", by=by, at=AT)
    assert submit_training(draft, by=by, at=AT).status == "submitted"


def test_a_day_may_end_in_a_month(facts, system):
    loose = replace(facts, starts=date("2023-11-06"), ends=date("2023-11"))
    training = record_training(facts=loose, source="form", by=system, at=AT)
    training.refresh_from_db()
    assert (str(training.starts), str(training.ends)) == ("2023-11-06", "2023-11")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_facts_are_read_back_with_their_trainers(number, facts, kenya, system):
    extra = [make_person(f"Trainer {n}", system, kenya) for n in range(number)]
    rows = (*facts.trainers, *(TrainerEntry(one, "co_trainer") for one in extra))
    training = record_training(
        facts=replace(facts, trainers=rows), source="form", by=system, at=AT
    )
    assert [row.person for row in facts_of(training).trainers] == [
        row.person for row in rows
    ]


@given(st.text(max_size=500))
def test_a_problem_shows_any_value_short(text):
    assert len(Problem.of("title", text, "wrong").value) <= 63
