"""Rows of the access matrix: the logistics of a session that Kenya hosts."""

from mwalimu.programmes.models import Arrangement, Session, SessionGuest
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.desk_sessions import session

TEAM = frozenset({"team"})
NOBODY = frozenset()
COORDINATES = frozenset({"kenya_coordinator", "kenya_deputy"})
SEERS = TEAM | COORDINATES | {"kenya_organiser"}


def row(world, step):
    """A guest of Kenya's administration, whose ticket is booked."""
    found = session(world)
    person = make_person("Kenya Guest", world.system, world.kenya)
    here = Session.objects.get(uuid=found["uuid"])
    SessionGuest.objects.create(
        session=here, person=person, reason="x", added_at=AT, added_by=world.system
    )
    Arrangement.objects.create(
        session=here,
        person=person,
        step=step,
        state="done",
        set_at=AT,
        set_by=world.system,
    )
    return {**found, "who": person.uuid, "step": step}


def former(world):
    """The guest comes no longer."""
    found = row(world, "ticket")
    SessionGuest.objects.filter(session__uuid=found["uuid"]).delete()
    del found["step"]
    return found


def listing(world):
    return {**session(world), "kind": "arrivals"}


ROWS: dict[str, Row] = {
    "desk:session_logistics": Row(SEERS, session, writes=NOBODY),
    "desk:logistics_set": Row(
        SEERS | {"togo_coordinator"}, session, writes=SEERS, form={"step": "visa"}
    ),
    "desk:logistics_cell": Row(
        TEAM | COORDINATES,
        lambda world: row(world, "visa"),
        form={"state": "asked", "note": "stolen"},
    ),
    "desk:logistics_clear": Row(TEAM, former),
    "desk:logistics_deadlines": Row(TEAM, session, form={"visa": "2024-02-01"}),
    "desk:logistics_missing": Row(TEAM, session, writes=NOBODY),
    "desk:logistics_list": Row(SEERS, listing, writes=NOBODY),
    "desk:logistics_file": Row(SEERS, listing, writes=NOBODY),
}
