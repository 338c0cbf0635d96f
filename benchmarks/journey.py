"""A cohort on its way: seats, attendance, intersessional work, demonstrations, decisions.

One cohort of the programmes that ship, however large the data set: cohorts do not grow
with the trainings, there are more of them.
"""

import io
from collections.abc import Sequence
from datetime import date, time

from django.db.models import Count

from benchmarks.dataset import AT, FIRST
from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.people.operations import PersonFacts, Work, create_people_many
from mwalimu.programmes.engine.scheduling import Hours
from mwalimu.programmes.models import (
    AgendaItem,
    Attendance,
    Cohort,
    Holding,
    Paper,
    Review,
    Session,
)
from mwalimu.programmes.operations import assignments, demos, seats, sessions
from mwalimu.programmes.queries.sessions.attendance import days_within
from mwalimu.programmes.queries.sessions.expected import participants_at
from mwalimu.qualification.importing.standards import load_standards
from mwalimu.qualification.models import Decision, FollowedStandard
from mwalimu.qualification.operations.deciding import DecisionEntry, decide
from mwalimu.qualification.operations.standards import draft_edition
from mwalimu.qualification.operations.waivers import give_waiver
from mwalimu.qualification.queries.standards import edition_of
from mwalimu.reference.models import Topic
from mwalimu.shared.files import WORK, store

SEATS = 4  # of each Member
SINCE = date(2015, 1, 1)
ASSIGNMENTS = ("IS1", "IS2", "IS3")
LETTER = b"%PDF-1.4 of the bench"


def cohort_on_its_way() -> Cohort:
    """The one with the most sessions among those that follow a standard with Kenya."""
    following = FollowedStandard.objects.values("cohort")
    found = Cohort.objects.filter(pk__in=following, members__code=FIRST[0])
    return found.annotate(held=Count("sessions")).order_by("-held", "pk")[0]


def lead_a_cohort(*, team: Actor, assessors: Sequence[tuple[Person, Actor]]) -> None:
    """Everything that the pages of a cohort, its sessions and its people show."""
    standards = load_standards(by=team, at=AT)
    assert standards
    cohort = cohort_on_its_way()
    people = _fill_seats(cohort, team)
    _attend(cohort, team)
    _work(cohort, people, team, assessors)
    _demonstrate(cohort, people, team, assessors)
    _decide(cohort, people, team)


def learner() -> Person:
    """Kenya's first WG member."""
    cohort = cohort_on_its_way()
    held = Holding.objects.filter(seat__cohort=cohort, seat__member__code=FIRST[0])
    return held.earliest("pk").person


def _fill_seats(cohort: Cohort, team: Actor) -> list[Person]:
    """Four people of each Member; the first of Kenya is the first."""
    members = sorted(cohort.members.all(), key=lambda one: one.code != FIRST[0])
    topic = _topic(cohort)
    planned = seats.plan_seats(
        cohort,
        plan=[seats.SeatPlan(member, topic, SEATS) for member in members],
        by=team,
        at=AT,
    )
    facts = [
        PersonFacts(
            name=f"Bench Learner {number}",
            work=[Work(sector="customs", member=seat.member)],
        )
        for number, seat in enumerate(planned)
    ]
    people = create_people_many(facts, by=team, at=AT)
    for seat, person in zip(planned, people, strict=True):
        seats.begin_holding(seat, person=person, since=SINCE, by=team, at=AT)
    return people


def _topic(cohort: Cohort) -> Topic:
    return cohort.topics.order_by("position")[0]


def held_sessions(cohort: Cohort) -> list[Session]:
    """Sessions of the cohort whose days are known, the last held first."""
    rows = cohort.sessions.filter(starts_on__lt=AT).order_by("-starts_on", "pk")
    return [session for session in rows if days_within(session)]


