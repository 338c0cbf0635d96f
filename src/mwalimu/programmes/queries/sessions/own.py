"""The sessions of one who takes part."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Session
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
