"""A cell of the attendance table: what is written, or the fields to write it."""

from typing import Any

from django import template

from mwalimu.programmes.models import Attendance
from mwalimu.programmes.queries.sessions.attendance import GridRow

register = template.Library()


@register.inclusion_tag("desk/sessions/grid_cell.html", takes_context=True)
def attendance_cell(
    context: template.Context, row: GridRow, mark: Attendance | None, number: int
) -> dict[str, Any]:
    """The cell of a person and a day; the day that is open shows fields.

    What was typed and refused is shown again.
    """
    opened = context.get("opened")
    editing = opened is not None and opened.number == number
    uuid, sent = row.participant.person.uuid, context.get("sent") or {}
    stored = (mark.presence, mark.note) if mark else ("", "")
    return {
        "mark": mark,
        "editing": editing,
        "may_take": context.get("may_take"),
        "row": row,
        "day": opened.day.day if opened else None,
        "states": context.get("states"),
        "presence": sent.get(f"presence-{uuid}", stored[0]),
        "note": sent.get(f"note-{uuid}", stored[1]),
    }
