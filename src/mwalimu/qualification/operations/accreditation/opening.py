"""Beginning a path: proposals, and accreditations that are older than this record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person
from mwalimu.qualification.engine.accreditation import Phase, StepKind
from mwalimu.qualification.models import Accreditation, ExpertField, ExpertType
from mwalimu.qualification.operations.accreditation.ledger import Ledger, Paper
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    require_team,
    why,
)
from mwalimu.reference.models import Member

FIRST_DAY = date(2000, 1, 1)  # ours: no accreditation of the sources is older than 2015


@dataclass(frozen=True)
class Candidate:
    """Whom to propose, and the Member whose officer they are."""

    person: Person
    member: Member


@dataclass(frozen=True)
class Expertise:
    """As what, and in which field where the type has fields."""

    type: ExpertType
    field: ExpertField | None = None


@transaction.atomic
def propose(
    candidates: Iterable[Candidate],
    expertise: Expertise,
    *,
    by: Actor,
    at: datetime,
    reason: str = "",
) -> list[Accreditation]:
    """Propose these people: all or none. Raises AccreditationRefused."""
    require_team(by, at)
    wanted = list(candidates)
    if not wanted:
        text = pgettext("refusal", "Tick at least one person.")
        raise AccreditationRefused("", text)
    check_expertise(expertise)
    check_people(wanted, expertise, by)
    words, ledger = why(reason, required=False), Ledger(by, at)
    made = [new_row(each, expertise, by, at) for each in wanted]
    for row in made:
        event = ledger.begin(row, kind=StepKind.PROPOSED, day=at.date())
        event.reason = words
    ledger.write()
    return made


@transaction.atomic
def take_over(
    candidate: Candidate,
    expertise: Expertise,
    *,
    phase: str,
    since: date,
    papers: Sequence[Paper],
    by: Actor,
    at: datetime,
    reason: str = "",
) -> Accreditation:
    """Put a pre-accreditation or accreditation on record that was given before.

    It rests on a document; the type need not be offered any more.
    """
    require_team(by, at)
    check_expertise(expertise, offered=False)
    check_people([candidate], expertise, by)
    if not FIRST_DAY <= since <= at.date():
        text = pgettext("refusal", "Write a day from %(first)s to today.")
        raise AccreditationRefused("since", text % {"first": FIRST_DAY.isoformat()})
    if phase not in (Phase.MISSION, Phase.ACCREDITED):
        text = pgettext(
            "refusal", "Only a pre-accreditation or an accreditation is taken over."
        )
        raise AccreditationRefused("phase", text)
    if not papers:
        text = pgettext("refusal", "Send the document that shows it.")
        raise AccreditationRefused("papers", text)
    words, ledger = why(reason, required=False), Ledger(by, at)
    row = new_row(candidate, expertise, by, at)
    event = ledger.begin(row, kind=StepKind.TAKEN_OVER, day=since, phase=Phase(phase))
    event.reason = words
    ledger.attach(event, papers)
    ledger.write()
    return row


def new_row(
    candidate: Candidate,
    expertise: Expertise,
    by: Actor,
    at: datetime,
    origin: Accreditation | None = None,
) -> Accreditation:
    """The row of a path that begins; its ledger stores it."""
    return Accreditation(
        person=candidate.person,
        member=candidate.member,
        type=expertise.type,
        field=expertise.field,
        origin=origin,
        opened_at=at,
        opened_by=by,
    )


def check_expertise(expertise: Expertise, *, offered: bool = True) -> None:
    """The type wants a field or wants none, and both are offered."""
    if expertise.type.per_field and expertise.field is None:
        text = pgettext("refusal", "This type of expert needs a field of expertise.")
        raise AccreditationRefused("field", text)
    if not expertise.type.per_field and expertise.field is not None:
        text = pgettext("refusal", "This type of expert has no field of expertise.")
        raise AccreditationRefused("field", text)
    chosen = [("type", expertise.type), ("field", expertise.field)]
    for place, row in chosen:
        if offered and row is not None and not row.offered:
            text = pgettext("refusal", "This is not offered any more.")
            raise AccreditationRefused(place, text)


def check_people(
    candidates: Sequence[Candidate], expertise: Expertise, by: Actor
) -> None:
    """Nobody proposes themselves, nobody runs on the same path twice.

    The people are locked: of two who propose the same one at once, the second is told.
    """
    people = [each.person for each in candidates]
    keys = [person.pk for person in people]
    locked = Person.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    list(locked.order_by("pk").values_list("pk"))
    for person in people:
        if person.erased_at is not None:
            text = pgettext("refusal", "This person was erased; the row is closed.")
            raise AccreditationRefused("person", text)
        if by.account_id is not None and person.account_id == by.account_id:
            text = pgettext("refusal", "Nobody decides on themselves.")
            raise AccreditationRefused("person", text)
    running = Accreditation.objects.running().filter(
        person__in=keys, type=expertise.type, field=expertise.field
    )
    taken = set(running.values_list("person", flat=True))
    twice = next((p for p in people if p.pk in taken or keys.count(p.pk) > 1), None)
    if twice is not None:
        text = pgettext("refusal", "%(name)s is on this path already.")
        raise AccreditationRefused("person", text % {"name": twice.name})
