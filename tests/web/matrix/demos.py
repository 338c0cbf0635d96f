"""Rows of the access matrix: demo slots, their scores, and the panel's minutes."""

from datetime import date

from mwalimu.people.models import Person
from mwalimu.programmes.models import (
    DemoAssessor,
    DemoScore,
    DemoSlot,
    PanelMember,
    PanelMinutes,
    PanelResult,
    Programme,
    Session,
)
from tests.cast import AT, hold, make_person, seat_of
from tests.web.matrix import SIGNED_IN, Row
from tests.web.matrix.assignments import cohort
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
ASSESSOR = frozenset({"assessor"})
NOBODY = frozenset()
SCORE = {"skill": "4", "expertise": "4", "content": "4"}


def a_session(world) -> Session:
    group = cohort(world)
    row, new = Session.objects.get_or_create(
        programme=Programme.objects.get(code=running(world)["slug"]),
        kind="working_group",
        city="Demo city",
        starts_on=date(2024, 2, 26),
    )
    if new:
        row.cohorts.add(group)
        second = make_person("Kenya Teacher", world.system, world.kenya)
        hold(seat_of(group, world.kenya, 2), second, world.system)
    return row


def a_slot(world) -> DemoSlot:
    """Nobody's of the cast; the assessor of the cast is named, where there is one."""
    session = a_session(world)
    row, new = DemoSlot.objects.get_or_create(
        session=session,
        candidate=Person.objects.get(name="Kenya Teacher"),
        topic=world.topics["HS"],
        position=1,
    )
    if new:
        other = make_person("Other Assessor", world.system)
        for person in filter(None, [of_cast("First Assessor"), other]):
            DemoAssessor.objects.create(slot=row, person=person)
    return row


def of_cast(name: str) -> Person | None:
    return Person.objects.filter(name=name).first()


def a_closed(world) -> PanelMinutes:
    """Closed minutes, with the assessor of the cast on the panel."""
    slot = a_slot(world)
    row, new = PanelMinutes.objects.get_or_create(
        session=slot.session,
        language="en",
        content_hash="0" * 64,
        closed_at=AT,
        created_at=AT,
        created_by=world.system,
        pdf=stored(),
    )
    if new:
        figures = {"skill": 4, "expertise": 4, "content": 4}
        PanelResult.objects.create(
            minutes=row, candidate=slot.candidate, topic=slot.topic, **figures
        )
        panel = filter(None, [of_cast("First Assessor"), of_cast("Other Assessor")])
        for person in panel:
            PanelMember.objects.create(minutes=row, person=person, organisation="WCO")
            DemoScore.objects.create(
                slot=slot,
                assessor=person,
                given_at=AT,
                given_by=world.system,
                **figures,
            ) if person.name == "Other Assessor" else None
    return row


def stored():
    import io

    from mwalimu.shared.files import SCANS, store

    return store(io.BytesIO(b"%PDF-1"), name="a.pdf", kinds=SCANS, most=99, at=AT)


def session(world):
    return {"uuid": a_session(world).uuid}


def slot(world):
    return {"uuid": a_slot(world).uuid}


def minutes(world):
    return {"uuid": a_closed(world).uuid}


ROWS: dict[str, Row] = {
    "desk:demo_slots": Row(TEAM, session, writes=NOBODY),
    "desk:demo_plan": Row(TEAM, session, form={"minutes": "45"}),
    "desk:demo_assessors": Row(TEAM, session, form={"assessors": "x"}),
    "desk:demo_swap": Row(TEAM, session),
    "desk:demo_slot": Row(TEAM, slot, writes=NOBODY),
    "desk:demo_edit": Row(TEAM, slot, form={"minutes": "45"}),
    "desk:demo_slot_assessors": Row(TEAM, slot, form={"assessors": "x"}),
    "desk:demo_move": Row(TEAM, slot, form={"to": "1"}),
    "desk:demo_drop": Row(TEAM, slot),
    "desk:panel_begin": Row(TEAM, session, form={"language": "en"}),
    "desk:panel_minutes": Row(TEAM, minutes, form={"text": "x"}),
    "desk:minutes_close": Row(TEAM, minutes),
    "desk:minutes_reopen": Row(TEAM, minutes),
    "desk:minutes_drop": Row(TEAM, minutes),
    "desk:minutes_correct": Row(TEAM, minutes),
    "desk:minutes_sign": Row(TEAM, minutes),
    "field:scoring": Row(SIGNED_IN, writes=NOBODY),
    "field:score": Row(ASSESSOR, slot, form=SCORE),
    "field:panel_minutes": Row(TEAM | ASSESSOR, minutes, writes=NOBODY),
    "field:minutes_sign": Row(SIGNED_IN, minutes, writes=TEAM | ASSESSOR),
    "minutes_pdf": Row(TEAM | ASSESSOR, minutes, writes=NOBODY),
}
