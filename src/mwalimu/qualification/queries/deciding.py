"""On whom a cohort decides, and where each of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Cohort, Holding
from mwalimu.qualification.engine import Standing
from mwalimu.qualification.models import Award, Decision, WaiverRow
from mwalimu.qualification.permissions import decisions_visible_to
from mwalimu.qualification.queries.evidence import (
    Rules,
    places_in_topics,
    standings_of,
)
from mwalimu.reference.models import Member, Topic


@dataclass(frozen=True)
class Candidate:
    """A WG member in a topic: their standing today, the last decision, the award."""

    person: Person
    member: Member
    topic: Topic
    standing: Standing | None
    decision: Decision | None
    award: Award | None

    @property
    def key(self) -> str:
        """What a form calls them."""
        return f"{self.person.uuid}.{self.topic.code}"

    @property
    def supported(self) -> bool:
        """The evidence supports an award today."""
        return self.standing is not None and self.standing.complete


def holders_to_decide(cohort: Cohort, on: date) -> list[Holding]:
    """Those who hold a seat on a day, and those who held one to the end of the cohort."""
    rows = Holding.objects.filter(seat__cohort=cohort, since__lte=on)
    here = Q(until=None) | Q(until__gte=on) | Q(ended=Holding.Ended.COMPLETED)
    rows = rows.filter(here, person__erased_at=None)
    found = rows.select_related("person", "seat__member", "seat__topic")
    return list(found.order_by("seat__member__code", "person__name", "pk"))


def candidates(cohort: Cohort, on: date, rules: Mapping[int, Rules]) -> list[Candidate]:
    """Everybody on whom the cohort decides, by Member and name.

    `rules` are those that the cohort follows that day. Six queries, whatever the number
    of people and topics.
    """
    holders = holders_to_decide(cohort, on)
    places = {(row.person_id, row.seat.topic_id): row for row in holders}
    people = [row.person_id for row in places.values()]
    judged = _judged(cohort, people, on, rules)
    decisions = _last_decisions(cohort, people)
    rows = Award.objects.filter(person__in=people, ended_on=None)
    awards = {(row.person_id, row.topic_id): row for row in rows}
    return [
        Candidate(
            person=row.person,
            member=row.seat.member,
            topic=row.seat.topic,
            standing=judged.get(key),
            decision=decisions.get(key),
            award=awards.get(key),
        )
        for key, row in places.items()
    ]


def _judged(
    cohort: Cohort, people: Iterable[int], on: date, rules: Mapping[int, Rules]
) -> dict[tuple[int, int], Standing]:
    places = places_in_topics(cohort, people)
    return {
        (place.person, topic): standing
        for place, standing in standings_of(places, rules, on=on).items()
        for topic in place.topics
    }


def _last_decisions(
    cohort: Cohort, people: Iterable[int]
) -> dict[tuple[int, int], Decision]:
    rows = Decision.objects.filter(cohort=cohort, person__in=list(people))
    rows = rows.select_related("edition__standard").order_by("decided_at", "pk")
    return {(row.person_id, row.topic_id): row for row in rows}


def decision_at(viewer: Viewer, uuid: UUID) -> Decision | None:
    """The decision with that public id, if the viewer may read it."""
    rows = decisions_visible_to(viewer).filter(uuid=uuid)
    links = ("person", "member", "topic", "cohort", "edition__standard", "award")
    found: Decision | None = rows.select_related(*links).first()
    return found


def waivers_in(cohort: Cohort) -> list[WaiverRow]:
    """Every waiver of a cohort, those that hold first, then the newest."""
    rows = WaiverRow.objects.filter(cohort=cohort)
    rows = rows.select_related("person", "requirement").order_by("-given_at", "-pk")
    return sorted(rows, key=lambda row: row.withdrawn_at is not None)


def waiver_at(cohort: Cohort, uuid: UUID) -> WaiverRow | None:
    """The waiver of a cohort with that public id."""
    rows = WaiverRow.objects.filter(cohort=cohort, uuid=uuid)
    return rows.select_related("person", "requirement").first()
