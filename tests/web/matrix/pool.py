"""Rows of the access matrix: the pool, profiles and floors."""

from datetime import date

from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Availability, Award, Floor
from mwalimu.qualification.operations.pool import refresh_pool
from tests.cast import AT, make_person
from tests.web.matrix import ALL, KENYA, Row
from tests.web.matrix.board import cohort, here

TEAM = frozenset({"team"})
EVERY_POOL = TEAM | KENYA | {"togo_coordinator"}
TRAINER = frozenset({"kenya_trainer"})
NOBODY = frozenset()


def amina(world):
    """A Master Trainer of Kenya who shows nothing to anybody else."""
    found = Award.objects.filter(person__name="Amina Pool").first()
    if found is None:
        found = Award.objects.create(
            person=make_person("Amina Pool", world.system, world.kenya),
            topic=world.topics["HS"],
            member=world.kenya,
            valid_from=date(2020, 1, 1),
            decided_at=AT,
            decided_by=world.system,
        )
        refresh_pool([found.person_id])
    return {"uuid": found.person.uuid}


def floored(world):
    """A cohort of Kenya with a floor."""
    made: Cohort = cohort(world)
    made.topics.add(world.topics["HS"])
    Floor.objects.get_or_create(
        cohort=made,
        member=world.kenya,
        topic=world.topics["HS"],
        defaults={"least": 2, "set_at": AT, "set_by": world.system},
    )
    return here(world)


def days_of_another(world):
    """A period of somebody whom nobody signs in as."""
    person = make_person("Somebody Else", world.system, world.kenya)
    row = Availability.objects.create(
        person=person, kind="busy", since=date(2123, 1, 1), until=date(2123, 1, 2)
    )
    return {"uuid": row.uuid}


ROWS: dict[str, Row] = {
    "public:pool": Row(ALL, writes=NOBODY),
    "desk:pool": Row(EVERY_POOL, writes=NOBODY),
    "desk:trainer": Row(TEAM | KENYA, amina, writes=NOBODY),
    "desk:floors": Row(EVERY_POOL, writes=NOBODY),
    "desk:cohort_floors": Row(TEAM, floored),
    "field:profile": Row(TRAINER),
    "field:profile_shown": Row(TRAINER, form={"name": "public"}),
    "field:profile_days": Row(
        TRAINER,
        form={"kind": "busy", "since": "2123-01-01", "until": "2123-01-01"},
    ),
    "field:profile_days_remove": Row(TRAINER, days_of_another, writes=NOBODY),
}
