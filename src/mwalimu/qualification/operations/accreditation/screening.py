"""Pre-screening: who is selected for a workshop, many people at once."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.qualification.engine.accreditation import StepKind
from mwalimu.qualification.models import Accreditation, AccreditationEvent
from mwalimu.qualification.operations.accreditation.ledger import opened
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    why,
)


@transaction.atomic
def screen(
    rows: Iterable[Accreditation],
    *,
    selected: bool,
    by: Actor,
    at: datetime,
    day: date | None = None,
    reason: str = "",
) -> list[AccreditationEvent]:
    """Decide on many people: all or none. Who is not selected is told a reason."""
    wanted = list(rows)
    if not wanted:
        text = pgettext("refusal", "Tick at least one person.")
        raise AccreditationRefused("", text)
    ledger = opened(wanted, by, at)
    words = why(reason, required=not selected)
    kind = StepKind.SELECTED if selected else StepKind.NOT_SELECTED
    for row in wanted:
        ledger.add(row, kind, day=day or at.date(), reason=words)
    return ledger.write()
