"""How many seats each Member has in a cohort, by topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Cohort, Seat
from mwalimu.programmes.operations.seats.refusals import (
    SeatRefused,
    require_may_run_seats,
)
from mwalimu.reference.models import Member, Topic

MOST = 20  # of one Member in one topic; practice is 2 to 4


@dataclass(frozen=True)
class SeatPlan:
    """So many seats of a Member in a topic."""

    member: Member
    topic: Topic
    seats: int


@transaction.atomic
def plan_seats(
    cohort: Cohort, *, plan: Iterable[SeatPlan], by: Actor, at: datetime
) -> list[Seat]:
    """Set how many seats the Members of `plan` have; the others stay as they are.

    New seats are added after the last; surplus seats that nobody ever held are dropped
    from the end. Returns the seats of the Members and topics in `plan`. Raises
    SeatRefused, and then nothing is planned.
    """
    require_may_run_seats(by, at)
    lines = list(plan)
    members = set(cohort.members.values_list("pk", flat=True))
    topics = set(cohort.topics.values_list("pk", flat=True))
    planned = []
    for line in lines:
        _check(line, members, topics)
        planned += _plan_one(cohort, line, by, at)
    return planned


def _check(line: SeatPlan, members: set[int], topics: set[int]) -> None:
    if line.member.pk not in members:
        text = pgettext(
            "refusal", "%(member)s is not in this cohort: add it to the cohort first."
        )
        raise SeatRefused("member", text % {"member": line.member.code})
    if line.topic.pk not in topics:
        text = pgettext(
            "refusal", "%(topic)s is no topic of this cohort: add it to it first."
        )
        raise SeatRefused("topic", text % {"topic": line.topic.code})
    if not 0 <= line.seats <= MOST:
        text = pgettext("refusal", "Write a number of seats from 0 to %(most)d.")
        raise SeatRefused("seats", text % {"most": MOST})


def _plan_one(cohort: Cohort, line: SeatPlan, by: Actor, at: datetime) -> list[Seat]:
    found = Seat.objects.filter(cohort=cohort, member=line.member, topic=line.topic)
    present = list(found.order_by("number"))
    before = len(present)
    for seat in reversed(present[line.seats :]):
        _drop(seat)
    kept = present[: line.seats]
    last = kept[-1].number if kept else 0
    added = Seat.objects.bulk_create(
        Seat(cohort=cohort, member=line.member, topic=line.topic, number=last + step)
        for step in range(1, line.seats - len(kept) + 1)
    )
    if before != line.seats:
        key = {"member": line.member.code, "topic": line.topic.code}
        record(
            "plan_seats",
            "cohort",
            cohort.uuid,
            by=by,
            at=at,
            before={**key, "seats": before},
            after={**key, "seats": line.seats},
        )
    return kept + added


def _drop(seat: Seat) -> None:
    if seat.holdings.exists():
        text = pgettext(
            "refusal",
            "Seat %(number)d of %(member)s in %(topic)s is or was held: it stays.",
        )
        values = {
            "number": seat.number,
            "member": seat.member.code,
            "topic": seat.topic.code,
        }
        raise SeatRefused("seats", text % values)
    seat.delete()
