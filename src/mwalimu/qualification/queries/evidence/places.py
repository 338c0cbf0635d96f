"""Who is judged, and as what: a person in a cohort, for a Member, in topics."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort, Holding
from mwalimu.reference.models import Topic


@dataclass(frozen=True)
class Place:
    """A person in a cohort (primary keys). Demos and trainings count in its topics."""

    cohort: int
    person: int
    members: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()


def places_of(
    cohort: Cohort, people: Iterable[Person], topic: Topic | None = None
) -> list[Place]:
    """The places of persons in a cohort, by every seat they hold or held (1 query)."""
    keys = [person.pk for person in people]
    rows = Holding.objects.filter(person__in=keys, seat__cohort=cohort)
    if topic is not None:
        rows = rows.filter(seat__topic=topic)
    members: defaultdict[int, set[int]] = defaultdict(set)
    topics: defaultdict[int, set[int]] = defaultdict(set)
    cut = ("person_id", "seat__member_id", "seat__topic_id")
    for person, member, about in rows.values_list(*cut):
        members[person].add(member)
        topics[person].add(about)
    return [
        Place(cohort.pk, key, frozenset(members[key]), frozenset(topics[key]))
        for key in dict.fromkeys(keys)
    ]


def places_in_topics(cohort: Cohort, people: Iterable[int]) -> list[Place]:
    """The places of persons (primary keys), one for each of their topics (1 query)."""
    rows = Holding.objects.filter(person__in=list(people), seat__cohort=cohort)
    members: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for person, topic, member in rows.values_list(
        "person_id", "seat__topic_id", "seat__member_id"
    ):
        members[person, topic].add(member)
    return [
        Place(cohort.pk, person, frozenset(found), frozenset({topic}))
        for (person, topic), found in members.items()
    ]
