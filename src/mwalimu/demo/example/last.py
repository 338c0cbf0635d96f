"""EX-CV: the last working group is held today, and its candidates teach."""

from datetime import time, timedelta

from mwalimu.demo.cohorts.panels import ASSESSORS
from mwalimu.demo.cohorts.work import ON_BEHALF, REMARKS, RUBRIC, SCORES, TEXTS, TITLES
from mwalimu.demo.example.programme import session_of
from mwalimu.demo.example.scene import Scene
from mwalimu.demo.plan.example import LAST, TOPICS, holder
from mwalimu.programmes.engine.scheduling import Hours, in_turn
from mwalimu.programmes.models import Assignment, Cohort, DemoSlot, Session
from mwalimu.programmes.operations.assignments import (
    AssignmentFacts,
    close_assignment,
    create_assignment,
    give_review,
    hand_in,
    open_assignment,
)
from mwalimu.programmes.operations.demos import (
    Candidate,
    give_score,
    name_for_all,
    plan_slots,
)
from mwalimu.programmes.operations.sessions import Item, put_on_agenda
from mwalimu.programmes.queries.codes import cohorts_by_code

EARLIER = (
    ("WG1", -720, "KE Nairobi"),
    ("WG2", -540, "TG Lomé"),
    ("WG3", -360, "FJ Suva"),
    ("WG4", -150, "GH Accra"),
)
WORK = (("A1", "WG3", -390), ("A2", "WG4", -60))
ILL, BEHIND = holder(LAST, "WS", 2), holder(LAST, "GH", 2)
SCORED = (((4, 4, 5), (4, 5, 4)), ((3, 4, 4), (5, 4, 4)), ((4, 4, 4), (4, 4, 4)))
SLOTS = Hours(time(9, 30), time(13), minutes=30, pause=5)
AGENDA = (
    (time(9), time(9, 30), "Opening of the day", "discussion", "Project team"),
    (time(9, 30), time(13), "Candidates teach", "demonstration", ""),
    (time(13), time(14), "Lunch", "break", ""),
    (time(14), time(16), "What we learned from the slots", "discussion", "Experts"),
    (time(16), time(17), "Revision of the course guide", "exercise", ""),
)


def hold_the_last_working_group(scene: Scene) -> None:
    """Four working groups are over; the fifth began yesterday."""
    cohort = cohorts_by_code()[LAST]
    for stage, days, place in EARLIER:
        week = scene.week(days)
        session = session_of(scene, cohort, stage, week, place)
        scene.held(session, week, [ILL] if stage == "WG2" else [])
    for code, stage, due in WORK:
        hand_in_all(scene, cohort, code, stage, due)
    session = session_of(
        scene, cohort, "WG5", [scene.day(n) for n in range(-1, 4)], "KE Nairobi"
    )
    today(scene, session)
    teach(scene, session)


def hand_in_all(scene: Scene, cohort: Cohort, code: str, stage: str, due: int) -> None:
    """All but one handed in, and were accepted."""
    facts = AssignmentFacts(
        code=code,
        titles=TITLES[code],
        due_on=scene.day(due),
        late_until=scene.day(due + 14),
        stage=cohort.stages.get(code=stage),
        rubric=RUBRIC,
    )
    row = create_assignment(cohort, facts=facts, by=scene.by, at=scene.then(due - 60))
    open_assignment(row, by=scene.by, at=scene.then(due - 60))
    for key in scene.holders(LAST):
        if key != BEHIND or code == "A1":
            accepted(scene, row, key, due)
    close_assignment(row, by=scene.by, at=scene.then(due + 15))


def accepted(scene: Scene, row: Assignment, key: str, due: int) -> None:
    """Somebody handed in three days before, and an assessor accepted it."""
    work = hand_in(
        row,
        person=scene.person(key),
        text=f"{TEXTS[row.code]} ({key})",
        reason=ON_BEHALF,
        by=scene.by,
        at=scene.then(due - 3),
    )
    keys = row.criteria.values_list("pk", flat=True)
    give_review(
        work,
        decision="accept",
        remarks=REMARKS["accept"],
        scores=dict(zip(keys, SCORES["accept"], strict=True)),
        by=scene.actor("assessor"),
        at=scene.then(due + 4),
    )


def today(scene: Scene, session: Session) -> None:
    """Yesterday is written; of today only the first few are."""
    days = [scene.day(n) for n in range(-1, 4)]
    scene.meet(session, days, scene.then(-30))
    everybody = scene.holders(LAST)
    scene.were_there(
        session, days[0], dict.fromkeys(everybody, "present"), scene.then(-1, 15)
    )
    scene.were_there(
        session, days[1], dict.fromkeys(everybody[:4], "present"), scene.at
    )
    for day in session.days.order_by("day")[:2]:
        for starts, ends, title, kind, speaker in AGENDA:
            item = Item(
                day=day,
                starts_at=starts,
                ends_at=ends,
                title=title,
                kind=kind,
                speaker=speaker,
                room="Hall A",
            )
            put_on_agenda(session, item, by=scene.by, at=scene.then(-20))


def teach(scene: Scene, session: Session) -> None:
    """A slot for each candidate today and tomorrow; some are scored already."""
    topic = scene.world.topics[TOPICS[LAST]]
    keys = in_turn((key.split("-")[2], key) for key in scene.holders(LAST))
    plan_slots(
        session,
        candidates=[Candidate(scene.person(key), topic) for key in keys],
        days=[scene.day(0), scene.day(1)],
        hours=SLOTS,
        room="Hall A",
        by=scene.by,
        at=scene.then(-20),
    )
    people = [scene.person(name) for name in ASSESSORS]
    name_for_all(session, people=people, by=scene.by, at=scene.then(-20))
    slots = list(DemoSlot.objects.filter(session=session).order_by("position"))
    for slot, given in zip(slots, SCORED, strict=False):
        for name, scores in zip(ASSESSORS, given, strict=True):
            score(scene, slot, name, scores)
    score(scene, slots[len(SCORED)], ASSESSORS[1], (4, 3, 4))


def score(
    scene: Scene, slot: DemoSlot, name: str, scores: tuple[int, int, int]
) -> None:
    """What one assessor gives."""
    skill, expertise, content = scores
    give_score(
        slot,
        skill=skill,
        expertise=expertise,
        content=content,
        by=scene.actor(name),
        at=scene.at - timedelta(minutes=5),
    )
