"""A board of 50 people x 40 requirements, and a pool in which everybody is a trainer.

In an instance of its own: 20,000 awards are not what the other pages are measured on.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client

from benchmarks.dataset import AT, Bench, load
from benchmarks.inhand import address_of, invite_official
from benchmarks.pages import get, weigh
from benchmarks.timing import in_turn
from mwalimu.accounts.models import Account
from mwalimu.people.models import Person, PersonLanguage
from mwalimu.programmes.models import (
    Assignment,
    Attendance,
    Cohort,
    Holding,
    Seat,
    Session,
    SessionDay,
    Stage,
    Submission,
)
from mwalimu.qualification.models import (
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
)
from mwalimu.qualification.operations import AwardEntry, award_many

SEATS, ASSIGNMENTS, TRAININGS = 50, 30, 5  # and attendance of 5 stages: 40 lines
STAGES = tuple(f"WG{number}" for number in range(1, 6))
SINCE = date(2023, 1, 2)
SPOKEN = (("en", "C1"), ("fr", "B2"), ("pt", "B1"), ("sw", "C2"))
BOARD = {"board of 50 x 40": "board/", "board, who is behind": "board/?behind=on"}
POOL = {
    "pool, first page": "",
    "pool by a name": "q=bench+777",
    "pool by a word with an error": "q=prson+bemch",
    "pool by topic, language, level": "topic=HS&language=fr&level=B2",
    "pool by Member and state": "member=KE&state=no_recent",
    "pool by region, free days": "region=ESA&free_from=2030-01-01&free_until=2030-02-01",
    "pool near Kenya": "near=KE&within=3000",
    "pool, last training first": "sort=-delivered",
    "pool, a far page": "page=300",
}


def fill_board(bench: Bench) -> None:
    """A standard of 40 lines, 50 people who hold seats, and what they showed so far."""
    cohort = wide_cohort()
    people = bench.people[-SEATS:]
    _seats(cohort, bench, people)
    sessions = list(_sessions(cohort))
    work = [_assignment(cohort, number, bench) for number in range(1, ASSIGNMENTS + 1)]
    _standard(cohort, bench, (task.code for task in work))
    Attendance.objects.bulk_create(_attendance(sessions, people, bench))
    Submission.objects.bulk_create(_submissions(work, people, bench))


def wide_cohort() -> Cohort:
    """The one with the wide board."""
    return Cohort.objects.earliest("code")


def fill() -> None:
    """The board, the pool, and somebody of the project team to look at them."""
    bench = load()
    invite_official(bench, "project_team", "team")
    fill_board(bench)
    fill_pool(bench)


def fill_pool(bench: Bench) -> None:
    """Everybody is a Master Trainer: 20,000 at scale 1."""
    known = {person.pk for person, _ in bench.trainers}
    award_many(
        [
            AwardEntry(person, bench.topics[place % 5], home, date(2020, 1, 1))
            for place, (person, home) in enumerate(
                zip(bench.people, bench.homes, strict=True)
            )
            if person.pk not in known
        ],
        by=bench.by,
        at=AT,
    )
    PersonLanguage.objects.bulk_create(
        PersonLanguage(person=person, language=SPOKEN[at][0], level=SPOKEN[at][1])
        for place, person in enumerate(bench.people)
        for at in {place % 4, place % 3}
    )


def measure_wide() -> dict[str, dict[str, float]]:
    """Each page of the board and the pool, with its queries, bytes and times."""
    team = Client(SERVER_NAME="localhost")
    team.force_login(Account.objects.get(email=address_of("team")))
    cohort = wide_cohort()
    asked: dict[str, Callable[[], Any]] = {
        name: get(team, f"/en/desk/cohorts/{cohort.code}/{address}")
        for name, address in BOARD.items()
    }
    for name, query in POOL.items():
        asked[name] = get(team, f"/en/desk/pool/?{query}")
    weights = {name: weigh(work) for name, work in asked.items()}
    times = in_turn(asked)
    return {name: {**weights[name], **times[name]} for name in asked}


def _seats(cohort: Cohort, bench: Bench, people: list[Person]) -> None:
    seats = Seat.objects.bulk_create(
        Seat(
            cohort=cohort,
            member=bench.members[place % len(bench.members)],
            topic=bench.topics[0],
            number=100 + place,
        )
        for place, _ in enumerate(people)
    )
    Holding.objects.bulk_create(
        Holding(
            seat=seat,
            person=person,
            since=SINCE,
            began=Holding.Began.NOMINATED,
            recorded_at=AT,
            recorded_by=bench.by,
        )
        for seat, person in zip(seats, people, strict=True)
    )


def _sessions(cohort: Cohort) -> Iterator[Session]:
    """One of five days for each stage, a quarter apart."""
    for number, code in enumerate(STAGES):
        stage, _ = Stage.objects.get_or_create(
            cohort=cohort,
            code=code,
            defaults={
                "position": 100 + number,
                "kind": Stage.Kind.WORKING_GROUP,
                "names": {"en": f"Working group {number + 1}"},
            },
        )
        first = SINCE + timedelta(days=91 * number)
        session = Session.objects.create(
            programme=cohort.programme,
            kind=Session.Kind.WORKING_GROUP,
            starts_on=first,
            ends_on=first + timedelta(days=4),
            title={"en": f"Bench {code}"},
        )
        session.cohorts.add(cohort)
        session.stages.add(stage)
        SessionDay.objects.bulk_create(
            SessionDay(session=session, day=first + timedelta(days=day))
            for day in range(5)
        )
        yield session


def _assignment(cohort: Cohort, number: int, bench: Bench) -> Assignment:
    return Assignment.objects.create(
        cohort=cohort,
        code=f"T{number}",
        titles={"en": f"Assignment {number}"},
        due_on=SINCE + timedelta(days=30 * number),
        state=Assignment.State.OPEN,
        created_at=AT,
        created_by=bench.by,
    )


def _standard(cohort: Cohort, bench: Bench, tasks: Iterable[str]) -> None:
    standard = Standard.objects.create(code="BENCH", names={"en": "Bench standard"})
    edition = StandardEdition.objects.create(
        standard=standard,
        number=1,
        state=StandardEdition.State.IN_FORCE,
        valid_from=SINCE,
        created_at=AT,
        created_by=bench.by,
    )
    kind = RequirementLine.Kind
    lines = [
        *((kind.ATTENDANCE, "0.8", [code], f"{code} attended") for code in STAGES),
        *((kind.ASSIGNMENT, "1", [code], f"{code} accepted") for code in tasks),
        *(
            (kind.TRAINING, str(number), [], f"{number} trainings")
            for number in range(1, TRAININGS + 1)
        ),
    ]
    RequirementLine.objects.bulk_create(
        RequirementLine(
            edition=edition,
            position=place,
            code=f"R{place}",
            names={"en": name},
            kind=kind,
            amount=amount,
            subjects=subjects,
        )
        for place, (kind, amount, subjects, name) in enumerate(lines, 1)
    )
    FollowedStandard.objects.update_or_create(
        cohort=cohort,
        since=SINCE,
        defaults={"edition": edition, "set_at": AT, "set_by": bench.by},
    )


def _attendance(
    sessions: list[Session], people: list[Person], bench: Bench
) -> Iterator[Attendance]:
    """Nearly everybody on nearly every day."""
    for number, session in enumerate(sessions):
        for place, person in enumerate(people):
            for day in session.days.all():
                away = (place + number + day.day.day) % 9 == 0
                yield Attendance(
                    day=day,
                    person=person,
                    presence="absent" if away else "present",
                    recorded_at=AT,
                    recorded_by=bench.by,
                )


def _submissions(
    work: list[Assignment], people: list[Person], bench: Bench
) -> Iterator[Submission]:
    """Four of five were handed in, most of them accepted."""
    for number, task in enumerate(work):
        for place, person in enumerate(people):
            if (place + number) % 5 == 0:
                continue
            accepted = (place + number) % 7 != 0
            handed_in: datetime = AT - timedelta(days=200 - number)
            yield Submission(
                assignment=task,
                person=person,
                version=1,
                handed_in_at=handed_in,
                handed_in_by=bench.by,
                state=Submission.State.ACCEPTED
                if accepted
                else Submission.State.HANDED_IN,
                settled_at=AT if accepted else None,
            )
