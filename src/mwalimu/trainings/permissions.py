"""Who may see a training and its people, and who may do what to it.

Pages and operations ask the same predicates. A predicate takes the viewer (the roles),
the actor (who enters and decides; None for the public) and the training.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, KEEPS_RECORDS, Viewer
from mwalimu.trainings.models import (
    EDITABLE,
    Participation,
    Status,
    Training,
    TrainingEditor,
    TrainingMember,
    TrainingTrainer,
)
from mwalimu.trainings.querysets import (
    ParticipationQuerySet,
    TrainingQuerySet,
    settled_q,
)

RECORDS = (*COORDINATES, Role.REGISTRAR)
READS = frozenset({Role.READER, Role.REGIONAL_OFFICE})


def visible_to(viewer: Viewer) -> TrainingQuerySet:
    """Versions of trainings that a viewer may open.

    The project team: all. Readers: what counts, what waits, what was voided, no draft.
    An administration: what its Member hosts, leads or sends people to. A trainer: what
    they taught. Everybody: what they entered themselves. The public: none.
    """
    return _visible(
        viewer, Actor.objects.filter(account=viewer.account_id).values("pk")
    )


def visible_in_lists(viewer: Viewer) -> TrainingQuerySet:
    """The same, after one query for the viewer's actor.

    With its key at hand PostgreSQL knows that few rows of a long list are theirs.
    """
    if viewer.is_project_team or not viewer.is_signed_in:
        return visible_to(viewer)
    actors = Actor.objects.filter(account=viewer.account_id).values_list("pk")
    return _visible(viewer, [pk for (pk,) in actors])


def _visible(viewer: Viewer, actors: Any) -> TrainingQuerySet:
    trainings: TrainingQuerySet = Training.objects.all()
    if viewer.is_project_team:
        return trainings
    if not viewer.is_signed_in:
        return trainings.none()
    allowed = Q(pk__in=_own(viewer, actors))
    if viewer.roles & READS:
        allowed |= settled_q()
    return trainings.filter(allowed)


def _own(viewer: Viewer, actors: Any) -> QuerySet[Any]:
    """Keys of what the viewer's Members had a part in, of what they taught or entered.

    One union and no alternatives, so that a database finds them by its indexes.
    """
    entered_by_them = Training.objects.filter(entered_by__in=actors)
    parts: list[QuerySet[Any, Any]] = []
    if viewer.person_id is not None:
        taught = TrainingTrainer.objects.filter(person=viewer.person_id)
        parts.append(taught.values("training"))
    members = viewer.members_as(*KEEPS_RECORDS)
    if members:
        concerned = TrainingMember.objects.filter(member__in=members)
        parts.append(concerned.values("training"))
    return entered_by_them.order_by().values("pk").union(*parts)


def participations_visible_to(viewer: Viewer) -> ParticipationQuerySet:
    """Named rows that a viewer may read; everybody else sees counts only.

    A name belongs to the person's administration. Whoever taught or entered the
    training knows its people anyway, and everybody may read their own row.
    """
    rows: ParticipationQuerySet = Participation.objects.all()
    if viewer.sees_everything:
        return rows
    if not viewer.is_signed_in:
        return rows.none()
    allowed = Q(member__in=viewer.members_as(*KEEPS_RECORDS))
    allowed |= Q(training__entered_by__account=viewer.account_id)
    if viewer.person_id is not None:
        taught = TrainingTrainer.objects.filter(person=viewer.person_id)
        allowed |= Q(training__in=taught.values("training"))
        allowed |= Q(person=viewer.person_id)
    return rows.filter(allowed)


class Action(StrEnum):
    """What can be done to a record."""

    EDIT = "edit"
    SUBMIT = "submit"
    VERIFY = "verify"
    RETURN = "return"
    CORRECT = "correct"
    DROP = "drop"
    VOID = "void"


STATUSES: dict[Action, tuple[Status, ...]] = {
    Action.EDIT: EDITABLE,
    Action.SUBMIT: EDITABLE,
    Action.VERIFY: (Status.SUBMITTED,),
    Action.RETURN: (Status.SUBMITTED,),
    Action.CORRECT: (Status.VERIFIED,),
    Action.DROP: EDITABLE,
    Action.VOID: (
        Status.DRAFT,
        Status.RETURNED,
        Status.SUBMITTED,
        Status.VERIFIED,
    ),
}


WITH_EDITORS = Prefetch("editors", TrainingEditor.objects.select_related("actor"))


def entered(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """The actor entered or edited this version, directly or through an import.

    Pages that only look have no actor: the viewer's account tells as well. Reads the
    editors, unless they were fetched with the training (`WITH_EDITORS`).
    """
    hands = [row.actor for row in training.editors.all()]
    return overlap(viewer, [] if actor is None else actor.answerable, hands)


def overlap(viewer: Viewer, actors: Iterable[Actor], hands: Iterable[Actor]) -> bool:
    """One of the hands is one of the actors, or belongs to the viewer's account."""
    keys = {actor.pk for actor in actors}
    return any(
        hand.pk in keys
        or (viewer.account_id is not None and hand.account_id == viewer.account_id)
        for hand in hands
    )


