"""The cube follows what happens, and a rebuild gives the same bytes."""

import random
from datetime import date

import pytest
from django.core.management import call_command

from mwalimu.figures.models import Cell, Rollup
from mwalimu.figures.operations import bring_up_to_date, rebuild_figures
from mwalimu.figures.queries import figure
from mwalimu.people.permissions import OPERATOR
from mwalimu.qualification.signals import award_changed, award_ended
from mwalimu.shared.models import Mark

pytestmark = pytest.mark.django_db


def cube():
    """Everything that counts now, to the byte."""
    columns = [f.name for f in Cell._meta.get_fields() if f.name not in ("id",)]
    cells = Cell.objects.counting().values_list(*columns)
    return (
        sorted(map(plain, cells), key=repr),
        sorted(map(plain, Rollup.objects.values_list()), key=repr),
    )


def plain(row):
    return tuple(bytes(v) if isinstance(v, bytes | memoryview) else v for v in row)


def total(indicator="participations", **options):
    return figure(indicator, viewer=OPERATOR, **options).total


def test_a_verified_training_moves_the_figures(world):
    assert total().value == 0
    world.verified(named=[(world.people(3), "KE", "customs", "F")])
    assert total().value == 3


def test_announcing_a_training_twice_counts_it_once(world):
    training = world.verified(heads=[(20, "KE", "customs", "N")])
    from mwalimu.trainings.signals import training_verified

    training_verified.send(type(training), trainings=[training])
    assert total().value == 20


def test_a_correction_takes_the_place_of_what_it_corrects(world):
    first = world.verified(heads=[(20, "KE", "customs", "N")])
    before = world.clock
    world.corrected(first, heads=[(25, "KE", "customs", "N")])
    assert total().value == 25
    assert total(as_of=before).value == 20
    assert total("trainings").value == 1


def test_a_voided_training_leaves_no_trace_in_what_counts_now(world):
    training = world.verified(named=[(world.people(3), "KE", "customs", "F")])
    before = world.clock
    world.voided(training)
    assert (total().value, total("persons").at_most) == (0, 0)
    assert total(as_of=before).value == 3
    assert Rollup.objects.count() == 0


def test_a_person_stays_counted_while_another_training_has_them(world):
    somebody, else_ = world.people(2)
    first = world.verified(named=[([somebody, else_], "KE", "customs", "F")])
    world.verified(named=[([somebody], "KE", "customs", "F")], day=date(2020, 1, 1))
    world.voided(first)
    assert (total("persons").at_least, total("persons").at_most) == (1, 1)


def test_the_largest_training_is_looked_up_when_it_goes(world):
    world.verified(heads=[(12, "KE", "customs", "N")])
    large = world.verified(
        heads=[(10, "KE", "customs", "F"), (30, "UG", "private", "M")]
    )
    assert total("persons").at_least == 40
    world.voided(large)
    assert (total("persons").at_least, total("persons").at_most) == (12, 12)


def test_an_award_decides_again_who_led(world):
    trainer = world.person()
    world.verified(heads=[(20, "KE", "customs", "N")], trainer=trainer)
    before = world.clock
    assert total("participations_by_became").value == 0
    world.award(trainer, since=date(2020, 1, 1))
    assert total("participations_by_became").value == 20
    assert total("participations_by_master_trainers").value == 0
    assert total("participations_by_became", as_of=before).value == 0


def test_the_end_of_an_award_before_the_training_decides_again(world):
    trainer = world.person()
    award = world.award(trainer)
    world.verified(heads=[(20, "KE", "customs", "N")], trainer=trainer)
    assert total("participations_by_master_trainers").value == 20
    award.ended_on = date(2018, 12, 31)
    award.save()
    award_ended.send(type(award), awards=[award], at=world.tick())
    assert total("participations_by_master_trainers").value == 0
    assert total("participations_by_became").value == 20


def test_a_suspension_moves_its_days_and_a_rebuild_gives_the_same(world, system):
    trainer = world.person()
    award = world.award(trainer)
    for month, people in ((3, 20), (4, 7)):
        world.verified(
            day=date(2019, month, 8),
            heads=[(people, "KE", "customs", "N")],
            trainer=trainer,
        )
    award.suspensions.create(since=date(2019, 4, 1), until=date(2019, 4, 30))
    award_changed.send(type(award), awards=[award], at=world.tick())
    assert total("participations_by_master_trainers").value == 20
    assert total("participations_by_became").value == 27
    kept = cube()
    rebuild_figures(by=system, at=world.tick())
    assert cube() == kept


