"""The tables of cohorts, made into seats, holdings and attendance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from mwalimu.demo.plan.journeys.cohorts import (
    AWAY,
    FILLED,
    LATE,
    MEETINGS,
    REPLACED,
    WAYS,
    WITHDRAWN,
    Change,
    Way,
)
from mwalimu.demo.plan.journeys.there import attendance
from mwalimu.demo.plan.rows import PlannedAward
from mwalimu.demo.plan.seating import (
    Journey,
    PlannedHolding,
    PlannedMeeting,
    PlannedSeat,
)
from mwalimu.demo.plan.trainers import POSTS, Staff

DAY = timedelta(days=1)
AWARDED = dict[tuple[str, str, str, int], PlannedAward]


def make_journeys(
    staff: Staff, seed: int
) -> tuple[Staff, list[Journey], list[PlannedMeeting]]:
    """The ways of all cohorts; who was hired for them; who was at which session.

    The last holder of a seat is whoever has its award. A generator of its own keeps
    everybody else of the plan as they are.
    """
    others = Staff(Random(seed + 1), names=staff.names)
    awarded = {seat_of(row): row for row in staff.awards}
    journeys = [_journey(way, awarded, others) for way in WAYS]
    by_cohort = {journey.cohort: journey for journey in journeys}
    away = {
        (
            change.key,
            PlannedSeat(way.cohort, change.topic, change.member, change.number),
        )
        for way in WAYS
        for change in way.changes
        if change.what == AWAY
    }
    meetings = attendance(MEETINGS, by_cohort, away)
    return others, journeys, meetings


def seat_of(award: PlannedAward) -> tuple[str, str, str, int]:
    """Cohort, topic, Member and number of the seat of an award."""
    number = int(award.seat.rsplit("-", 1)[1])
    return award.cohort, award.topic, award.member, number


def _journey(way: Way, awarded: AWARDED, others: Staff) -> Journey:
    seats = tuple(_seats(way))
    holdings = [row for seat in seats for row in _holdings(way, seat, awarded, others)]
    holdings.sort(key=lambda row: (row.since, row.seat.code))
    return Journey(way.cohort, way.since, seats, tuple(holdings))


def _seats(way: Way) -> Iterator[PlannedSeat]:
    for topic in way.topics:
        for member in sorted(way.members):
            for number in range(1, way.each + way.more.get(member, 0) + 1):
                yield PlannedSeat(way.cohort, topic, member, number)


def _holdings(
    way: Way, seat: PlannedSeat, awarded: AWARDED, others: Staff
) -> list[PlannedHolding]:
    """Who held a seat one after another; the last one takes the award, if there is one."""
    rows = [PlannedHolding(seat, "", way.since)]
    for change in _of_seat(way, seat):
        assert change.on is not None
        if change.what == LATE:
            rows = [PlannedHolding(seat, "", change.on, "late", change.why)]
        elif change.what == WITHDRAWN:
            rows[-1] = replace(
                rows[-1], until=change.on, ended="withdrawn", why=change.why
            )
        elif change.what == REPLACED:
            last = change.on - DAY
            rows[-1] = replace(rows[-1], until=last, ended="replaced", why=change.why)
            rows.append(PlannedHolding(seat, "", change.on, "replacement"))
        elif change.what == FILLED:
            rows.append(PlannedHolding(seat, "", change.on, "replacement"))
    award = awarded.get((seat.cohort, seat.topic, seat.member, seat.number))
    if award:
        rows[-1] = replace(
            rows[-1], person=award.person, until=award.valid_from, ended="completed"
        )
    return [
        row if row.person else replace(row, person=_somebody(seat, number, others))
        for number, row in enumerate(rows, 1)
    ]


def _of_seat(way: Way, seat: PlannedSeat) -> Iterable[Change]:
    mine = (seat.topic, seat.member, seat.number)
    return [
        change
        for change in way.changes
        if (change.topic, change.member, change.number) == mine and change.what != AWAY
    ]


def _somebody(seat: PlannedSeat, number: int, others: Staff) -> str:
    """A person who holds a seat without an award in the end."""
    key = f"{seat.code.replace(' ', '-')}.{number}"
    return others.hire(seat.member, post=POSTS[seat.topic], key=key)
