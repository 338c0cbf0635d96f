"""Everything that the page of one programme shows, in seven queries whatever its size.

Many small relations are read by two unions instead of one query each: what has a name,
and what is linked with what.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Activity,
    Cohort,
    Membership,
    Programme,
    Session,
    SessionGroup,
    Stage,
)
from mwalimu.programmes.permissions import visible_to
from mwalimu.reference.models import Initiative, Member, Partner, Region, Topic
from mwalimu.shared.languages import Wording, in_language


@dataclass(frozen=True)
class Label:
    """A row of a small table as far as pages need it: its code and its names."""

    pk: int
    code: str
    names: Mapping[str, str]
    owner: int = 0
    position: int = 0
    note: str = ""

    def name(self, *languages: str) -> Wording:
        """The name in the first of these languages that has one."""
        return in_language(self.names, languages)


@dataclass(frozen=True)
class Happening:
    """A session or an activity with all that it is linked with."""

    event: Session | Activity
    topics: tuple[Label, ...]
    members: tuple[Member, ...]
    partners: tuple[Label, ...]
    cohorts: tuple[Label, ...] = ()
    stages: tuple[Label, ...] = ()
    host: Member | None = None
    group: Label | None = None

    @property
    def is_session(self) -> bool:
        """Whether it is part of the programme's own path."""
        return isinstance(self.event, Session)

    @property
    def is_catch_up(self) -> bool:
        """A supplementary session: the stage itself took place on another day."""
        return self.is_session and self.event.kind == Session.Kind.CATCH_UP

    @property
    def stage_names(self) -> tuple[Label, ...]:
        """The steps it stands for, each once though two cohorts may share it."""
        return tuple({stage.code: stage for stage in self.stages}.values())


@dataclass(frozen=True)
class Step:
    """A step of a cohort's plan, and the sessions that stand for it."""

    stage: Label
    held: tuple[Happening, ...]


