"""Rows of the access matrix: cohorts and their seats. Names stay with their Member."""

from datetime import date

from mwalimu.programmes.models import Cohort, Holding, Programme, Seat
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
OWN = frozenset({"kenya_coordinator", "kenya_deputy", "head"})
COUNTS = frozenset({"reader", "regional_office"})
LISTS = TEAM | OWN | {"togo_coordinator"} | COUNTS
LEAVING = {"on": "2024-02-01", "reason": "New post"}


def seat_of_kenya(world):
    """Kenya alone takes part in this cohort."""
    programme = Programme.objects.get(code=running(world)["slug"])
    cohort, _ = Cohort.objects.get_or_create(
        code="C-KE",
        defaults={"programme": programme, "names": {"en": "Kenya"}},
    )
    cohort.members.add(world.kenya)
    cohort.topics.add(world.topics["HS"])
    seat, _ = Seat.objects.get_or_create(
        cohort=cohort, member=world.kenya, topic=world.topics["HS"], number=1
    )
    return seat


def cohort(world):
    return {"code": seat_of_kenya(world).cohort.code}


def seat(world):
    return {"code": "C-KE", "uuid": seat_of_kenya(world).uuid}


def held(world, until=None, ended=""):
    row = Holding.objects.filter(seat=seat_of_kenya(world), ended=ended).first()
    if row is None:
        person = make_person("Amina Otieno", world.system, world.kenya)
        row = Holding.objects.create(
            seat=seat_of_kenya(world),
            person=person,
            since=date(2022 if ended else 2023, 1, 1),
            began="nominated",
            recorded_at=AT,
            recorded_by=world.system,
            until=until,
            ended=ended,
        )
    return {"code": "C-KE", "uuid": row.uuid}


def deferred(world):
    return held(world, until=date(2022, 6, 1), ended="deferred")


ROWS: dict[str, Row] = {
    "desk:cohorts": Row(LISTS),
    "desk:cohort": Row(TEAM | OWN | COUNTS, cohort),
    "desk:cohort_seats": Row(TEAM | OWN, cohort),
    "desk:seat": Row(TEAM | OWN, seat),
    "desk:seats_plan": Row(TEAM, cohort, form={"KE-HS": "3"}),
    "desk:seats_complete": Row(TEAM, cohort, form={"on": "2024-02-01"}),
    "desk:seat_fill": Row(TEAM, seat, form={"name": "X", "since": "2024-02-01"}),
    "desk:holding_replace": Row(TEAM, held, form={"name": "X", **LEAVING}),
    "desk:holding_transfer": Row(TEAM, held, form=LEAVING),
    "desk:holding_resume": Row(TEAM, deferred, form={"since": "2024-02-01"}),
    "desk:holding_withdraw": Row(TEAM, held, form=LEAVING),
    "desk:holding_defer": Row(TEAM, held, form=LEAVING),
    "desk:holding_complete": Row(TEAM, held, form={"on": "2024-02-01"}),
    "desk:holding_correct": Row(TEAM, held, form={"since": "2023-02-01", **LEAVING}),
    "desk:holding_reopen": Row(TEAM, deferred, form=LEAVING),
    "desk:holding_undo": Row(TEAM, held, form=LEAVING),
}
