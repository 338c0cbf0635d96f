"""The sessions of one who takes part."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Attendance,
    Invitation,
    Session,
    SessionExpert,
    SessionGuest,
)
from mwalimu.programmes.permissions import own_sessions


@dataclass(frozen=True)
class OwnSessions:
    """What is to come, the nearest first, and what is past, the latest first."""

    coming: tuple[Session, ...]
    past: tuple[Session, ...]


def sessions_of(viewer: Viewer, today: date) -> OwnSessions:
    """The viewer's own sessions. Two queries: their seats, their sessions."""
    rows = own_sessions(viewer).select_related("programme", "host")
    found = list(rows.order_by("starts_on", "pk"))
    coming = [row for row in found if (row.ends_on or row.starts_on) >= today]
    past = [row for row in found if row not in coming]
    return OwnSessions(tuple(coming), tuple(reversed(past)))


def own_session(viewer: Viewer, uuid: UUID) -> Session | None:
    """A session at which the viewer is or was expected."""
    rows = own_sessions(viewer).select_related("programme", "host", "group")
    found: Session | None = rows.filter(uuid=uuid).first()
    return found


def sessions_held(person: Person) -> dict[str, list[dict[str, Any]]]:
    """What sessions hold on a person, for themselves, as plain data."""
    marks = Attendance.objects.filter(person=person).select_related("day__session")
    asked = Invitation.objects.filter(person=person).select_related("session")
    guest = SessionGuest.objects.filter(person=person).select_related("session")
    expert = SessionExpert.objects.filter(person=person).select_related("session")
    return {
        "attendance": [
            {
                "session": str(row.day.session.uuid),
                "day": row.day.day.isoformat(),
                "presence": row.presence,
                "note": row.note,
            }
            for row in marks.order_by("day__day")
        ],
        "invitations": [
            {
                "session": str(row.session.uuid),
                "state": row.state,
                "sent_at": row.sent_at and row.sent_at.isoformat(),
                "answered_at": row.answered_at and row.answered_at.isoformat(),
                "answer": row.answer,
            }
            for row in asked.order_by("pk")
        ],
        "guest": [
            {"session": str(row.session.uuid), "reason": row.reason}
            for row in guest.order_by("pk")
        ],
        "expert": [
            {
                "session": str(row.session.uuid),
                "organisation": row.organisation,
                "part": row.part,
            }
            for row in expert.order_by("pk")
        ],
    }
