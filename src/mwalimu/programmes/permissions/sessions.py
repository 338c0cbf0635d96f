"""Who opens the working pages of a session, sees its people, and takes attendance."""

from django.db.models import Q

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import Cohort, Session
from mwalimu.programmes.permissions.programmes import may_edit, sessions_visible_to
from mwalimu.programmes.querysets import DatedEventQuerySet

SEES_ITS_PEOPLE = COORDINATES | {Role.HEAD_OF_CUSTOMS}


def workspaces_visible_to(viewer: Viewer) -> DatedEventQuerySet:
    """Sessions whose working pages a viewer may open: the project team all.

    Host organisers those that their Member hosts; coordinators and heads of Customs
    those in which their Member takes part.
    """
    sessions = sessions_visible_to(viewer)
    if may_edit(viewer):
        return sessions
    own = viewer.members_as(*SEES_ITS_PEOPLE)
    hosted = Q(host__in=viewer.members_as(Role.HOST_ORGANISER))
    invited = Session.members.through.objects.filter(member__in=own).values("session")
    cohorts = Cohort.members.through.objects.filter(member__in=own).values("cohort")
    served = Session.cohorts.through.objects.filter(cohort__in=cohorts)
    return sessions.filter(
        hosted | Q(pk__in=invited) | Q(pk__in=served.values("session"))
    )


def may_take_attendance(viewer: Viewer, session: Session) -> bool:
    """The project team, and the host organisers of the Member that hosts the session."""
    return may_edit(viewer) or hosts(viewer, session)


def hosts(viewer: Viewer, session: Session) -> bool:
    """The viewer organises the session for the Member that hosts it."""
    return session.host_id in viewer.members_as(Role.HOST_ORGANISER)


def participants_visible_to(viewer: Viewer, session: Session) -> frozenset[int] | None:
    """The Members (primary keys) whose people at a session a viewer sees; None: all."""
    if may_take_attendance(viewer, session):
        return None
    return viewer.members_as(*SEES_ITS_PEOPLE)
