"""Projects, programmes, and the Members that join and leave them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Membership, Programme, Project
from mwalimu.programmes.operations.checks import (
    Problem,
    check_code,
    check_names,
    check_order,
    refuse_if,
)
from mwalimu.programmes.operations.write import dated, put
from mwalimu.reference.models import Initiative, Member, Partner, Region, Topic
from mwalimu.shared.dates import PartialDate


@dataclass(frozen=True)
class ProjectFacts:
    """What is known of a project; `names` holds a text per language."""

    code: str
    names: Mapping[str, str]
    started: PartialDate | None = None
    partners: tuple[Partner, ...] = ()


@dataclass(frozen=True)
class ProgrammeFacts:
    """What is known of a programme; an unknown date is None."""

    code: str
    names: Mapping[str, str]
    project: Project
    status: str
    summaries: Mapping[str, str] = field(default_factory=dict)
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    topics: tuple[Topic, ...] = ()
    regions: tuple[Region, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    partners: tuple[Partner, ...] = ()
    source: str = ""


@transaction.atomic
def create_project(*, facts: ProjectFacts, by: Actor, at: datetime) -> Project:
    """Open a project."""
    project = Project()
    _put_project(project, facts, by, at)
    return project


@transaction.atomic
def edit_project(
    project: Project, *, facts: ProjectFacts, by: Actor, at: datetime
) -> Project:
    """Change what is known of a project."""
    _put_project(project, facts, by, at)
    return project


def _put_project(
    project: Project, facts: ProjectFacts, by: Actor, at: datetime
) -> None:
    refuse_if([*check_code(facts.code, Project, project.pk), *check_names(facts.names)])
    put(
        project,
        {
            "code": facts.code,
            "names": dict(facts.names),
            **dated("started", facts.started),
        },
        {"partners": facts.partners},
        subject="project",
        by=by,
        at=at,
    )


@transaction.atomic
def create_programme(*, facts: ProgrammeFacts, by: Actor, at: datetime) -> Programme:
    """Open a programme. While it is being prepared, only the project team sees it."""
    programme = Programme()
    _put_programme(programme, facts, by, at)
    return programme


@transaction.atomic
def edit_programme(
    programme: Programme, *, facts: ProgrammeFacts, by: Actor, at: datetime
) -> Programme:
    """Change what is known of a programme, or where it stands."""
    _put_programme(programme, facts, by, at)
    return programme


def _put_programme(
    programme: Programme, facts: ProgrammeFacts, by: Actor, at: datetime
) -> None:
    refuse_if(
        [
            *check_code(facts.code, Programme, programme.pk),
            *check_names(facts.names),
            *check_order(facts.starts, facts.ends),
        ]
    )
    put(
        programme,
        {
            "code": facts.code,
            "names": dict(facts.names),
            "summaries": dict(facts.summaries),
            "project": facts.project,
            "status": facts.status,
            **dated("starts", facts.starts),
            **dated("ends", facts.ends),
            "source": facts.source,
        },
        {
            "topics": facts.topics,
            "regions": facts.regions,
            "initiatives": facts.initiatives,
            "partners": facts.partners,
        },
        subject="programme",
        by=by,
        at=at,
    )


@transaction.atomic
def join(
    programme: Programme,
    *,
    member: Member,
    by: Actor,
    at: datetime,
    joined: PartialDate | None = None,
    source: str = "",
) -> Membership:
    """A Member takes part from a date, as far as it is known."""
    present = Membership.objects.filter(programme=programme, member=member)
    refuse_if(
        Problem(
            "member",
            member.code,
            pgettext("problem", "This Member takes part already."),
        )
        for _ in present.filter(left_on=None)[:1]
    )
    membership = Membership(programme=programme, member=member)
    values = {**dated("joined", joined), "source": source}
    _put_membership(membership, values, by, at)
    return membership


@transaction.atomic
def leave(
    membership: Membership, *, left: PartialDate, by: Actor, at: datetime
) -> Membership:
    """A Member takes part no longer; that it did stays on record."""
    refuse_if(check_order(membership.joined, left, ("joined", "left")))
    _put_membership(membership, dated("left", left), by, at)
    return membership


@transaction.atomic
def correct_membership(
    membership: Membership,
    *,
    joined: PartialDate | None,
    left: PartialDate | None,
    source: str,
    by: Actor,
    at: datetime,
) -> Membership:
    """Put the dates of a membership right."""
    refuse_if(check_order(joined, left, ("joined", "left")))
    values = {**dated("joined", joined), **dated("left", left), "source": source}
    _put_membership(membership, values, by, at)
    return membership


def _put_membership(
    membership: Membership, values: Mapping[str, Any], by: Actor, at: datetime
) -> Iterable[str]:
    """The audit line of a membership names its programme, and the Member within."""
    new = membership.pk is None
    return put(
        membership,
        {**({"member": membership.member} if new else {}), **values},
        subject="membership",
        uuid=membership.programme.uuid,
        by=by,
        at=at,
    )
