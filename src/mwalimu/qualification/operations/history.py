"""Writing the history of awards."""

from collections.abc import Iterable
from datetime import date, datetime

from mwalimu.accounts.models import Actor
from mwalimu.qualification.models import Award, AwardEvent

MOST_WORDS = 2000


def note_events(
    lines: Iterable[tuple[Award, date]],
    kind: AwardEvent.Kind,
    *,
    by: Actor,
    at: datetime,
    reason: str = "",
    until: date | None = None,
) -> None:
    """One line of history for each award, in the caller's transaction."""
    AwardEvent.objects.bulk_create(
        (
            AwardEvent(
                award=award,
                kind=kind,
                day=day,
                until=until,
                reason=reason,
                at=at,
                by=by,
            )
            for award, day in lines
        ),
        batch_size=1000,
    )
