"""Who is looking, and what they may see. The default is closed.

A `Viewer` is built once per request. Every package answers "what may this viewer see"
in its own `permissions.py`, always from a Viewer.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from mwalimu.people.models import (
    DERIVED_ROLES,
    Affiliation,
    Person,
    Role,
    RoleAssignment,
)
from mwalimu.people.querysets import PersonQuerySet

KEEPS_RECORDS = frozenset(
    {Role.COORDINATOR, Role.DEPUTY_COORDINATOR, Role.REGISTRAR, Role.HEAD_OF_CUSTOMS}
)
COORDINATES = frozenset({Role.COORDINATOR, Role.DEPUTY_COORDINATOR})
IN_THE_FIELD = frozenset({Role.MASTER_TRAINER, Role.CANDIDATE, Role.ASSESSOR})


@dataclass(frozen=True)
class Grant:
    """A role, and the Member (primary key) for which it is played, if any."""

    role: str
    member_id: int | None = None


@dataclass(frozen=True)
class Viewer:
    """Whoever looks at a page: nobody in particular (the public), or an account."""

    account_id: int | None = None
    person_id: int | None = None
    grants: frozenset[Grant] = field(default_factory=frozenset)
    sees_everything: bool = False  # commands run by the operator of the instance

    @property
    def roles(self) -> frozenset[str]:
        """The names of all roles that the viewer plays."""
        return frozenset(grant.role for grant in self.grants)

    @property
    def is_project_team(self) -> bool:
        """The viewer runs the programme."""
        return self.sees_everything or Role.PROJECT_TEAM in self.roles

    @property
    def is_signed_in(self) -> bool:
        """The viewer is known."""
        return self.account_id is not None or self.sees_everything

    @property
    def works_in_the_field(self) -> bool:
        """The viewer only takes part: as WG member, Master Trainer or assessor."""
        return bool(self.roles) and self.roles <= IN_THE_FIELD

    def members_as(self, *roles: str) -> frozenset[int]:
        """Primary keys of the Members for which the viewer plays one of the roles."""
        return frozenset(
            grant.member_id
            for grant in self.grants
            if grant.role in roles and grant.member_id is not None
        )


PUBLIC = Viewer()
OPERATOR = Viewer(sees_everything=True)


GIVEN_BY_ADMINISTRATION = frozenset(
    {Role.DEPUTY_COORDINATOR, Role.REGISTRAR, Role.HOST_ORGANISER}
)
GIVES_ROLES = frozenset({Role.COORDINATOR, Role.HEAD_OF_CUSTOMS})


def names_visible_to(viewer: Viewer, *also: QuerySet[Any, Any]) -> Q:
    """Persons whose names a viewer may read.

    A name belongs to the person's administration: its own people read it. The project
    team reads the names of those who act in the programme: they play a role or have an
    account. `also`: what a package above adds for the team, as primary keys of persons;
    Master Trainers and working-group members are known there.

    Everything is put together as one set of keys: an OR reads every person there is.
    """
    if viewer.sees_everything:
        return Q()
    parts: list[QuerySet[Any, Any]] = []
    if members := viewer.members_as(*KEEPS_RECORDS):
        own = Affiliation.objects.filter(member__in=members)
        parts.append(own.values("person"))
    if viewer.is_project_team:
        acting = RoleAssignment.objects.values("person")
        holders = Person.objects.filter(account__gt=0)  # not null, by the index
        parts += [acting, holders.values("pk"), *also]
    own_key = [] if viewer.person_id is None else [viewer.person_id]
    themselves = Person.objects.filter(pk__in=own_key).values("pk")
    return Q(pk__in=themselves.union(*parts) if parts else themselves)


def visible_to(viewer: Viewer) -> PersonQuerySet:
    """Persons that a viewer may open."""
    people: PersonQuerySet = Person.objects.known()
    if not viewer.is_signed_in:
        return people.none()
    return people.filter(names_visible_to(viewer))


def may_give_role(viewer: Viewer, role: str, member_id: int | None) -> bool:
    """Who assigns, hands over and ends a role.

    The project team: every role. Head of Customs and coordinator: registrar, deputy and
    host organiser of their own Member.
    """
    if viewer.is_project_team:
        return True
    own = viewer.members_as(*GIVES_ROLES)
    return role in GIVEN_BY_ADMINISTRATION and member_id in own


def roles_to_give(viewer: Viewer) -> tuple[str, ...]:
    """The roles that a viewer may give to somebody, in the order of `Role`."""
    if viewer.is_project_team:
        return tuple(role for role in Role.values if role not in DERIVED_ROLES)
    if viewer.members_as(*GIVES_ROLES):
        return tuple(role for role in Role.values if role in GIVEN_BY_ADMINISTRATION)
    return ()


def may_invite(viewer: Viewer, person: Person) -> bool:
    """Who opens and closes a person's account: the project team, for anybody.

    Head of Customs and coordinator: for those who work in their own administration and
    play no role that only the project team gives.
    """
    if viewer.is_project_team:
        return True
    own = viewer.members_as(*GIVES_ROLES)
    work = person.affiliations.all()
    if not any(row.member_id in own and row.until is None for row in work):
        return False
    return all(row.role in GIVEN_BY_ADMINISTRATION for row in person.roles.all())


def may_edit(viewer: Viewer, person: Person) -> bool:
    """Who corrects the record of a person: the record keepers of an administration in
    which they work or worked, and the project team for those it may read.
    """
    if viewer.sees_everything:
        return True
    keeps = viewer.members_as(*COORDINATES, Role.REGISTRAR)
    if viewer.is_project_team:
        return True
    return any(row.member_id in keeps for row in person.affiliations.all())


def may_erase(viewer: Viewer, person: Person) -> bool:
    """Who forgets a person on request: the project team, and the coordinator of the
    administration to which the name belongs, for people without a role.
    """
    if viewer.is_project_team:
        return True
    own = viewer.members_as(*COORDINATES)
    members = {row.member_id for row in person.affiliations.all()}
    return bool(own and members) and members <= own and not person.roles.all()
