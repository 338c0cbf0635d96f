"""Rows of the access matrix: the working pages of a session that Kenya hosts."""

import io
from datetime import date, time

from mwalimu.programmes.models import Session, SessionGuest
from mwalimu.programmes.operations.sessions import add_paper
from tests.cast import AT, make_person
from tests.web.matrix import Row
from tests.web.matrix.desk_programmes import inside

TEAM = frozenset({"team"})
NOBODY = frozenset()
COORDINATES = frozenset({"kenya_coordinator", "kenya_deputy", "head"})
HOSTS = TEAM | {"kenya_organiser"}
WORKERS = HOSTS | COORDINATES
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


def item(world):
    found = session(world)
    day = Session.objects.get(uuid=found["uuid"]).days.get()
    row = day.agenda.create(starts_at=time(9), title="Opening", kind="ceremony")
    return {**found, "item": row.uuid}


def paper(world):
    found = session(world)
    content = f"%PDF-{found['uuid']}".encode()
    row = add_paper(
        Session.objects.get(uuid=found["uuid"]),
        io.BytesIO(content),
        name="handbook.pdf",
        title="Handbook",
        seen_by="participants",
        by=world.system,
        at=AT,
    )
    return {**found, "paper": row.uuid}


def expert(world):
    found = session(world)
    row = Session.objects.get(uuid=found["uuid"]).experts.create(name="Ms X")
    return {**found, "expert": row.uuid}


LINE = {
    "day": "2024-03-04",
    "starts_at": "09:00",
    "title": "Opening",
    "kind": "ceremony",
}


def cancelled(world):
    found = session(world)
    rows = Session.objects.filter(uuid=found["uuid"])
    rows.update(cancelled_at=AT, cancelled_why="flood")
    return found


ROWS: dict[str, Row] = {
    "desk:session_invite": Row(TEAM, session),
    "desk:session_move": Row(TEAM, session, form={"first": "2024-03-11"}),
    "desk:session_cancel": Row(TEAM, session, form={"why": "flood"}),
    "desk:session_reinstate": Row(TEAM, cancelled),
    "desk:session_agenda": Row(WORKERS, session, writes=NOBODY),
    "desk:agenda_item_new": Row(TEAM, session, form=LINE),
    "desk:agenda_item_edit": Row(TEAM, item, form=LINE),
    "desk:agenda_item_remove": Row(TEAM, item),
    "desk:paper_new": Row(TEAM, session, form={"title": "Handbook"}),
    "desk:paper": Row(WORKERS, paper, writes=NOBODY),
    "desk:paper_change": Row(TEAM, paper, form={"remove": "1"}),
    "desk:session_expert_new": Row(TEAM, session, form={"name": "Ms X"}),
    "desk:session_expert_remove": Row(TEAM, expert),
    "desk:sessions": Row(ASKERS, writes=NOBODY),
    "desk:session": Row(WORKERS, session, writes=NOBODY),
    "desk:session_days": Row(TEAM, session, form={"days": ["2024-03-04"]}),
    "desk:session_people": Row(WORKERS, session, writes=NOBODY),
    "desk:session_guest_new": Row(
        TEAM, session, form={"person": "Kenya Officer", "reason": "observer"}
    ),
    "desk:session_guest_remove": Row(TEAM, guest),
    "desk:session_attendance": Row(WORKERS, session, writes=NOBODY),
    "desk:session_take": Row(HOSTS, session, form={"mark": "x:present"}),
    "desk:session_grid": Row(WORKERS, session, writes=HOSTS),
    "desk:session_sheet": Row(HOSTS, session, writes=NOBODY),
}
