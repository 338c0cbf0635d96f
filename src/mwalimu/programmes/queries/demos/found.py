"""Slots, minutes, and the people to choose from."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from mwalimu.people.models import Person, Role, RoleAssignment
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    DemoSlot,
    Holding,
    PanelMember,
    PanelMinutes,
    Session,
)
from mwalimu.programmes.permissions.demos import (
    minutes_visible_to,
    slots_visible_to,
)

AROUND = ("candidate", "topic", "session__programme")


def slot_at(viewer: Viewer, uuid: UUID) -> DemoSlot | None:
    """A slot whose place in the schedule the viewer may see."""
    rows = slots_visible_to(viewer).filter(uuid=uuid)
    return rows.select_related(*AROUND).first()


def minutes_at(viewer: Viewer, uuid: UUID) -> PanelMinutes | None:
    """Minutes that the viewer may read."""
    rows = minutes_visible_to(viewer).filter(uuid=uuid)
    return rows.select_related("session__programme", "corrects", "pdf").first()


def minutes_of(session: Session, viewer: Viewer) -> QuerySet[PanelMinutes]:
    """The minutes of a session that the viewer may read, the newest first."""
    rows = minutes_visible_to(viewer).filter(session=session)
    return rows.prefetch_related("panel__person", "results").order_by("-pk")


def minutes_to_sign(viewer: Viewer) -> QuerySet[PanelMinutes]:
    """Closed minutes that wait for the viewer's own signature."""
    waiting = PanelMember.objects.filter(person__in=[viewer.person_id], signed_at=None)
    rows = minutes_visible_to(viewer).exclude(closed_at=None)
    mine = rows.filter(pk__in=waiting.values("minutes"))
    return mine.select_related("session__programme").order_by("closed_at", "pk")


def candidates_for(session: Session, on: date) -> list[Holding]:
    """Who may teach: the holders of the session's seats on that day, by Member."""
    cohorts = session.cohorts.order_by().values("pk")
    rows = Holding.objects.on(on).filter(seat__cohort__in=cohorts)
    return list(
        rows.select_related("person", "seat__member", "seat__topic").order_by(
            "seat__topic__position", "seat__member__code", "seat__number", "pk"
        )
    )


def assessors_at(on: date) -> list[Person]:
    """Who may be named to score: assessors and the project team of that day."""
    roles = RoleAssignment.objects.valid_on(on).filter(
        role__in=[Role.ASSESSOR, Role.PROJECT_TEAM]
    )
    people = Person.objects.known().filter(pk__in=roles.values("person"))
    return list(people.exclude(account=None).order_by("name", "pk"))


def panel_choices(on: date) -> list[Person]:
    """Who may sit on a panel: the same, because each signs with their own sign-in."""
    return assessors_at(on)
