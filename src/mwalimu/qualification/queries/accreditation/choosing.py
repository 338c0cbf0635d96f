"""Whom to propose, to register, to refresh, and who may assess."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from mwalimu.people.models import Affiliation, Person, PersonLanguage, Role, Sector
from mwalimu.people.models import RoleAssignment as Assigned
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Activity
from mwalimu.programmes.permissions.independence import strangers_to
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    Award,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
    PoolRow,
)
from mwalimu.qualification.permissions import pool_visible_to
from mwalimu.qualification.queries.accreditation.board import WITH, shown_paths
from mwalimu.qualification.querysets import AccreditationQuerySet
from mwalimu.reference.models import Member

MOST = 100


@dataclass
class Proposable:
    """A Master Trainer who is not on this path: what they teach, how much, when last."""

    person: Person
    member: Member
    topics: list[Any]
    delivered: int = 0
    delivered_on: date | None = None


def proposable(
    viewer: Viewer,
    type_: ExpertType,
    field: ExpertField | None,
    on: date,
    *,
    member: str = "",
    language: str = "",
) -> list[Proposable]:
    """Master Trainers of the field's topics who are not on this path, by name.

    Of a field without topics, and of a type without fields: of every topic. At most 100.
    """
    running = Accreditation.objects.running().filter(type=type_, field=field)
    rows: Any = pool_visible_to(viewer).can_teach(on)
    rows = rows.exclude(person__in=running.values("person"))
    topics = list(field.topics.values_list("pk", flat=True)) if field else []
    if topics:
        rows = rows.filter(topic__in=topics)
    if member:
        rows = rows.filter(member__code=member)
    if language:
        spoken = PersonLanguage.objects.filter(language=language)
        rows = rows.filter(person__in=spoken.values("person"))
    if viewer.person_id is not None:
        rows = rows.exclude(person=viewer.person_id)
    spoken_too = Prefetch(
        "person__languages", PersonLanguage.objects.order_by("language")
    )
    found: dict[int, Proposable] = {}
    ordered = rows.select_related("person", "member", "topic").order_by("key", "award")
    for row in ordered.prefetch_related(spoken_too)[: MOST * 2]:
        _gather(found, row)
    return list(found.values())[:MOST]


def _gather(found: dict[int, Proposable], row: PoolRow) -> None:
    known = found.setdefault(row.person_id, Proposable(row.person, row.member, []))
    known.topics.append(row.topic)
    known.delivered += row.delivered
    days = [day for day in (known.delivered_on, row.delivered_on) if day]
    known.delivered_on = max(days, default=None)


def taught_by(people: Iterable[int]) -> dict[int, Proposable]:
    """By person (primary key), what the pool says of them; who is not in it is left out."""
    rows = PoolRow.objects.filter(person__in=set(people))
    found: dict[int, Proposable] = {}
    for row in rows.select_related("person", "member", "topic").order_by("award"):
        _gather(found, row)
    return found


def member_of_person(person: Person, on: date) -> Member | None:
    """The Member whose officer somebody is: where they work, or of their last award."""
    work = Affiliation.objects.valid_on(on).filter(person=person, sector=Sector.CUSTOMS)
    post = work.exclude(member=None).select_related("member").order_by("-since").first()
    if post is not None:
        member: Member | None = post.member
        return member
    award = Award.objects.filter(person=person).select_related("member")
    last = award.order_by("-valid_from", "-pk").first()
    return last.member if last else None


def to_screen(viewer: Viewer) -> AccreditationQuerySet:
    """Paths that wait for the decision of pre-screening, the oldest first."""
    rows = shown_paths(viewer).running().filter(phase="screening")
    found: AccreditationQuerySet = rows.select_related(*WITH)
    return found.order_by("phase_since", "pk")


def to_register(viewer: Viewer, kind: str) -> AccreditationQuerySet:
    """Who may be given a place in such a workshop, by name."""
    rows = shown_paths(viewer).filter(closed_on=None, suspended_on=None)
    if kind == ExpertWorkshop.Kind.REFRESHER:
        rows = rows.filter(phase__in=["mission", "accredited"])
    else:
        rows = rows.filter(phase="workshop", booked_until=None)
    found: AccreditationQuerySet = rows.select_related(*WITH)
    return found.order_by("person__name", "pk")


def people_of(workshop: ExpertWorkshop) -> list[AccreditationEvent]:
    """The last step at a workshop of everybody there that was not taken back, by name."""
    rows = AccreditationEvent.objects.filter(workshop=workshop, undone_by=None)
    around = [f"accreditation__{name}" for name in WITH]
    last: dict[int, AccreditationEvent] = {}
    for event in rows.select_related(*around).order_by("number"):
        last[event.accreditation_id] = event
    return sorted(last.values(), key=lambda event: event.accreditation.person.name)


def assessors_for(row: Accreditation, on: date) -> list[Person]:
    """Who may assess a mission: assessors of that day and accredited experts of the same
    field, none of them near to the expert. By name.
    """
    roles = Assigned.objects.valid_on(on).filter(role=Role.ASSESSOR).values("person")
    experts = Accreditation.objects.holding().filter(field=row.field).values("person")
    people = Person.objects.known().filter(pk__in=roles.union(experts))
    return strangers_to(row.person, list(people.order_by("name", "pk")), on)


def accreditation_activities() -> QuerySet[Activity]:
    """Accreditation workshops in the history of the project, the newest first."""
    rows = Activity.objects.filter(kind=Activity.Kind.ACCREDITATION)
    return rows.order_by("-starts_on", "-pk")
