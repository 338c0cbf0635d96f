"""Rows of the access matrix: the working pages of a session that Kenya hosts."""

from datetime import date

from mwalimu.programmes.models import Session, SessionGuest
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.desk_programmes import inside

TEAM = frozenset({"team"})
NOBODY = frozenset()
COORDINATES = frozenset({"kenya_coordinator", "head"})
WORKERS = TEAM | COORDINATES
ASKERS = WORKERS | {"togo_coordinator"}
DAY = date(2024, 3, 4)


def session(world):
    """Kenya takes part, Togo does not."""
    row = Session.objects.create(
        programme=inside(world),
        kind="working_group",
        host=world.kenya,
        starts_on=DAY,
        ends_on=DAY,
    )
    row.members.add(world.kenya)
    row.days.create(day=DAY)
    return {"uuid": row.uuid}


def guest(world):
    found = session(world)
    person = make_person("Kenya Guest", world.system, world.kenya)
    SessionGuest.objects.create(
        session=Session.objects.get(uuid=found["uuid"]),
        person=person,
        reason="observer",
        added_at=AT,
        added_by=world.system,
    )
    return {**found, "person": person.uuid}


ROWS: dict[str, Row] = {
    "desk:sessions": Row(ASKERS, writes=NOBODY),
    "desk:session": Row(WORKERS, session, writes=NOBODY),
    "desk:session_days": Row(TEAM, session, form={"days": ["2024-03-04"]}),
    "desk:session_people": Row(WORKERS, session, writes=NOBODY),
    "desk:session_guest_new": Row(
        TEAM, session, form={"person": "Kenya Officer", "reason": "observer"}
    ),
    "desk:session_guest_remove": Row(TEAM, guest),
    "desk:session_attendance": Row(WORKERS, session, writes=NOBODY),
    "desk:session_take": Row(TEAM, session, form={"mark": "x:present"}),
    "desk:session_grid": Row(WORKERS, session, writes=TEAM),
    "desk:session_sheet": Row(TEAM, session, writes=NOBODY),
}
