"""EX-PCA: half the way is done; the third working group is in two weeks."""

from datetime import date, time
from io import BytesIO

from mwalimu.demo.cohorts.work import INSTRUCTIONS, RUBRIC, SCORES, TEXTS, TITLES
from mwalimu.demo.example.programme import session_of
from mwalimu.demo.example.scene import Scene, specimen
from mwalimu.demo.plan.example import BEFORE, MEMBERS, MIDDLE, holder
from mwalimu.programmes.models import (
    Arrangement,
    Assignment,
    Cohort,
    Invitation,
    Session,
    Submission,
)
from mwalimu.programmes.operations.assignments import (
    AssignmentFacts,
    create_assignment,
    give_review,
    hand_in,
    open_assignment,
)
from mwalimu.programmes.operations.letters import (
    Occasion,
    Received,
    issue_letters,
    receive_letter,
    write_letters,
)
from mwalimu.programmes.operations.logistics import set_many
from mwalimu.programmes.operations.sessions import (
    Item,
    add_expert,
    add_paper,
    answer_invitation,
    put_on_agenda,
    send_invitations,
)
from mwalimu.programmes.queries.codes import cohorts_by_code

DUE, LATE = -4, 10  # days from today: work may still come, and is late
COMING_WEEK = 16
KENYA = holder(MIDDLE, "KE", 1)  # whoever signs in as the WG member of Kenya
ACCEPTED = (("FJ", 1), ("FJ", 2), ("GH", 1), ("UG", 1), ("WS", 1))
WAITING, DIFFERING = (("GH", 2), ("TG", 1)), ("WS", 2)
TO_REPEAT = ("KE", 2)
COMING = (("FJ", 1), ("FJ", 2), ("GH", 1), ("KE", 2), ("TG", 1), ("WS", 1))
NOT_COMING = ("GH", 2)
REPEAT = "The decisions are there; say what trainees should learn from each."
MORNING = (
    (time(9), time(9, 30), "Opening", "ceremony", "Host administration"),
    (time(9, 30), time(12, 30), "Own-country cases, one by one", "presentation", ""),
    (time(12, 30), time(13, 30), "Lunch", "break", ""),
    (time(13, 30), time(16, 30), "From the case to the slide", "exercise", "Experts"),
)


def lead_half_the_way(scene: Scene) -> None:
    """Two working groups are over, work came in, the next one is prepared."""
    cohort = cohorts_by_code()[MIDDLE]
    first = session_of(scene, cohort, "WG1", scene.week(-330), "UG Kampala")
    second = session_of(scene, cohort, "WG2", scene.week(-120), "WS Apia")
    begin(scene, first, scene.week(-330))
    scene.held(second, scene.week(-120), [holder(MIDDLE, "TG", 2)])
    work(scene, cohort)
    days = scene.week(COMING_WEEK)
    third = session_of(scene, cohort, "WG3", days, "TG Lomé")
    invite_all(scene, third, days)
    write(scene, cohort, third)
    arrange(scene, third)


def begin(scene: Scene, session: Session, days: list[date]) -> None:
    """The first working group, with somebody who was replaced afterwards."""
    scene.meet(session, days, scene.on(days[0], 6))
    keys = [key for key in scene.holders(MIDDLE) if key != holder(MIDDLE, "UG", 2)]
    marks = dict.fromkeys([*keys, BEFORE], "present")
    for day in days:
        scene.were_there(session, day, marks, scene.on(day, 15))


def work(scene: Scene, cohort: Cohort) -> None:
    """Two assessors read each piece: accepted, to repeat, waiting, and one dispute."""
    facts = AssignmentFacts(
        code="A1",
        titles=TITLES["A1"],
        instructions=INSTRUCTIONS["A1"],
        due_on=scene.day(DUE),
        late_until=scene.day(LATE),
        stage=cohort.stages.get(code="WG3"),
        assessors_wanted=2,
        rubric=RUBRIC,
    )
    row = create_assignment(cohort, facts=facts, by=scene.by, at=scene.then(-60))
    open_assignment(row, by=scene.by, at=scene.then(-60))
    for member, number in ACCEPTED:
        version = given(scene, row, member, number)
        review(scene, version, "assessor", "accept")
        review(scene, version, "assessor2", "accept")
    version = given(scene, row, *TO_REPEAT)
    review(scene, version, "assessor", "repeat")
    review(scene, version, "assessor2", "repeat")
    version = given(scene, row, *DIFFERING)
    review(scene, version, "assessor", "accept")
    review(scene, version, "assessor2", "repeat")
    for member, number in WAITING:
        given(scene, row, member, number)
    second = AssignmentFacts(
        code="A2",
        titles=TITLES["A2"],
        instructions=INSTRUCTIONS["A2"],
        due_on=scene.day(120),
        late_until=scene.day(134),
        stage=cohort.stages.get(code="WG4"),
        rubric=RUBRIC,
    )
    create_assignment(cohort, facts=second, by=scene.by, at=scene.then(-3))


