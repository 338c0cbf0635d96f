"""The fixed cast: three Members, two topics, and one person of each role.

Kenya and Uganda take part; Togo is the stranger whose people must see nothing of it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.operations import actor_for, create_account, system_actor
from mwalimu.people.engine.names import name_key
from mwalimu.people.models import Affiliation, Person, Role, RoleAssignment, Sector
from mwalimu.programmes.models import Cohort, Holding, Programme, Project, Seat
from mwalimu.qualification.models import Award
from mwalimu.reference.models import Member, Region, Topic

AT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
ROLES_OF_NOBODY = (
    Role.PROJECT_TEAM,
    Role.READER,
    Role.ASSESSOR,
    Role.REGIONAL_OFFICE,
)
PASSWORD = "a long enough password"


@dataclass(frozen=True)
class Somebody:
    """A person of the cast, with the account and the actor that they are."""

    person: Person
    account: Account
    actor: Actor


@pytest.fixture
def system(db: Any) -> Actor:
    """The system itself."""
    return system_actor()


@pytest.fixture
def members(db: Any) -> dict[str, Member]:
    """Kenya and Uganda (ESA), Togo (WCA), by code."""
    found = {}
    rows = [("KE", "Kenya", "ESA"), ("UG", "Uganda", "ESA"), ("TG", "Togo", "WCA")]
    for code, name, region_code in rows:
        region, _ = Region.objects.get_or_create(code=region_code)
        found[code], _ = Member.objects.update_or_create(
            code=code,
            defaults={
                "names": {"en": name, "fr": name},
                "region": region,
                "time_zone": "Africa/Nairobi",
                "languages": ["en"],
            },
        )
    return found


@pytest.fixture
def kenya(members: dict[str, Member]) -> Member:
    return members["KE"]


@pytest.fixture
def uganda(members: dict[str, Member]) -> Member:
    return members["UG"]


@pytest.fixture
def togo(members: dict[str, Member]) -> Member:
    return members["TG"]


@pytest.fixture
def topics(db: Any) -> dict[str, Topic]:
    """HS classification and Customs valuation, by code."""
    names = {"HS": "HS classification", "CV": "Customs valuation"}
    return {
        code: Topic.objects.update_or_create(
            code=code, defaults={"names": {"en": name}, "position": position}
        )[0]
        for position, (code, name) in enumerate(names.items())
    }


def make_person(name: str, by: Actor, member: Member | None = None) -> Person:
    """A person of Customs of that Member."""
    person = Person.objects.create(
        name=name, key=name_key(name), created_at=AT, created_by=by, sex="F"
    )
    if member:
        Affiliation.objects.create(person=person, member=member, sector=Sector.CUSTOMS)
    return person


def cast(
    name: str, system: Actor, member: Member | None = None, role: str = ""
) -> Somebody:
    """Somebody who signs in, of a Member, playing a role since 2015."""
    person = make_person(name, system, member)
    address = f"{name.lower().replace(' ', '.')}@example.org"
    account = create_account(email=address, password=PASSWORD, by=system, at=AT)
    person.account = account
    person.save()
    if role:
        owner = member if role not in ROLES_OF_NOBODY else None
        RoleAssignment.objects.create(
            person=person,
            role=role,
            member=owner,
            since=date(2015, 1, 1),
            assigned_by=system,
        )
    return Somebody(person, account, actor_for(account))


@pytest.fixture
def team(system: Actor) -> Somebody:
    """A member of the project team."""
    return cast("Project Team", system, None, Role.PROJECT_TEAM)


@pytest.fixture
def reader(system: Actor) -> Somebody:
    """A reader at the donor's headquarters."""
    return cast("Donor Reader", system, None, Role.READER)


@pytest.fixture
def assessor(system: Actor) -> Somebody:
    """An assessor of the WCO, of no Member."""
    return cast("First Assessor", system, None, Role.ASSESSOR)


@pytest.fixture
def second_assessor(system: Actor) -> Somebody:
    """Another assessor of no Member."""
    return cast("Second Assessor", system, None, Role.ASSESSOR)