def keeps_its_records(viewer: Viewer, _actor: Actor | None, training: Training) -> bool:
    """The viewer enters records for the host, or for the lead trainer's Member."""
    own = viewer.members_as(*RECORDS)
    return viewer.sees_everything or not own.isdisjoint(
        {training.host_id, training.lead_member_id}
    )


def confirms(viewer: Viewer, _actor: Actor | None, training: Training) -> bool:
    """The viewer may say that it took place.

    The host's coordinator or deputy; where nobody came from abroad to lead it, the
    project team as well.
    """
    if viewer.sees_everything or training.host_id in viewer.members_as(*COORDINATES):
        return True
    return viewer.is_project_team and not training.led_from_abroad


def looks_after(viewer: Viewer, _actor: Actor | None, training: Training) -> bool:
    """The viewer answers for the record as a whole: host's coordinator, or the team."""
    return viewer.is_project_team or training.host_id in viewer.members_as(*COORDINATES)


def may_edit(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """A draft or a returned record, by those who entered it or keep its records."""
    return training.editable and (
        entered(viewer, actor, training) or keeps_its_records(viewer, actor, training)
    )


def may_submit(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """Whoever may edit may hand in."""
    return may_edit(viewer, actor, training)


def may_verify(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """A submitted record, by somebody who may confirm it and never had a hand in it."""
    return (
        training.latest
        and training.status == Status.SUBMITTED
        and confirms(viewer, actor, training)
        and not entered(viewer, actor, training)
    )


def may_return(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """A submitted record, by those who look after it."""
    return (
        training.latest
        and training.status == Status.SUBMITTED
        and looks_after(viewer, actor, training)
    )


def may_correct(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """A verified record, by those who may edit drafts of it, or the project team."""
    return (
        training.latest
        and training.status == Status.VERIFIED
        and (
            entered(viewer, actor, training)
            or keeps_its_records(viewer, actor, training)
            or viewer.is_project_team
        )
    )


def may_drop(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """A correction that was not handed in: the verified version stands as it is."""
    return training.version > 1 and may_edit(viewer, actor, training)


def may_void(viewer: Viewer, actor: Actor | None, training: Training) -> bool:
    """Those who look after it; a first draft also by those who may edit it."""
    if not training.latest or training.status == Status.VOIDED:
        return False
    first_draft = training.version == 1 and may_edit(viewer, actor, training)
    return first_draft or looks_after(viewer, actor, training)


PREDICATES: dict[Action, Callable[[Viewer, Actor | None, Training], bool]] = {
    Action.EDIT: may_edit,
    Action.SUBMIT: may_submit,
    Action.VERIFY: may_verify,
    Action.RETURN: may_return,
    Action.CORRECT: may_correct,
    Action.DROP: may_drop,
    Action.VOID: may_void,
}


def actions(
    viewer: Viewer, actor: Actor | None, training: Training
) -> frozenset[Action]:
    """Everything that may be done now (1 query for the editors)."""
    prefetch_related_objects([training], WITH_EDITORS)
    return frozenset(
        action for action, may in PREDICATES.items() if may(viewer, actor, training)
    )


def may_record(
    viewer: Viewer, *, host: int, trainers: frozenset[int], members: frozenset[int]
) -> bool:
    """Who may enter a training with that host, trainers (persons) and their Members.

    The project team, record keepers of the host or of a trainer's Member, and the
    trainers themselves.
    """
    if viewer.is_project_team or viewer.person_id in trainers:
        return True
    return not viewer.members_as(*RECORDS).isdisjoint({host} | members)