@dataclass(frozen=True)
class CohortPlan:
    """A cohort, its Members, and its plan beside what took place."""

    cohort: Label
    topics: tuple[Label, ...]
    members: tuple[Member, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Group:
    """A session group with its Members; `label.note` is its language, if it has one."""

    label: Label
    members: tuple[Member, ...]


@dataclass(frozen=True)
class ProgrammePage:
    """What is known of a programme."""

    programme: Programme
    topics: tuple[Label, ...]
    regions: tuple[Label, ...]
    initiatives: tuple[Label, ...]
    partners: tuple[Label, ...]
    memberships: tuple[Membership, ...]
    cohorts: tuple[CohortPlan, ...]
    groups: tuple[Group, ...]
    happenings: tuple[Happening, ...]
    choices: Mapping[str, tuple[Label, ...]]

    def happening(self, uuid: UUID) -> Happening | None:
        """The session or activity of this uuid."""
        return next((each for each in self.happenings if each.event.uuid == uuid), None)


class _Names:
    """Everything with a name, by kind and primary key."""

    def __init__(self, programme: Programme) -> None:
        self.found: dict[str, dict[int, Label]] = defaultdict(dict)
        for kind, pk, *rest in _union(_named(programme)).order_by("place", "name_code"):
            self.found[kind][pk] = Label(pk, *rest)

    def of(self, kind: str, keys: Iterable[int]) -> tuple[Label, ...]:
        """The labels of these keys, in the order of their table."""
        wanted = set(keys)
        return tuple(row for pk, row in self.found[kind].items() if pk in wanted)


def _named(programme: Programme) -> list[QuerySet[Any, Any]]:
    none = Value(0)
    plain = [
        (Topic.objects.order_by(), "topic", none, F("position"), Value("")),
        (Region.objects.all(), "region", none, none, Value("")),
        (Initiative.objects.all(), "initiative", none, none, Value("")),
        (Partner.objects.all(), "partner", none, none, Value("")),
        (
            Cohort.objects.filter(programme=programme),
            "cohort",
            none,
            none,
            Value(""),
        ),
        (
            SessionGroup.objects.filter(programme=programme),
            "group",
            none,
            none,
            F("language"),
        ),
        (
            Stage.objects.filter(cohort__programme=programme).order_by(),
            "stage",
            F("cohort_id"),
            F("position"),
            F("kind"),
        ),
    ]
    return [
        rows.annotate(
            what=Value(kind, output_field=CharField()),
            name_code=F("code"),
            owned_by=owner,
            place=place,
            remark=remark,
        ).values_list("what", "pk", "name_code", "names", "owned_by", "place", "remark")
        for rows, kind, owner, place, remark in plain
    ]


class _Links:
    """Which rows are linked with which, by the name of the relation."""

    def __init__(self, programme: Programme) -> None:
        self.found: dict[str, dict[int, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for relation, owner, target in _union(_linked(programme)):
            self.found[relation][owner].append(target)

    def of(self, relation: str, owner: int) -> list[int]:
        """What a row is linked with."""
        return self.found[relation][owner]

    def targets(self, *relations: str) -> set[int]:
        """Everything that any row is linked with."""
        return {
            target
            for relation in relations
            for targets in self.found[relation].values()
            for target in targets
        }


RELATIONS: tuple[tuple[Any, str, str, tuple[str, ...]], ...] = (
    (Session, "session", "session__programme", ("topics", "members", "partners")),
    (Session, "session", "session__programme", ("cohorts", "stages")),
    (Activity, "activity", "activity__programme", ("topics", "members", "partners")),
    (Programme, "programme", "programme", ("topics", "regions")),
    (Programme, "programme", "programme", ("initiatives", "partners")),
    (Cohort, "cohort", "cohort__programme", ("topics", "members")),
    (SessionGroup, "sessiongroup", "sessiongroup__programme", ("members",)),
)


def _linked(programme: Programme) -> list[QuerySet[Any, Any]]:
    rows = []
    for model, owner, path, names in RELATIONS:
        for name in names:
            relation = getattr(model, name)
            target = relation.field.m2m_reverse_field_name()
            found = relation.through._default_manager.filter(**{path: programme})
            rows.append(
                found.annotate(
                    what=Value(f"{owner}.{name}", output_field=CharField()),
                    owner_key=F(f"{owner}_id"),
                    target_key=F(f"{target}_id"),
                ).values_list("what", "owner_key", "target_key")
            )
    return rows


def _union(rows: list[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    first, *rest = rows
    return first.union(*rest, all=True)


def programme_page(viewer: Viewer, code: str) -> ProgrammePage | None:
    """All of a programme that the viewer may open; None where they may not."""
    found = visible_to(viewer).select_related("project").filter(code=code).first()
    return None if found is None else page_of(found)


def page_of(programme: Programme) -> ProgrammePage:
    """All of a programme that was reached through what the viewer may open."""
    names, links = _Names(programme), _Links(programme)
    memberships = list(programme.memberships.all())
    sessions = list(Session.objects.filter(programme=programme).chronological())
    activities = list(Activity.objects.filter(programme=programme).chronological())
    members = _members(links, memberships, [*sessions, *activities])
    for membership in memberships:
        membership.member = members[membership.member_id]
    happenings = [
        *(_happening(row, "session", names, links, members) for row in sessions),
        *(_happening(row, "activity", names, links, members) for row in activities),
    ]
    happenings.sort(key=lambda each: each.event.starts_on or date.max)
    return ProgrammePage(
        programme=programme,
        topics=names.of("topic", links.of("programme.topics", programme.pk)),
        regions=names.of("region", links.of("programme.regions", programme.pk)),
        initiatives=names.of(
            "initiative", links.of("programme.initiatives", programme.pk)
        ),
        partners=names.of("partner", links.of("programme.partners", programme.pk)),
        memberships=tuple(memberships),
        cohorts=tuple(
            _cohort(cohort, names, links, members, happenings)
            for cohort in names.found["cohort"].values()
        ),
        groups=tuple(
            Group(group, _pick(members, links.of("sessiongroup.members", group.pk)))
            for group in names.found["group"].values()
        ),
        happenings=tuple(happenings),
        choices={kind: tuple(rows.values()) for kind, rows in names.found.items()},
    )


@dataclass(frozen=True)
class Scope:
    """What the figures of a programme are about: codes, in alphabetical order."""

    topics: tuple[str, ...]
    regions: tuple[str, ...]
    members: tuple[str, ...]


def scope_of(programme: Programme) -> Scope:
    """Topics, regions and Members of a programme by code, in one query."""
    found: dict[str, set[str]] = defaultdict(set)
    parts: list[tuple[Any, str]] = [
        (Programme.topics.through, "topic"),
        (Programme.regions.through, "region"),
        (Membership, "member"),
    ]
    rows = [
        model._default_manager.filter(programme=programme)
        .annotate(what=Value(name, output_field=CharField()), its=F(f"{name}__code"))
        .values_list("what", "its")
        for model, name in parts
    ]
    for what, code in _union(rows):
        found[what].add(code)
    topics, regions, members = (sorted(found[name]) for _, name in parts)
    return Scope(tuple(topics), tuple(regions), tuple(members))


def _members(
    links: _Links,
    memberships: Iterable[Membership],
    events: Iterable[Session | Activity],
) -> dict[int, Member]:
    relations = ("session", "activity", "cohort", "sessiongroup")
    wanted = links.targets(*(f"{name}.members" for name in relations))
    wanted |= {membership.member_id for membership in memberships}
    wanted |= {event.host_id for event in events if event.host_id}
    return Member.objects.in_bulk(wanted)


def _pick(members: Mapping[int, Member], keys: Iterable[int]) -> tuple[Member, ...]:
    return tuple(members[key] for key in keys)


def _happening(
    event: Session | Activity,
    kind: str,
    names: _Names,
    links: _Links,
    members: Mapping[int, Member],
) -> Happening:
    groups = names.of("group", [event.group_id] if event.group_id else [])
    return Happening(
        event=event,
        topics=names.of("topic", links.of(f"{kind}.topics", event.pk)),
        members=_pick(members, links.of(f"{kind}.members", event.pk)),
        partners=names.of("partner", links.of(f"{kind}.partners", event.pk)),
        cohorts=names.of("cohort", links.of(f"{kind}.cohorts", event.pk)),
        stages=names.of("stage", links.of(f"{kind}.stages", event.pk)),
        host=members[event.host_id] if event.host_id else None,
        group=groups[0] if groups else None,
    )


def _cohort(
    cohort: Label,
    names: _Names,
    links: _Links,
    members: Mapping[int, Member],
    happenings: Iterable[Happening],
) -> CohortPlan:
    held: dict[int, list[Happening]] = defaultdict(list)
    for each in happenings:
        for stage in each.stages:
            held[stage.pk].append(each)
    return CohortPlan(
        cohort=cohort,
        topics=names.of("topic", links.of("cohort.topics", cohort.pk)),
        members=_pick(members, links.of("cohort.members", cohort.pk)),
        steps=tuple(
            Step(stage, tuple(held[stage.pk]))
            for stage in names.found["stage"].values()
            if stage.owner == cohort.pk
        ),
    )
