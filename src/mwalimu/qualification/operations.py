"""Deciding and ending awards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Award
from mwalimu.qualification.permissions import may_award
from mwalimu.qualification.signals import award_decided, award_ended
from mwalimu.reference.models import Member, Topic

FIRST_DAY = date(2015, 1, 1)  # the Memorandum of Cooperation; no award is older


class AwardRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class AwardEntry:
    """An award to be decided."""

    person: Person
    topic: Topic
    member: Member
    valid_from: date
    cohort: Cohort | None = None


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
    _require_may_award(by, at)
    for entry in wanted:
        _check(entry, by, at)
    _check_open(wanted)
    awards = Award.objects.bulk_create(
        [
            Award(
                person=entry.person,
                topic=entry.topic,
                member=entry.member,
                cohort=entry.cohort,
                valid_from=entry.valid_from,
                decided_at=at,
                decided_by=by,
            )
            for entry in wanted
        ],
        batch_size=1000,
    )
    lines = ((row.uuid, _summary(row)) for row in awards)
    record_many("award", "award", lines, by=by, at=at)
    if awards:
        award_decided.send(Award, awards=awards, at=at)
    return awards


def _summary(row: Award) -> dict[str, str]:
    return {
        "person": str(row.person.uuid),
        "topic": row.topic.code,
        "member": row.member.code,
        "valid_from": row.valid_from.isoformat(),
    }


def _require_may_award(by: Actor, at: datetime) -> None:
    if not may_award(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team records and ends awards.")
        raise AwardRefused("", text)


def _check(entry: AwardEntry, by: Actor, at: datetime) -> None:
    if by.account_id is not None and entry.person.account_id == by.account_id:
        raise AwardRefused("person", pgettext("refusal", "Nobody awards themselves."))
    if entry.person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise AwardRefused("person", text)
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


@transaction.atomic
def end_award(
    row: Award, *, ended_on: date, reason: str, by: Actor, at: datetime
) -> Award:
    """The award holds no longer from that day on; the row stays. Raises AwardRefused."""
    _require_may_award(by, at)
    if row.ended_on is not None:
        raise AwardRefused(
            "ended_on", pgettext("refusal", "This award has ended already.")
        )
    if not row.valid_from <= ended_on <= at.date():
        text = pgettext("refusal", "Write a day from %(first)s to today.")
        raise AwardRefused("ended_on", text % {"first": row.valid_from.isoformat()})
    if not reason.strip():
        raise AwardRefused("reason", pgettext("refusal", "Say why it ends."))
    row.ended_on = ended_on
    row.end_reason = reason.strip()[:2000]
    row.save(update_fields=["ended_on", "end_reason"])
    after = {"ended_on": ended_on.isoformat()}
    record("end_award", "award", row.uuid, by=by, at=at, after=after)
    award_ended.send(Award, awards=[row], at=at)
    return row