def _attend(cohort: Cohort, team: Actor) -> None:
    for session in held_sessions(cohort):
        expected = participants_at(session)
        days = sessions.plan_days(
            session, days=days_within(session)[:5], by=team, at=AT
        )
        for number, day in enumerate(days):
            marks = [
                sessions.Mark(row.person, _presence(place + number))
                for place, row in enumerate(expected)
            ]
            sessions.take_attendance(day, marks=marks, by=team, at=AT)
    session = held_sessions(cohort)[0]
    item = sessions.Item(
        day=session.days.earliest("day"),
        starts_at=time(9),
        title="Opening",
        kind=AgendaItem.Kind.CEREMONY,
    )
    sessions.put_on_agenda(session, item, by=team, at=AT)
    sessions.add_paper(
        session,
        io.BytesIO(LETTER),
        name="agenda.pdf",
        title="Agenda",
        seen_by=Paper.SeenBy.PARTICIPANTS,
        by=team,
        at=AT,
    )


def _presence(number: int) -> str:
    absent = number % 9 == 0
    return Attendance.Presence.ABSENT if absent else Attendance.Presence.PRESENT


def _work(
    cohort: Cohort,
    people: Sequence[Person],
    team: Actor,
    assessors: Sequence[tuple[Person, Actor]],
) -> None:
    """Everybody has handed in; of every second piece the first assessor has judged."""
    kept = store(io.BytesIO(LETTER), name="case.pdf", kinds=WORK, most=1000, at=AT)
    case = assignments.HandedFile("case.pdf", kept)
    for code in ASSIGNMENTS:
        facts = assignments.AssignmentFacts(
            code=code, titles={"en": f"Case {code}"}, due_on=date(2024, 6, 1)
        )
        row = assignments.create_assignment(cohort, facts=facts, by=team, at=AT)
        assignments.open_assignment(row, by=team, at=AT)
        for number, person in enumerate(people):
            handed = assignments.hand_in(
                row,
                person=person,
                text="Done.",
                reason="By mail.",
                files=[] if number else [case],
                by=team,
                at=AT,
            )
            if number % 2:
                assignments.give_review(
                    handed,
                    decision=Review.Decision.ACCEPT,
                    scores={},
                    by=assessors[0][1],
                    at=AT,
                )


def _demonstrate(
    cohort: Cohort,
    people: Sequence[Person],
    team: Actor,
    assessors: Sequence[tuple[Person, Actor]],
) -> None:
    """A slot for each, scored by two of every second; minutes are begun."""
    session, topic = held_sessions(cohort)[0], _topic(cohort)
    slots = demos.plan_slots(
        session,
        candidates=[demos.Candidate(person, topic) for person in people],
        days=days_within(session),
        hours=Hours(time(8), time(20), 10),
        by=team,
        at=AT,
    )
    panel = [person for person, _ in assessors]
    demos.name_for_all(session, people=panel, by=team, at=AT)
    for slot in slots[1::2]:
        for _, actor in assessors:
            demos.give_score(slot, skill=4, expertise=4, content=3, by=actor, at=AT)
    minutes = demos.draft_minutes(session, language="en", by=team, at=AT)
    demos.write_minutes(
        minutes,
        text="Agreed.",
        results=[
            demos.ResultFacts(slot.candidate, topic, 4, 4, 3) for slot in slots[1::2]
        ],
        panel=[demos.PanelSeat(person, "WCO") for person in panel],
        by=team,
        at=AT,
    )
    demos.close_minutes(minutes, by=team, at=AT)


def _decide(cohort: Cohort, people: Sequence[Person], team: Actor) -> None:
    edition = edition_of(cohort, AT.date())
    assert edition is not None
    give_waiver(
        cohort,
        person=people[0],
        requirement=edition.requirements.order_by("position")[0],
        reason="Was ill.",
        by=team,
        at=AT,
    )
    topic = _topic(cohort)
    entries = [
        DecisionEntry(person, topic, Decision.Outcome.NOT_YET, "More is needed.")
        for person in people[-5:]
    ]
    decide(cohort, entries, by=team, at=AT)
    draft_edition(edition.standard, by=team, at=AT)