@pytest.fixture
def kenya_assessor(system: Actor, kenya: Member) -> Somebody:
    """An assessor who works for Kenya's administration."""
    return cast("Kenya Assessor", system, kenya, Role.ASSESSOR)


@pytest.fixture
def head(system: Actor, kenya: Member) -> Somebody:
    """Kenya's head of Customs."""
    return cast("Kenya Head", system, kenya, Role.HEAD_OF_CUSTOMS)


@pytest.fixture
def kenya_coordinator(system: Actor, kenya: Member) -> Somebody:
    """Kenya's national coordinator."""
    return cast("Kenya Coordinator", system, kenya, Role.COORDINATOR)


@pytest.fixture
def kenya_deputy(system: Actor, kenya: Member) -> Somebody:
    """The deputy of Kenya's national coordinator."""
    return cast("Kenya Deputy Coordinator", system, kenya, Role.DEPUTY_COORDINATOR)


@pytest.fixture
def kenya_organiser(system: Actor, kenya: Member) -> Somebody:
    """Who organises what Kenya hosts."""
    return cast("Kenya Organiser", system, kenya, Role.HOST_ORGANISER)


@pytest.fixture
def regional_office(system: Actor) -> Somebody:
    """Somebody of a regional office, of no Member."""
    return cast("Regional Office", system, None, Role.REGIONAL_OFFICE)


@pytest.fixture
def kenya_registrar(system: Actor, kenya: Member) -> Somebody:
    """The registrar of Kenya's training school."""
    return cast("Kenya Registrar", system, kenya, Role.REGISTRAR)


@pytest.fixture
def togo_coordinator(system: Actor, togo: Member) -> Somebody:
    """The stranger: Togo's national coordinator."""
    return cast("Togo Coordinator", system, togo, Role.COORDINATOR)


@pytest.fixture
def kenya_trainer(system: Actor, kenya: Member, topics: dict[str, Topic]) -> Somebody:
    """A Master Trainer of Kenya in HS classification since 2018."""
    somebody = cast("Kenya Trainer", system, kenya)
    Award.objects.create(
        person=somebody.person,
        topic=topics["HS"],
        member=kenya,
        valid_from=date(2018, 1, 1),
        decided_at=AT,
        decided_by=system,
    )
    return somebody


@pytest.fixture
def cohort(members: dict[str, Member], topics: dict[str, Topic]) -> Cohort:
    """A cohort in HS classification of a running programme, with all three Members."""
    project, _ = Project.objects.get_or_create(code="JP", names={"en": "Project"})
    programme, _ = Programme.objects.get_or_create(
        code="MTP-HS",
        defaults={"project": project, "status": "running", "names": {"en": "MTP"}},
    )
    made, _ = Cohort.objects.get_or_create(
        code="C-HS", defaults={"programme": programme, "names": {"en": "Cohort HS"}}
    )
    made.topics.add(topics["HS"])
    made.members.add(*members.values())
    return made


def seat_of(cohort: Cohort, member: Member, number: int = 1) -> Seat:
    """A seat of a Member in the cohort's first topic."""
    topic = cohort.topics.order_by("position")[0]
    seat, _ = Seat.objects.get_or_create(
        cohort=cohort, member=member, topic=topic, number=number
    )
    return seat


def hold(
    seat: Seat, person: Person, by: Actor, since: date = date(2023, 1, 1)
) -> Holding:
    """The person holds the seat from that day on."""
    return Holding.objects.create(
        seat=seat,
        person=person,
        since=since,
        began="nominated",
        recorded_at=AT,
        recorded_by=by,
    )


@pytest.fixture
def wg_member(system: Actor, kenya: Member, cohort: Cohort) -> Somebody:
    """A working-group member of Kenya: holds a seat of the cohort since 2023."""
    somebody = cast("Kenya Candidate", system, kenya)
    hold(seat_of(cohort, kenya), somebody.person, system)
    return somebody


@pytest.fixture
def togo_wg_member(system: Actor, togo: Member, cohort: Cohort) -> Somebody:
    """A working-group member of Togo in the same cohort."""
    somebody = cast("Togo Candidate", system, togo)
    hold(seat_of(cohort, togo), somebody.person, system)
    return somebody
