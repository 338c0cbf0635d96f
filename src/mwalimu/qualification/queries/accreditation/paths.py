"""Where accreditations stand: by their steps, or by what their rows keep of them."""

from datetime import date

from mwalimu.qualification.engine.accreditation import (
    Phase,
    Progress,
    Step,
    StepKind,
    Waiting,
    follow,
    waiting,
)
from mwalimu.qualification.models import Accreditation, AccreditationEvent


def step_of(event: AccreditationEvent) -> Step:
    """An event as the engine reads it; what is taken back is named by its number."""
    return Step(
        kind=StepKind(event.kind),
        day=event.day,
        number=event.number,
        phase=Phase(event.phase) if event.phase else None,
        until=event.until,
        asked=event.asked,
        undoes=event.undoes.number if event.undoes else None,
    )


def progress_of(row: Accreditation) -> Progress:
    """Where a path stands by its stored steps."""
    events = row.events.select_related("undoes").order_by("number")
    return follow(step_of(event) for event in events)


def kept_progress(row: Accreditation) -> Progress:
    """The same by what the row keeps: no query, and the last day is not known."""
    return Progress(
        Phase(row.phase),
        row.phase_since,
        row.phase_since,
        row.free_since or row.phase_since,
        booked_until=row.booked_until,
        asked=row.asked,
        assessed=row.assessed,
        pre_accredited_on=row.pre_accredited_on,
        accredited_on=row.accredited_on,
        refreshed_on=row.refreshed_on,
        suspended_on=row.suspended_on,
        closed_on=row.closed_on,
        closed_by=StepKind(row.closed_by) if row.closed_by else None,
    )


def waiting_of(row: Accreditation, on: date) -> Waiting:
    """What a path waits for on a day."""
    return waiting(kept_progress(row), row.refresher_due_on, on)
