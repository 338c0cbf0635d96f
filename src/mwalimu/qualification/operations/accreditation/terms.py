"""Suspending, resuming, withdrawing, ending, converting; taking the last step back."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.qualification.engine.accreditation import Phase, StepKind
from mwalimu.qualification.models import Accreditation, AccreditationEvent
from mwalimu.qualification.operations.accreditation.ledger import (
    Ledger,
    Paper,
    opened,
)
from mwalimu.qualification.operations.accreditation.opening import (
    Candidate,
    Expertise,
    check_expertise,
    check_people,
    new_row,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    why,
)

PLAIN = {
    "suspend": StepKind.SUSPENDED,
    "resume": StepKind.RESUMED,
    "withdraw": StepKind.WITHDRAWN,
    "end": StepKind.ENDED,
}


@transaction.atomic
def change_terms(
    row: Accreditation,
    *,
    verb: str,
    day: date,
    reason: str,
    by: Actor,
    at: datetime,
    papers: tuple[Paper, ...] = (),
) -> AccreditationEvent:
    """`suspend`, `resume`, `withdraw` (the person or their administration) or `end`."""
    ledger = opened([row], by, at)
    event = ledger.add(row, PLAIN[verb], day=day, reason=why(reason))
    ledger.attach(event, papers)
    ledger.write()
    return event


@transaction.atomic
def take_back(
    row: Accreditation, *, number: int, reason: str, by: Actor, at: datetime
) -> AccreditationEvent:
    """Take the last step back, which has that number: entered by mistake.

    Both stay in the history. Raises AccreditationRefused, also where the person is on a
    new path of the same kind meanwhile.
    """
    ledger = opened([row], by, at)
    undone = row.events.filter(number=number, undone_by=None).first()
    if undone is None:
        text = pgettext(
            "refusal", "Only the last step is taken back, and it is another one by now."
        )
        raise AccreditationRefused("", text)
    words = why(reason)
    event = ledger.add(
        row, StepKind.TAKEN_BACK, day=at.date(), reason=words, undoes=undone
    )
    try:
        with transaction.atomic():
            ledger.write()
    except IntegrityError:
        text = pgettext("refusal", "%(name)s is on this path already.")
        name = {"name": ledger.rows[row.pk].person.name}
        raise AccreditationRefused("", text % name) from None
    return event


@transaction.atomic
def convert(
    row: Accreditation,
    expertise: Expertise,
    *,
    day: date,
    reason: str,
    by: Actor,
    at: datetime,
    papers: tuple[Paper, ...] = (),
) -> Accreditation:
    """The person is an expert of another type or field from that day on.

    The phase that was reached is kept, and so is the history: the old path closes and
    points to the new one.
    """
    ledger = opened([row], by, at)
    old = ledger.rows[row.pk]
    check_expertise(expertise)
    if (old.type_id, old.field_id) == (
        expertise.type.pk,
        expertise.field.pk if expertise.field else None,
    ):
        text = pgettext("refusal", "It is of this type and field already.")
        raise AccreditationRefused("type", text)
    candidate = Candidate(old.person, old.member)
    check_people([candidate], expertise, by)
    words = why(reason)
    phase = Phase(old.phase)
    closing = ledger.add(row, StepKind.CONVERTED_TO, day=day, reason=words)
    new = new_row(candidate, expertise, by, at, origin=old)
    opening = _opening(ledger, new, day, phase, old)
    opening.reason, closing.other = words, new
    ledger.attach(closing, papers)
    ledger.write()
    return new


def _opening(
    ledger: Ledger, new: Accreditation, day: date, phase: Phase, old: Accreditation
) -> AccreditationEvent:
    event = ledger.begin(new, kind=StepKind.CONVERTED_FROM, day=day, phase=phase)
    event.other = old
    return event
