"""What pages ask about trainings. Rows come through `permissions.visible_to`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Count,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    ForeignObjectRel,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
)

from mwalimu.accounts.models import AuditLine
from mwalimu.accounts.querysets import AuditQuerySet
from mwalimu.people.models import Person
from mwalimu.people.permissions import COORDINATES, KEEPS_RECORDS, Viewer
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.reference.models import Initiative, Topic
from mwalimu.trainings.models import (
    HeadCount,
    Participation,
    Training,
    TrainingEditor,
    TrainingTrainer,
)
from mwalimu.trainings.permissions import (
    READS,
    participations_visible_to,
    visible_in_lists,
    visible_to,
)
from mwalimu.trainings.querysets import (
    ParticipationQuerySet,
    TrainingQuerySet,
    led_from_abroad_q,
    settled_q,
)

FEW = 1000
SHOWN_WITH = (
    "host",
    "lead_member",
    "initiative",
    "entered_by__account__person",
)


def listed(viewer: Viewer) -> TrainingQuerySet:
    """One version of each record that a viewer may open.

    The newest; for readers of what is settled, the one that counts.
    """
    rows = visible_in_lists(viewer)
    if viewer.roles & READS and not viewer.is_project_team:
        own = viewer.members_as(*KEEPS_RECORDS)
        return rows.filter(settled_q()) if not own else rows.newest()
    return rows.newest()


def opened(viewer: Viewer, uuid: UUID) -> Training | None:
    """The version of a record that a viewer sees, with what its page shows of it."""
    found: Training | None = (
        visible_to(viewer)
        .filter(uuid=uuid)
        .select_related(*SHOWN_WITH)
        .order_by("-latest", "-version")
        .first()
    )
    return found


def about(rows: QuerySet[Any], topic: int) -> QuerySet[Any]:
    """Those of the rows that are about a topic, among others.

    A rare topic drives by its few rows; a frequent one is probed in the order asked
    for.
    """
    through = Training.topics.through._base_manager.filter(topic=topic)
    keys = list(through.values_list("training", flat=True)[: FEW + 1])
    if len(keys) <= FEW:
        return rows.filter(pk__in=keys)
    return rows.filter(Exists(through.filter(training=OuterRef("pk"))))


@dataclass(frozen=True)
class Group:
    """People of one Member (primary key; None: not recorded), sector and sex.

    Either named, or counted by head.
    """

    named: bool
    member: int | None
    sector: str
    sex: str
    people: int


def groups_of(training: Training) -> list[Group]:
    """The people of a training, named and counted (1 query)."""
    cut = ("named", "member", "sector", "sex")
    named = Participation.objects.filter(training=training).annotate(named=Value(1))
    heads = HeadCount.objects.filter(training=training).annotate(named=Value(0))
    rows = (
        named.values_list(*cut)
        .annotate(n=Count("pk"))
        .union(heads.values_list(*cut).annotate(n=Sum("count")), all=True)
    )
    return [Group(bool(row[0]), *row[1:]) for row in rows]


def trainers_of(
    training: Training, readable: PersonQuerySet | None = None
) -> QuerySet[TrainingTrainer]:
    """Its trainers, each with `named`: whether the name is among the readable ones."""
    rows = TrainingTrainer.objects.filter(training=training)
    named = (
        Value(True, output_field=BooleanField())
        if readable is None
        else Exists(readable.filter(pk=OuterRef("person")))
    )
    rows = rows.select_related("person", "member").annotate(named=named)
    return rows.order_by("-role", "pk")  # lead, co-trainer, assistant


def names_of(training: Training, viewer: Viewer) -> QuerySet[Participation]:
    """The named participants that a viewer may read, by name."""
    rows = participations_visible_to(viewer).filter(training=training)
    return rows.select_related("person", "member").order_by("person__name", "pk")


def history_of(training: Training) -> AuditQuerySet:
    """What happened to the record, newest first, with who did it."""
    lines: AuditQuerySet = AuditLine.objects.about("training", training.uuid)
    return lines.select_related("by__account__person")


def knows_trainers(viewer: Viewer, training: Training) -> bool:
    """Whoever opens a training knows who taught it, because they had a part in it.

    Except the project team and readers, who open all: they read the names only that
    they may read anyway.
    """
    if viewer.sees_everything or training.entered_by.account_id == viewer.account_id:
        return True
    mine = viewer.members_as(*KEEPS_RECORDS)
    if not mine.isdisjoint({training.host_id, training.lead_member_id}):
        return True
    return not viewer.is_project_team and not viewer.roles & READS


def waiting_for(viewer: Viewer) -> TrainingQuerySet:
    """Submitted records that wait for this viewer to verify or return them.

    Not those in which they had a hand: looked up by key for each that waits.
    """
    theirs = TrainingEditor.objects.filter(
        training=OuterRef("pk"), actor__account=viewer.account_id
    )
    rows = visible_to(viewer).waiting().filter(~Exists(theirs))
    theirs_to_confirm = Q(host__in=viewer.members_as(*COORDINATES))
    if viewer.is_project_team:
        theirs_to_confirm |= ~led_from_abroad_q()
    return rows.filter(theirs_to_confirm)


def of_those(
    people: PersonQuerySet,
    *,
    keys: Iterable[str] = (),
    uuids: Iterable[UUID] = (),
    part: str = "",
) -> PersonQuerySet:
    """Those of the readable persons with one of these name keys or uuids, or whose key
    holds a part; each with where they work (3 queries).
    """
    wanted = Q(key__in=set(keys) - {""}) | Q(uuid__in=set(uuids))
    if part:
        wanted |= Q(key__contains=part)
    found = people.filter(wanted).prefetch_related("affiliations__member")
    return found.order_by("name", "pk")


@dataclass(frozen=True)
class Offer:
    """A topic or an initiative that a form offers, and whether the training has it."""

    kind: str
    pk: int
    code: str
    names: dict[str, str]
    chosen: bool


def offered(training: Training | None) -> list[Offer]:
    """Topics and initiatives, in their order (1 query)."""
    cut = ("kind", "pk", "code", "names", "chosen", "place")
    has = Training.topics.through._base_manager.filter(
        training=training.pk if training else None, topic=OuterRef("pk")
    )
    topics = Topic.objects.annotate(
        kind=Value("topic"), chosen=Exists(has), place=F("position")
    )
    initiative = training.initiative_id if training else None
    others = Initiative.objects.annotate(
        kind=Value("initiative"),
        chosen=ExpressionWrapper(Q(pk=initiative or 0), BooleanField()),
        place=Value(0),
    )
    rows = topics.order_by().values_list(*cut).union(others.values_list(*cut), all=True)
    ordered = sorted(rows, key=lambda row: (row[5], row[2]))
    return [Offer(row[0], row[1], row[2], row[3], bool(row[4])) for row in ordered]


@dataclass(frozen=True)
class Taking:
    """Somebody in a training, as its form shows them; `role` is empty for people."""

    order: int
    role: str
    person: int
    uuid: UUID
    name: str
    member: int | None
    days: Any
    sector: str
    sex: str
    pre_score: Any
    post_score: Any
    certificate: bool


def people_of(training: Training) -> list[Taking]:
    """Trainers and named participants, in the order entered (1 query)."""
    who = ("pk", "role", "person", "person__uuid", "person__name", "member", "days")
    what = ("sector", "sex", "pre_score", "post_score", "certificate")
    named = Participation.objects.filter(training=training).annotate(role=Value(""))
    taught = TrainingTrainer.objects.filter(training=training).annotate(
        sector=Value(""),
        sex=Value(""),
        pre_score=Value(None, output_field=DecimalField()),
        post_score=Value(None, output_field=DecimalField()),
        certificate=Value(False, output_field=BooleanField()),
    )
    rows = named.values_list(*who, *what).union(
        taught.values_list(*who, *what), all=True
    )
    return sorted((Taking(*row) for row in rows), key=lambda row: row.order)


def head_counts_of(training: Training) -> QuerySet[HeadCount]:
    """Its head-counts, in the order entered."""
    return HeadCount.objects.filter(training=training).order_by("pk")


def acting_since(day: date) -> QuerySet[Any, Any]:
    """Keys of the persons who took part or taught on that day or later."""
    taught = TrainingTrainer.objects.filter(training__ends_on__gte=day)
    took_part = Participation.objects.filter(training__ends_on__gte=day)
    return took_part.order_by().values("person").union(taught.values("person"))


def scored_before(day: date) -> ParticipationQuerySet:
    """Rows with scores of known people, in trainings that ended before a day."""
    scored = Q(pre_score__isnull=False) | Q(post_score__isnull=False)
    rows: ParticipationQuerySet = Participation.objects.filter(
        scored, training__ends_on__lt=day, person__erased_at=None
    )
    return rows


def known_by_trainings_before(day: date, *others: type[Model]) -> PersonQuerySet:
    """Persons who took part in trainings that all ended before a day, and nothing else.

    No row of any table points to them, but for what describes them (`others`) and their
    participations: whoever taught, holds a seat, an award or an account, plays or played
    a role stays known. Tables that come later protect those to whom they point.
    """
    took_part = Participation.objects.filter(person=OuterRef("pk"))
    later = took_part.filter(training__ends_on__gte=day)
    people: PersonQuerySet = Person.objects.known()
    people = people.filter(Exists(took_part), ~Exists(later), account=None)
    allowed = {Participation, *others}
    for relation in Person._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel):
            continue
        if relation.related_model not in allowed:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{name: OuterRef("pk")})
            people = people.filter(~Exists(rows))
    return people


def recorded_as(viewer: Viewer, source: str, key: str) -> Training | None:
    """The record that came in with that key, if the viewer may open it."""
    rows = visible_to(viewer).newest().filter(source=source, source_key=key)
    found: Training | None = rows.first()
    return found
