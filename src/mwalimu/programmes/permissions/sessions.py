"""Who opens the working pages of a session, sees its people, and takes attendance."""

from django.db.models import Q, QuerySet

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import (
    CAME_AFTER_OTHERS,
    Cohort,
    Holding,
    Paper,
    Session,
    SessionGroup,
    SessionGuest,
)
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


def own_sessions(viewer: Viewer) -> DatedEventQuerySet:
    """Sessions at which the viewer is or was expected: by a seat, or as a guest.

    The same rule as `queries.seats.expected_at`, asked the other way round.
    """
    sessions = sessions_visible_to(viewer)
    if viewer.person_id is None:
        return sessions.none()
    return sessions.filter(expected_q(viewer.person_id))


def expected_q(person: int) -> Q:
    """Sessions at which a person (primary key) is expected: by a seat, or as a guest."""
    guest = SessionGuest.objects.filter(person=person)
    mine = Q(pk__in=guest.values("session"))
    held = Holding.objects.filter(person=person).select_related("seat")
    for holding in held:
        mine |= _expects(holding)
    return mine


def _expects(holding: Holding) -> Q:
    """Sessions at which whoever has this holding is expected."""
    seat, since = holding.seat, holding.since
    cohort = Session.cohorts.through.objects.filter(cohort=seat.cohort_id)
    groups = SessionGroup.members.through.objects.filter(member=seat.member_id)
    begun = Q(starts_on__gte=since)
    begun |= Q(starts_precision="month", starts_on__gte=since.replace(day=1))
    begun |= Q(starts_precision="year", starts_on__gte=since.replace(month=1, day=1))
    found = Q(pk__in=cohort.values("session")) & begun
    found &= Q(group=None) | Q(group__in=groups.values("sessiongroup"))
    named = Session.topics.through.objects.filter(
        topic__in=Cohort.topics.through.objects.filter(cohort=seat.cohort_id).values(
            "topic"
        )
    )
    own = named.filter(topic=seat.topic_id)
    found &= ~Q(pk__in=named.values("session")) | Q(pk__in=own.values("session"))
    if holding.until is not None:
        found &= Q(starts_on__lte=holding.until)
    if holding.began not in CAME_AFTER_OTHERS:
        found &= ~Q(kind=Session.Kind.CATCH_UP)
    return found


def papers_visible_to(viewer: Viewer) -> QuerySet[Paper]:
    """Papers that a viewer may read: the project team all, nobody else the team's own.

    The others read those of sessions on which they work, or to which they go.
    """
    papers = Paper.objects.all()
    if may_edit(viewer):
        return papers
    works = Q(session__in=workspaces_visible_to(viewer).values("pk"))
    goes = Q(session__in=own_sessions(viewer).values("pk"))
    return papers.filter(works | goes, seen_by=Paper.SeenBy.PARTICIPANTS)
