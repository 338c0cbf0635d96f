"""What sessions wait for: answers, scores, signatures."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from mwalimu.notices.queries.sources.cut import cut
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    DemoAssessor,
    DemoScore,
    Holding,
    Invitation,
    PanelMember,
    PanelMinutes,
    Session,
    SessionGuest,
)
from mwalimu.programmes.permissions import sessions_visible_to

Rows = list[QuerySet[Any, Any]]
FOUR_WEEKS = timedelta(days=28)
State = Invitation.State


def own(rows: QuerySet[Any], viewer: Viewer, person: str = "person") -> QuerySet[Any]:
    """Rows of the viewer themselves; of everybody for the operator."""
    if viewer.sees_everything:
        return rows
    return rows.filter(**{f"{person}__in": [viewer.person_id]})


def answer_invitation(viewer: Viewer, on: date) -> Rows:
    """Somebody is invited to a session that is to come, and has not answered."""
    serves = Session.cohorts.through.objects.filter(
        session=OuterRef(OuterRef("session"))
    )
    holds = Holding.objects.filter(
        Q(until=None) | Q(until__gte=OuterRef("session__starts_on")),
        person=OuterRef("person"),
        since__lte=OuterRef("session__starts_on"),
        seat__cohort__in=serves.values("cohort"),
    )
    sits_in = SessionGuest.objects.filter(
        session=OuterRef("session"), person=OuterRef("person")
    )
    rows = Invitation.objects.filter(
        Q(Exists(holds)) | Q(Exists(sits_in)),
        state=State.SENT,
        session__cancelled_at=None,
        session__starts_on__gte=on,
        session__in=_to_come(viewer, on).values("pk"),
    )
    columns = {"names": "session__title", "person": "person"}
    day = "session__starts_on"
    kind = "answer_invitation"
    return [cut(kind, own(rows, viewer), uuid="session__uuid", day=day, **columns)]


def _to_come(viewer: Viewer, on: date) -> QuerySet[Session]:
    return sessions_visible_to(viewer).filter(starts_on__gte=on, cancelled_at=None)


def answers_missing(viewer: Viewer, on: date) -> Rows:
    """A session begins within four weeks, and not everybody has answered."""
    open_still = Q(invitations__state__in=(State.SENT, State.TO_SEND))
    rows = _to_come(viewer, on).filter(starts_on__lte=on + FOUR_WEEKS)
    counted = rows.values("uuid").annotate(open=Count("invitations", open_still))
    columns = {"names": "title", "day": "starts_on", "number": "open"}
    return [cut("answers_missing", counted.filter(open__gt=0), uuid="uuid", **columns)]


def demo_to_score(viewer: Viewer, on: date) -> Rows:
    """A slot was taught, somebody is named to score it and has not."""
    given = DemoScore.objects.filter(slot=OuterRef("slot"), assessor=OuterRef("person"))
    closed = PanelMinutes.objects.filter(
        session=OuterRef("slot__session"), closed_at__isnull=False
    )
    rows = DemoAssessor.objects.annotate(
        taught_on=Coalesce(F("slot__day"), F("slot__session__starts_on"))
    ).filter(
        ~Exists(given),
        ~Exists(closed),
        taught_on__lte=on,
        slot__session__cancelled_at=None,
    )
    columns = {
        "uuid": "slot__uuid",
        "day": "taught_on",
        "names": "slot__session__title",
        "topic": "slot__topic",
        "person": "person",
    }
    return [cut("demo_to_score", own(rows, viewer), **columns)]


def minutes_to_sign(viewer: Viewer, _on: date) -> Rows:
    """The minutes of a panel are closed, and somebody of it has not signed."""
    rows = PanelMember.objects.filter(signed_at=None, minutes__closed_at__isnull=False)
    columns = {
        "uuid": "minutes__uuid",
        "day": "minutes__closed_at",
        "names": "minutes__session__title",
        "person": "person",
    }
    return [cut("minutes_to_sign", own(rows, viewer), **columns)]
