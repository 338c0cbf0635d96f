"""Recording awards. Their terms are changed in `terms`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Award, AwardEvent
from mwalimu.qualification.operations.history import note_events
from mwalimu.qualification.operations.numbers import number_awards
from mwalimu.qualification.operations.refusals import AwardRefused
from mwalimu.qualification.permissions import may_award
from mwalimu.qualification.signals import award_decided
from mwalimu.reference.models import Member, Topic

FIRST_DAY = date(2015, 1, 1)  # the Memorandum of Cooperation; no award is older


@dataclass(frozen=True)
class AwardEntry:
    """An award to be decided."""

    person: Person
    topic: Topic
    member: Member
    valid_from: date
    cohort: Cohort | None = None
    valid_until: date | None = None  # the last day, where the standard has one


def award(
    *,
    person: Person,
    topic: Topic,
    member: Member,
    valid_from: date,
    by: Actor,
    at: datetime,
    cohort: Cohort | None = None,
) -> Award:
    """The person is a Master Trainer of the topic from that day. Raises AwardRefused."""
    entry = AwardEntry(person, topic, member, valid_from, cohort)
    return award_many([entry], by=by, at=at)[0]


@transaction.atomic
def award_many(
    entries: Iterable[AwardEntry], *, by: Actor, at: datetime
) -> list[Award]:
    """Many awards with the same checks: all or none, announced once."""
    wanted = list(entries)
    require_may_award(by, at)
    for entry in wanted:
        _check(entry, by, at)
    _check_open(wanted)
    numbers = number_awards((entry.topic, entry.valid_from.year) for entry in wanted)
    awards = Award.objects.bulk_create(
        [
            Award(
                number=number,
                person=entry.person,
                topic=entry.topic,
                member=entry.member,
                cohort=entry.cohort,
                valid_from=entry.valid_from,
                valid_until=entry.valid_until,
                decided_at=at,
                decided_by=by,
            )
            for entry, number in zip(wanted, numbers, strict=True)
        ],
        batch_size=1000,
    )
    lines = ((row.uuid, _summary(row)) for row in awards)
    record_many("award", "award", lines, by=by, at=at)
    days = ((row, row.valid_from) for row in awards)
    note_events(days, AwardEvent.Kind.AWARDED, by=by, at=at)
    if awards:
        award_decided.send(Award, awards=awards, at=at)
    return awards


def _summary(row: Award) -> dict[str, str]:
    return {
        "number": row.number or "",
        "person": str(row.person.uuid),
        "topic": row.topic.code,
        "member": row.member.code,
        "valid_from": row.valid_from.isoformat(),
    }


def require_may_award(by: Actor, at: datetime) -> None:
    """Raises AwardRefused for everybody but the project team."""
    if not may_award(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team records and ends awards.")
        raise AwardRefused("", text)


def _check(entry: AwardEntry, by: Actor, at: datetime) -> None:
    if by.account_id is not None and entry.person.account_id == by.account_id:
        raise AwardRefused("person", pgettext("refusal", "Nobody awards themselves."))
    if entry.person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise AwardRefused("person", text)
    if entry.valid_until and entry.valid_until < entry.valid_from:
        text = pgettext("refusal", "An award cannot end before it begins.")
        raise AwardRefused("valid_from", text)
    if not FIRST_DAY <= entry.valid_from <= at.date():
        text = pgettext("refusal", "Write a day from %(first)s to today.")
        raise AwardRefused("valid_from", text % {"first": FIRST_DAY.isoformat()})


def _check_open(entries: list[AwardEntry]) -> None:
    """One award at a time for a person and topic, also within the batch."""
    rows = Award.objects.filter(person__in={entry.person.pk for entry in entries})
    ends = {
        (person, topic): ended
        for person, topic, ended in rows.order_by("valid_from").values_list(
            "person", "topic", "ended_on"
        )
    }
    for entry in entries:
        pair = (entry.person.pk, entry.topic.pk)
        ended = ends.get(pair, date.min)
        if ended is None or ended > entry.valid_from:
            text = pgettext(
                "refusal", "This person holds the award for this topic already."
            )
            raise AwardRefused("topic", text)
        ends[pair] = None
