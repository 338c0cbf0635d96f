"""What is on at a session, for those who work on it and those who take part."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    AgendaItem,
    Paper,
    Session,
    SessionDay,
    SessionExpert,
)
from mwalimu.programmes.permissions import papers_visible_to


@dataclass(frozen=True)
class AgendaDay:
    """A day with its lines, the earliest first."""

    day: SessionDay
    items: tuple[AgendaItem, ...]


def agenda_of(session: Session) -> list[AgendaDay]:
    """Every day of a session with its lines, in two queries."""
    days = session.days.prefetch_related("agenda")
    return [AgendaDay(day, tuple(day.agenda.all())) for day in days]


def has_agenda(session: Session) -> bool:
    """Whether anything is on the agenda of any day."""
    return AgendaItem.objects.filter(day__session=session).exists()


def item_at(session: Session, uuid: UUID) -> AgendaItem | None:
    """A line of the agenda of a session."""
    rows = AgendaItem.objects.filter(day__session=session, uuid=uuid)
    return rows.select_related("day__session").first()


def papers_for(viewer: Viewer, session: Session) -> list[Paper]:
    """The papers of a session that a viewer may read."""
    rows = papers_visible_to(viewer).filter(session=session)
    return list(rows.select_related("file"))


def papers_of_participants(session: Session) -> list[Paper]:
    """The papers that those who take part read, for a page that only they open."""
    rows = session.papers.filter(seen_by=Paper.SeenBy.PARTICIPANTS)
    return list(rows.select_related("file"))


def paper_at(viewer: Viewer, session: Session, uuid: UUID) -> Paper | None:
    """A paper of a session, if the viewer may read it."""
    rows = papers_visible_to(viewer).filter(session=session, uuid=uuid)
    return rows.select_related("file", "session").first()


def experts_of(session: Session) -> QuerySet[SessionExpert]:
    """Who teaches or advises at a session."""
    return session.experts.select_related("person")


def expert_at(session: Session, uuid: UUID) -> SessionExpert | None:
    """An expert of a session."""
    rows = session.experts.select_related("person", "session")
    return rows.filter(uuid=uuid).first()
