"""Who is looking, and what they may see. The default is closed.

A `Viewer` is built once per request. Every package answers "what may this viewer see"
in its own `permissions.py`, always from a Viewer.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from mwalimu.people.models import Person, Role
from mwalimu.people.querysets import PersonQuerySet

KEEPS_RECORDS = frozenset(
    {Role.COORDINATOR, Role.DEPUTY_COORDINATOR, Role.REGISTRAR, Role.HEAD_OF_CUSTOMS}
)
COORDINATES = frozenset({Role.COORDINATOR, Role.DEPUTY_COORDINATOR})


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

    def members_as(self, *roles: str) -> frozenset[int]:
        """Primary keys of the Members for which the viewer plays one of the roles."""
        return frozenset(
            grant.member_id
            for grant in self.grants
            if grant.role in roles and grant.member_id is not None
        )


PUBLIC = Viewer()
OPERATOR = Viewer(sees_everything=True)


def names_visible_to(viewer: Viewer) -> Q:
    """Persons whose names a viewer may read.

    A name belongs to the person's administration: its own people read it. Names of
    Master Trainers and working-group members, which the project team reads too, are
    added by the packages that know who they are.
    """
    if viewer.sees_everything:
        return Q()
    own = Q(affiliations__member__in=viewer.members_as(*KEEPS_RECORDS))
    return own | Q(pk=viewer.person_id)


def visible_to(viewer: Viewer) -> PersonQuerySet:
    """Persons that a viewer may open."""
    people: PersonQuerySet = Person.objects.known()
    if not viewer.is_signed_in:
        return people.none()
    return people.filter(names_visible_to(viewer)).distinct()
