"""What is arranged for one person: for themselves."""

from datetime import datetime
from typing import Any

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.logistics import KEPT, NOT_NEEDED, OPEN
from mwalimu.programmes.models import Arrangement, Mode, Session
from mwalimu.programmes.querysets import ArrangementQuerySet


def own_arrangements(viewer: Viewer, session: Session) -> list[Arrangement]:
    """The viewer's own row, step by step; steps without a row stand as they are meant.

    Nothing for a session online: nobody travels there. One query.
    """
    if session.mode == Mode.ONLINE or viewer.person_id is None:
        return []
    rows = Arrangement.objects.filter(session=session, person=viewer.person_id)
    kept = {row.step: row for row in rows}
    state = NOT_NEEDED if session.is_cancelled else OPEN
    return [kept.get(step) or Arrangement(step=step, state=state) for step in KEPT]


def arrangements_over(at: datetime) -> ArrangementQuerySet:
    """What was arranged for sessions that ended before an instant."""
    rows: ArrangementQuerySet = Arrangement.objects.over_before(at)
    return rows


def logistics_held(person: Person) -> list[dict[str, Any]]:
    """What is arranged for a person, for themselves, as plain data."""
    rows = Arrangement.objects.filter(person=person).select_related("session")
    return [
        {
            "session": str(row.session.uuid),
            "step": row.step,
            "state": row.state,
            "day": row.day and row.day.isoformat(),
            "hour": row.hour and row.hour.isoformat("minutes"),
            "until": row.until and row.until.isoformat(),
            "note": row.note,
            "set_at": row.set_at.isoformat(),
        }
        for row in rows.order_by("session__starts_on", "pk")
    ]
