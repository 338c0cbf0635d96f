"""One session, issue, need or task, if the viewer may read it."""

from typing import Any
from uuid import UUID

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Session,
    SessionIssue,
    TrainingNeed,
    WorkItem,
)
from mwalimu.programmes.permissions import (
    issues_visible_to,
    needs_visible_to,
    outputs_open_to,
    tasks_visible_to,
)


def outputs_session_at(viewer: Viewer, uuid: UUID) -> Session | None:
    """A session whose outputs the viewer may read."""
    rows = outputs_open_to(viewer).select_related("programme", "host", "group")
    found: Session | None = rows.filter(uuid=uuid).first()
    return found


def issue_at(viewer: Viewer, session: Session, uuid: UUID) -> SessionIssue | None:
    """An issue of a session."""
    rows = issues_visible_to(viewer).select_related("session__host", "member")
    return rows.filter(session=session, uuid=uuid).first()


def need_at(viewer: Viewer, session: Session, uuid: UUID) -> TrainingNeed | None:
    """A need of a session."""
    rows = needs_visible_to(viewer).select_related("session__host", "topic")
    return rows.filter(session=session, uuid=uuid).first()


def task_at(viewer: Viewer, session: Session, uuid: UUID) -> WorkItem | None:
    """A task of a session."""
    rows = tasks_visible_to(viewer).select_related("session__host", "member", "person")
    found: WorkItem | None = rows.filter(session=session, uuid=uuid).first()
    return found


def tasks_held(person: Person) -> list[dict[str, Any]]:
    """The tasks that a person owns, for themselves, as plain data."""
    rows = WorkItem.objects.filter(person=person).select_related("session", "member")
    return [
        {
            "session": str(row.session.uuid),
            "task": row.text,
            "member": row.member and row.member.code,
            "due_on": row.due_on and row.due_on.isoformat(),
            "state": row.state,
            "closed_on": row.closed_on and row.closed_on.isoformat(),
        }
        for row in rows.order_by("pk")
    ]
