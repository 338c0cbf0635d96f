"""The example programme, its cohorts and sessions, and who holds their seats."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mwalimu.demo.example.scene import Scene
from mwalimu.demo.plan.example import (
    BEFORE,
    COMING,
    EACH,
    LAST,
    MEMBERS,
    MIDDLE,
    TOPICS,
    holder,
)
from mwalimu.people.operations import invite
from mwalimu.programmes.models import Cohort, Holding, Seat, Session
from mwalimu.programmes.operations import (
    CohortFacts,
    ProgrammeFacts,
    ProjectFacts,
    SeatPlan,
    SessionFacts,
    StageFacts,
    begin_holding,
    create_cohort,
    create_programme,
    create_project,
    create_session,
    join,
    plan_seats,
    replace,
)
from mwalimu.qualification.models import Standard
from mwalimu.qualification.operations.standards import follow_edition
from mwalimu.shared.dates import PartialDate, Precision

CODE, STANDARD = "EXAMPLE", "MTP"
BEGAN = {LAST: -770, MIDDLE: -390, COMING: -40}  # days from today
NAMES = {
    LAST: {
        "en": "Example (synthetic), Customs valuation",
        "fr": "Exemple (données fictives), évaluation en douane",
    },
    MIDDLE: {
        "en": "Example (synthetic), Post Clearance Audit",
        "fr": "Exemple (données fictives), contrôle a posteriori",
    },
    COMING: {
        "en": "Example (synthetic), Risk Management",
        "fr": "Exemple (données fictives), gestion des risques",
    },
}
PROJECT = {
    "en": "Example project (synthetic)",
    "fr": "Projet d’exemple (données fictives)",
}
PROGRAMME = {
    "en": "Example programme (synthetic)",
    "fr": "Programme d’exemple (données fictives)",
}
SUMMARY = {
    "en": "Invented for this demonstration: a working group today, work to hand in, and"
    " a call that is open. Nothing of it took place.",
    "fr": "Inventé pour cette démonstration : un groupe de travail aujourd’hui, des"
    " travaux à remettre, un appel ouvert. Rien de tout cela n’a eu lieu.",
}
NOTE = "Invented for the demonstration; it never took place."


def prepare(scene: Scene) -> None:
    """The programme and its three cohorts, with seats; two of them are filled."""
    members = [scene.world.members[code] for code in MEMBERS]
    by, first = scene.by, scene.then(BEGAN[LAST])
    project = create_project(facts=ProjectFacts(CODE, PROJECT), by=by, at=first)
    programme = create_programme(
        facts=ProgrammeFacts(
            code=CODE,
            names=PROGRAMME,
            project=project,
            status="running",
            summaries=SUMMARY,
            starts=PartialDate(first.date(), Precision.DAY),
            topics=tuple(scene.world.topics[code] for code in TOPICS.values()),
        ),
        by=by,
        at=first,
    )
    for member in members:
        join(programme, member=member, by=by, at=first)
    for code in (LAST, MIDDLE, COMING):
        topic = scene.world.topics[TOPICS[code]]
        at = scene.then(BEGAN[code])
        cohort = create_cohort(
            programme,
            facts=CohortFacts(code, NAMES[code], (topic,), tuple(members)),
            stages=[StageFacts(f"WG{number}") for number in range(1, 6)],
            by=by,
            at=at,
        )
        plan_seats(
            cohort,
            plan=[SeatPlan(member, topic, EACH) for member in members],
            by=by,
            at=at,
        )
        edition = Standard.objects.get(code=STANDARD).editions.get(number=1)
        follow_edition(cohort, edition, since=at.date(), by=by, at=at)
    fill(scene, LAST)
    fill(scene, MIDDLE)
    follow_somebody(scene)


def fill(scene: Scene, cohort: str) -> None:
    """Its seats are held from the beginning, and each holder has an account."""
    at = scene.then(BEGAN[cohort])
    seats = Seat.objects.filter(cohort__code=cohort).select_related("member", "cohort")
    for seat in seats:
        key = holder(cohort, seat.member.code, seat.number)
        first = BEFORE if key == holder(MIDDLE, "UG", 2) else key
        begin_holding(
            seat, person=scene.person(first), since=at.date(), by=scene.by, at=at
        )
        person = scene.person(key)
        if person.account is None:
            email = f"{key.lower()}@example.org"
            language = "fr" if seat.member.code == "TG" else "en"
            invite(
                person, email=email, language=language, by=scene.by, at=at, mail=False
            )


def follow_somebody(scene: Scene) -> None:
    """After the first working group somebody is replaced."""
    held = Holding.objects.get(person=scene.person(BEFORE))
    on = scene.day(-250)
    replace(
        held,
        successor=scene.person(holder(MIDDLE, "UG", 2)),
        on=on,
        reason="Transferred to another department by their administration.",
        by=scene.by,
        at=scene.on(on),
    )


def session_of(
    scene: Scene, cohort: Cohort, stage: str, days: Sequence[date], place: str
) -> Session:
    """A working group of the example: `place` is a Member and a city."""
    code, _, city = place.partition(" ")
    number = stage.removeprefix("WG")
    title: Mapping[str, str] = {
        "en": f"Working group {number} (synthetic example)",
        "fr": f"Groupe de travail {number} (exemple, données fictives)",
    }
    return create_session(
        facts=SessionFacts(
            kind="working_group",
            programme=cohort.programme,
            cohorts=(cohort,),
            stages=tuple(cohort.stages.filter(code=stage)),
            title=title,
            topics=tuple(cohort.topics.all()),
            members=tuple(cohort.members.all()),
            starts=PartialDate(days[0], Precision.DAY),
            ends=PartialDate(days[-1], Precision.DAY),
            mode="in_person",
            city=city,
            host=scene.world.members[code],
            note=NOTE,
            certificates=stage == "WG5",
        ),
        by=scene.by,
        at=min(scene.on(days[0] - timedelta(days=60)), scene.at),
    )
