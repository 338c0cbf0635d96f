"""What everybody may know of the pool: counts by region, and who shows themselves."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from mwalimu.people.models import PersonLanguage
from mwalimu.qualification.models import PoolRow, Profile
from mwalimu.qualification.queries.pool.profiles import RANKS, ranks_of
from mwalimu.qualification.queries.pool.searching import with_people
from mwalimu.reference.models import Member, Region, Topic

EVERYBODY = max(RANKS.values())
MOST = 200


@dataclass
class Shown:
    """A Master Trainer as they show themselves to everybody."""

    name: str
    member: Member
    topics: list[Topic]
    languages: list[PersonLanguage]
    expert: bool = False
    about: str = ""
    contact: str = ""


def by_region(on: date) -> list[tuple[Region, int]]:
    """Regions with how many persons can teach there on a day (two queries)."""
    rows = PoolRow.objects.can_teach(on).order_by()
    counted = rows.values("member__region").annotate(n=Count("person", distinct=True))
    counts = dict(counted.values_list("member__region", "n"))
    regions = Region.objects.filter(pk__in=counts).order_by("code")
    return [(region, counts[region.pk]) for region in regions]


def in_public(on: date) -> list[Shown]:
    """Those who show their name to everybody, by Member and name (four queries)."""
    found_rows = with_people(PoolRow.objects.can_teach(on).filter(name_to=EVERYBODY))
    rows = list(found_rows.order_by("member__code", "key", "topic__position")[:MOST])
    people = {row.person_id for row in rows}
    ranks = ranks_of(people)
    written = {row.person_id: row for row in Profile.objects.filter(person__in=people)}
    found: dict[int, Shown] = {}
    for row in rows:
        known = found.get(row.person_id)
        if known:
            known.topics.append(row.topic)
            continue
        fields = {
            field
            for field, rank in ranks.get(row.person_id, {}).items()
            if rank == EVERYBODY
        }
        profile = written.get(row.person_id)
        found[row.person_id] = Shown(
            name=row.person.name,
            member=row.member,
            topics=[row.topic],
            languages=list(row.person.languages.all()) if "languages" in fields else [],
            expert=bool(row.experts) and "accredited" in fields,
            about=profile.about if profile and "about" in fields else "",
            contact=profile.contact if profile and "contact" in fields else "",
        )
    return list(found.values())