def test_whoever_is_suspended_is_not_counted_as_a_master_trainer(world):
    award = world.award(world.person())
    before = world.clock
    assert total("master_trainers").value == 1
    award.suspensions.create(since=date(2018, 6, 1))
    assert total("master_trainers").value == 0
    assert total("master_trainers", as_of=before).value == 0
    award.suspensions.update(until=date(2018, 6, 30))
    assert total("master_trainers", as_of=before).value == 1


def test_an_award_in_another_topic_changes_nothing(world):
    trainer = world.person()
    world.verified(heads=[(20, "KE", "customs", "N")], trainer=trainer)
    world.award(trainer, topic="CV")
    assert total("participations_by_became").value == 0
    assert Cell.objects.count() == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_kept_step_by_step_and_rebuilt_are_the_same_bytes(world, seed, system):
    chance = random.Random(seed)
    live(world, chance, steps=30)
    kept = cube()
    rebuild_figures(by=system, at=world.tick())
    assert cube() == kept
    Rollup.objects.all().delete()
    Cell.objects.counting().delete()
    rebuild_figures(by=system, at=world.tick())
    assert cube()[1] == kept[1]


def live(world, chance, steps):
    """Verify, correct, void and award at random."""
    persons, counted = world.people(15), []
    awarded = set()
    for _ in range(steps):
        act = chance.choice(["verify", "verify", "verify", "correct", "void", "award"])
        if act == "verify" or not counted:
            counted.append(world.verified(**random_facts(world, chance, persons)))
        elif act == "correct":
            place = chance.randrange(len(counted))
            facts = random_facts(world, chance, persons)
            counted[place] = world.corrected(counted[place], **facts)
        elif act == "void":
            world.voided(counted.pop(chance.randrange(len(counted))))
        else:
            person, topic = chance.choice(persons[:4]), chance.choice(["HS", "CV"])
            if (person.pk, topic) not in awarded:
                awarded.add((person.pk, topic))
                world.award(person, topic, date(chance.choice([2018, 2020]), 6, 1))


def random_facts(world, chance, persons):
    sample = chance.sample(persons, chance.randrange(8))
    half = len(sample) // 2
    place = lambda: (  # noqa: E731
        chance.choice(["KE", "UG", "TG", ""]),
        chance.choice(["customs", "private"]),
        chance.choice(["F", "M", "N"]),
    )
    heads = {place(): chance.randrange(1, 40) for _ in range(chance.randrange(3))}
    return {
        "day": date(chance.choice([2018, 2019, 2020]), chance.randrange(1, 13), 1),
        "precision": chance.choice(["day", "month", "year"]),
        "host": chance.choice(["KE", "UG", "TG"]),
        "topics": chance.choice([("HS",), ("CV",), ("HS", "CV")]),
        "named": [(sample[:half], *place()), (sample[half:], *place())],
        "heads": [(count, *where) for where, count in heads.items()],
        "trainer": chance.choice(persons[:4]),
        "mode": chance.choice(["online", "in_person"]),
        "synthetic": chance.choice([True, False]),
        "hours": chance.choice([None, 6, 12.5]),
    }


def test_figures_now_are_figures_as_of_now(world):
    live(world, random.Random(7), steps=20)
    for indicator in ("participations", "persons", "trainings", "members_reached"):
        for by in (
            (),
            ("year",),
            ("sex",),
            ("topic", "sector"),
            ("member", "mode"),
            ("month", "host"),
        ):
            now = figure(indicator, by, viewer=OPERATOR)
            then = figure(indicator, by, viewer=OPERATOR, as_of=world.clock)
            assert (now.rows, now.total) == (then.rows, then.total)


def test_the_command_rebuilds(world, capsys):
    world.record(heads=[(20, "KE", "customs", "N")])
    assert total().value == 0
    call_command("rebuild_figures")
    assert total().value == 20
    assert capsys.readouterr().out == "1 trainings are counted.\n"


def test_roll_ups_of_another_version_are_rebuilt_once(world):
    world.verified(heads=[(20, "KE", "customs", "N")])
    Mark.objects.put("figures", world.clock, shape="that of another version")
    Rollup.objects.update(members="")
    assert total("members_reached").value == 0
    assert bring_up_to_date(by=world.entered_by, at=world.clock)
    assert total("members_reached").value == 1
    assert not bring_up_to_date(by=world.entered_by, at=world.clock)
