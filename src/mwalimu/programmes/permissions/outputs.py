"""Who reads what came out of a working group, and who writes it.

Needs and the work plan are the group's: all who take part read them. An issue is its
administration's until it shares it, and the name behind a task is read by the project
team and the person's own administration.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import (
    Cohort,
    Holding,
    Session,
    SessionIssue,
    TrainingNeed,
    WorkItem,
)
from mwalimu.programmes.permissions.programmes import may_edit, sessions_visible_to
from mwalimu.programmes.permissions.sessions import (
    SEES_ITS_PEOPLE,
    own_sessions,
    workspaces_visible_to,
)
from mwalimu.programmes.querysets import DatedEventQuerySet, WorkItemQuerySet


def outputs_open_to(viewer: Viewer) -> DatedEventQuerySet:
    """Sessions whose outputs a viewer may read: those on which they work or to which
    they go, or went.
    """
    sessions = sessions_visible_to(viewer)
    if may_edit(viewer):
        return sessions
    works = Q(pk__in=workspaces_visible_to(viewer).values("pk"))
    goes = Q(pk__in=own_sessions(viewer).values("pk"))
    return sessions.filter(works | goes)


def _open(viewer: Viewer, sessions: DatedEventQuerySet | None) -> QuerySet[Any, Any]:
    """Those sessions, asked for once where a page needs them several times."""
    known = outputs_open_to(viewer) if sessions is None else sessions
    return known.order_by().values("pk")


def issues_visible_to(
    viewer: Viewer, sessions: DatedEventQuerySet | None = None
) -> QuerySet[SessionIssue]:
    """Issues of the sessions that a viewer may open: their own, and shared ones."""
    issues = SessionIssue.objects.all()
    if may_edit(viewer):
        return issues
    own = Q(member__in=_members_of(viewer)) | Q(shared=True)
    return issues.filter(own, session__in=_open(viewer, sessions))


def needs_visible_to(
    viewer: Viewer, sessions: DatedEventQuerySet | None = None
) -> QuerySet[TrainingNeed]:
    """Needs of the sessions that a viewer may open."""
    needs = TrainingNeed.objects.all()
    if may_edit(viewer):
        return needs
    return needs.filter(session__in=_open(viewer, sessions))


def tasks_visible_to(
    viewer: Viewer, sessions: DatedEventQuerySet | None = None
) -> WorkItemQuerySet:
    """Tasks of the sessions that a viewer may open."""
    tasks: WorkItemQuerySet = WorkItem.objects.all()
    if may_edit(viewer):
        return tasks
    return tasks.filter(session__in=_open(viewer, sessions))


def _members_of(viewer: Viewer) -> frozenset[int]:
    """The Members whose issues a viewer reads, shared or not."""
    return viewer.members_as(*SEES_ITS_PEOPLE, Role.CANDIDATE)


@dataclass(frozen=True)
class Contribution:
    """What of a session's outputs a viewer writes: `team` all; else for `members`."""

    team: bool = False
    members: frozenset[int] = frozenset()
    person: int | None = None
    reads_names_of: frozenset[int] = frozenset()

    def writes_issue(self, member: int) -> bool:
        """Adds and changes issues of that Member."""
        return self.team or member in self.members

    def follows_up(self, item: WorkItem) -> bool:
        """Says how far a task is: its owners, and the team."""
        mine = self.person is not None and item.person_id == self.person
        return self.team or mine or item.member_id in self.members

    def reads_name(self, item: WorkItem) -> bool:
        """Reads who of a Member owns a task."""
        mine = self.person is not None and item.person_id == self.person
        return self.team or mine or item.member_id in self.reads_names_of


def contribution(viewer: Viewer, session: Session, on: date) -> Contribution:
    """What a viewer writes of the outputs of a session on a day.

    Coordinators and deputies for their own Member, where it takes part; WG members for
    the Member whose seat of these cohorts they hold. Two queries, none for the team.
    """
    if may_edit(viewer):
        return Contribution(team=True)
    if not viewer.is_signed_in:
        return Contribution()
    part = members_taking_part(session)
    own = viewer.members_as(*COORDINATES) & part
    if viewer.person_id is not None:
        cohorts = session.cohorts.order_by().values("pk")
        held = Holding.objects.on(on).filter(
            person=viewer.person_id, seat__cohort__in=cohorts
        )
        own |= frozenset(held.values_list("seat__member", flat=True))
    return Contribution(False, own, viewer.person_id, own | _members_of(viewer))


def members_taking_part(session: Session) -> frozenset[int]:
    """Primary keys of the Members of a session and of its cohorts. One query."""
    invited = Session.members.through.objects.filter(session=session.pk)
    cohorts = session.cohorts.order_by().values("pk")
    served = Cohort.members.through.objects.filter(cohort__in=cohorts)
    rows = invited.values_list("member", flat=True).union(
        served.values_list("member", flat=True)
    )
    return frozenset(rows)
