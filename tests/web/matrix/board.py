"""Rows of the access matrix: boards and paths. Names stay with their administration."""

from datetime import date

from mwalimu.programmes.models import Cohort, Holding, Programme, Seat
from mwalimu.qualification.models import (
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
)
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
OWN = frozenset({"kenya_coordinator", "kenya_deputy", "head"})
NOBODY = frozenset()


def cohort(world):
    """Kenya alone takes part, with one person; attendance is asked."""
    programme = Programme.objects.get(code=running(world)["slug"])
    made, new = Cohort.objects.get_or_create(
        code="C-BOARD", defaults={"programme": programme, "names": {"en": "Board"}}
    )
    if new:
        made.members.add(world.kenya)
        follow(world, made)
        Holding.objects.create(
            seat=Seat.objects.create(
                cohort=made, member=world.kenya, topic=world.topics["HS"], number=1
            ),
            person=make_person("Amina Otieno", world.system, world.kenya),
            since=date(2023, 1, 1),
            began="nominated",
            recorded_at=AT,
            recorded_by=world.system,
        )
    return made


def follow(world, cohort):
    """A standard with one requirement, which is ATT."""
    standard, _ = Standard.objects.get_or_create(code="B", names={"en": "Standard"})
    edition, new = StandardEdition.objects.get_or_create(
        standard=standard,
        number=1,
        defaults={
            "state": "in_force",
            "valid_from": date(2020, 1, 1),
            "created_at": AT,
            "created_by": world.system,
        },
    )
    if new:
        RequirementLine.objects.create(
            edition=edition,
            position=1,
            code="ATT",
            names={"en": "WG1"},
            kind="attendance",
            amount="0.8",
            subjects=["WG1"],
        )
    FollowedStandard.objects.get_or_create(
        cohort=cohort,
        edition=edition,
        since=date(2021, 1, 1),
        defaults={"set_at": AT, "set_by": world.system},
    )


def here(world):
    return {"code": cohort(world).code}


def somebody(world):
    holding = Holding.objects.select_related("person").get(seat__cohort=cohort(world))
    return {"uuid": holding.person.uuid}


def cell(world):
    return {**here(world), **somebody(world), "requirement": "ATT"}


def own_step(world):
    """In the cohort of the cast's WG member, where there is one."""
    own = Cohort.objects.filter(code="C-HS").first() or cohort(world)
    follow(world, own)
    return {"code": own.code, "requirement": "ATT"}


EVERY_BOARD = TEAM | OWN | {"togo_coordinator"}
ROWS: dict[str, Row] = {
    "desk:boards": Row(EVERY_BOARD, writes=NOBODY),
    "desk:boards_file": Row(EVERY_BOARD, writes=NOBODY),
    "desk:board": Row(TEAM | OWN, here, writes=NOBODY),
    "desk:board_file": Row(TEAM | OWN, here, writes=NOBODY),
    "desk:board_why": Row(TEAM | OWN, cell, writes=NOBODY),
    "desk:path": Row(TEAM | OWN, somebody, writes=NOBODY),
    "field:path": Row(frozenset({"wg_member", "kenya_trainer"}), writes=NOBODY),
    "field:why": Row(frozenset({"wg_member"}), own_step, writes=NOBODY),
}
