"""What Master Trainers tell of themselves, and how few of them there should be.

Profiles are the only rows that the demo writes without their operation: that one asks
for the sign-in of each Master Trainer, and more than 200 accounts would be opened for
nobody. The rows are the same, with the same line in the audit trail.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.demo.plan.rows import Plan, PlannedAward
from mwalimu.demo.plan.spread import Spread
from mwalimu.demo.records import World
from mwalimu.people.models import Person
from mwalimu.programmes.queries.codes import cohorts_by_code
from mwalimu.qualification.models import (
    Availability,
    FieldConsent,
    Profile,
    ProfileField,
)
from mwalimu.qualification.operations.pool import refresh_pool, set_floors

FRENCH = frozenset({"BF", "BI", "BJ", "CI", "CM", "MG", "SN", "TG"})
ABOUT = {
    "en": "I train officers and traders in %(topic)s, mostly with cases of our own"
    " ports (synthetic profile).",
    "fr": "Je forme des agents et des opérateurs sur le thème « %(topic)s », le plus"
    " souvent à partir de cas de nos bureaux (profil fictif).",
}
WRITES = {"yes": 0.85, "no": 0.15}
AUDIENCES: Mapping[str, Mapping[str, float]] = {
    ProfileField.NAME: {"public": 0.35, "members": 0.45, "team": 0.2},
    ProfileField.ABOUT: {"public": 0.3, "members": 0.5, "team": 0.2},
    ProfileField.LANGUAGES: {"public": 0.6, "members": 0.3, "team": 0.1},
    ProfileField.EXPERIENCE: {"public": 0.4, "members": 0.4, "team": 0.2},
    ProfileField.AVAILABILITY: {"members": 0.7, "team": 0.3},
}
PERIODS: Mapping[str, tuple[tuple[str, int, int], ...]] = {  # days from today
    "free soon": (("free", 7, 60),),
    "busy, then free": (("busy", 3, 40), ("free", 45, 120)),
    "busy": (("busy", 5, 90),),
    "nothing": (),
}
SAYS = {"free soon": 0.35, "busy, then free": 0.2, "busy": 0.1, "nothing": 0.35}
FLOORS = {"EA-HS": 4, "EA-CV": 4, "EA-IA": 4, "EA-PCA": 3, "SA-CV": 3, "WA-RMIA": 3,
          "RoO-ESA": 2, "RoO-WA": 2, "PI-HSCV": 2}  # fmt: skip


def tell_of_the_pool(plan: Plan, world: World, *, by: Actor, at: datetime) -> None:
    """Floors of the cohorts that are over, and profiles of their Master Trainers."""
    set_all_floors(by, at)
    write_profiles(plan, world, by=by, at=at)


def set_all_floors(by: Actor, at: datetime) -> None:
    """The same for every Member of a cohort."""
    cohorts = cohorts_by_code()
    for code, least in FLOORS.items():
        cohort = cohorts[code]
        topics = list(cohort.topics.values_list("pk", flat=True))
        members = list(cohort.members.values_list("pk", flat=True))
        floors = {(member, topic): least for member in members for topic in topics}
        set_floors(cohort, floors=floors, by=by, at=at)


@transaction.atomic
def write_profiles(plan: Plan, world: World, *, by: Actor, at: datetime) -> None:
    """What each of them shows to whom, dealt alike to every Member."""
    spread = Spread()
    first = {award.person: award for award in reversed(plan.awards)}
    people = [(world.people[key], award) for key, award in sorted(first.items())]
    Profile.objects.bulk_create(
        Profile(
            person=person,
            about=about(award, world, spread),
            contact=f"{award.person.lower()}@example.org",
            written_at=at,
            written_by=by,
        )
        for person, award in people
    )
    consents = [
        FieldConsent(
            person=person, field=field, audience=to, given_at=at, recorded_by=by
        )
        for person, award in people
        for field, to in shown(award, spread)
    ]
    FieldConsent.objects.bulk_create(consents)
    Availability.objects.bulk_create(
        row for person, award in people for row in periods(person, award, spread, at)
    )
    lines = [(person.uuid, {"has": ["about", "contact"]}) for person, _ in people]
    record_many("write_profile", "person", lines, by=by, at=at)
    refresh_pool([person.pk for person, _ in people])


def about(award: PlannedAward, world: World, spread: Spread) -> str:
    """A sentence in a language of the Member, or nothing."""
    if spread.deal(("writes", award.member), WRITES) == "no":
        return ""
    language = "fr" if award.member in FRENCH else "en"
    topic = world.topics[award.topic].name(language).text
    return ABOUT[language] % {"topic": topic}


def shown(award: PlannedAward, spread: Spread) -> Iterator[tuple[str, str]]:
    """Fields and to whom they are shown; what only the team sees needs no consent."""
    for field, shares in AUDIENCES.items():
        audience = spread.deal((field, award.member), shares)
        if audience != "team":
            yield field, audience


def periods(
    person: Person, award: PlannedAward, spread: Spread, at: datetime
) -> Iterator[Availability]:
    """When they can and cannot go on a mission."""
    today = at.date()
    for kind, first, last in PERIODS[spread.deal(("says", award.member), SAYS)]:
        since, until = today + timedelta(days=first), today + timedelta(days=last)
        yield Availability(person=person, kind=kind, since=since, until=until)