def given(scene: Scene, row: Assignment, member: str, number: int) -> Submission:
    """Somebody hands in with their own sign-in."""
    key = holder(MIDDLE, member, number)
    return hand_in(
        row,
        person=scene.person(key),
        text=f"{TEXTS['A1']} ({key})",
        by=scene.actor(key),
        at=scene.then(DUE - 6),
    )


def review(scene: Scene, version: Submission, who: str, decision: str) -> None:
    """What one assessor says of it."""
    keys = version.assignment.criteria.values_list("pk", flat=True)
    give_review(
        version,
        decision=decision,
        remarks=REPEAT if decision == "repeat" else "",
        scores=dict(zip(keys, SCORES[decision], strict=True)),
        by=scene.actor(who),
        at=scene.then(DUE - 2),
    )


def invite_all(scene: Scene, session: Session, days: list[date]) -> None:
    """Days, agenda, an expert, a paper, invitations, and the first answers."""
    by = scene.by
    scene.meet(session, days, scene.then(-25))
    day = session.days.order_by("day")[0]
    for starts, ends, title, kind, speaker in MORNING:
        item = Item(
            day=day,
            starts_at=starts,
            ends_at=ends,
            title=title,
            kind=kind,
            speaker=speaker,
            room="Salle A",
        )
        put_on_agenda(session, item, by=by, at=scene.then(-24))
    expert = scene.person("assessor2")
    add_expert(session, person=expert, organisation="JICA", by=by, at=scene.then(-24))
    add_paper(
        session,
        BytesIO(
            specimen("How to write a case", ["Facts, question, decision, lesson."])
        ),
        name="case-guide.pdf",
        title="How to write a case (synthetic)",
        seen_by="participants",
        language="en",
        by=by,
        at=scene.then(-20),
    )
    send_invitations(session, by=by, at=scene.then(-20))
    for member, number in COMING:
        answer(scene, session, holder(MIDDLE, member, number), "")
    answer(scene, session, holder(MIDDLE, *NOT_COMING), "I sit an examination then.")


def answer(scene: Scene, session: Session, key: str, word: str) -> None:
    """Somebody says that they come; with a word, that they do not."""
    row = Invitation.objects.get(session=session, person=scene.person(key))
    answer_invitation(
        row, comes=not word, word=word, by=scene.actor(key), at=scene.then(-10)
    )


def write(scene: Scene, cohort: Cohort, session: Session) -> None:
    """Letters of invitation to all Members; three have answered."""
    by, on = scene.by, scene.day(-18)
    members = [scene.world.members[code] for code in MEMBERS]
    named = {
        scene.world.members[code].pk: [
            scene.person(holder(MIDDLE, code, number)) for number in (1, 2)
        ]
        for code in MEMBERS
    }
    occasion = Occasion(
        "invitation", cohort=cohort, session=session, answer_by=scene.day(3)
    )
    at = scene.on(on)
    drafts = write_letters(occasion, members=members, participants=named, by=by, at=at)
    for letter in issue_letters(drafts, dated_on=on, by=by, at=at):
        if letter.member.code in ("FJ", "GH", "KE"):
            reply = Received(
                member=letter.member,
                kind="invitation",
                decision="undertakes",
                dated_on=scene.day(-9),
                received_on=scene.day(-7),
                number=f"{letter.member.code}/CUS/SPECIMEN",
                subject="Participation of our officers (synthetic)",
                answers=letter,
            )
            scan = specimen("Letter (synthetic)", ["Our officers will take part."])
            receive_letter(
                reply, scan=BytesIO(scan), name="letter.pdf", by=by, at=scene.then(-7)
            )


def arrange(scene: Scene, session: Session) -> None:
    """Tickets and hotels of those who said that they come."""
    people = [scene.person(holder(MIDDLE, member, number)) for member, number in COMING]
    for step, state, days in (
        (Arrangement.Step.PASSPORT, "done", -9),
        (Arrangement.Step.TICKET, "asked", -6),
        (Arrangement.Step.HOTEL, "asked", -6),
    ):
        set_many(
            session,
            [(person.uuid, step) for person in people],
            state=state,
            by=scene.by,
            at=scene.then(days),
        )
