"""Which courses there are to be given: the quotas, cut into courses of usual size."""

from collections.abc import Iterator

from mwalimu.demo.plan.places import common_language
from mwalimu.demo.plan.quotas import (
    BLOCKS,
    GEOINT_PEOPLE,
    GEOINT_YEAR,
    SEVERAL_PEOPLE,
    SEVERAL_YEAR,
    Block,
)
from mwalimu.demo.plan.rows import PlannedAward
from mwalimu.demo.plan.seats import EAST, PACIFIC, SOUTH, WEST, holders
from mwalimu.demo.plan.spread import EXCHANGE, GOLDEN, SMALLEST, sizes_of
from mwalimu.demo.plan.trainers import Staff
from mwalimu.demo.plan.trainings import Slot


def slots(staff: Staff) -> Iterator[Slot]:
    """All courses."""
    for block in BLOCKS:
        for year, per_seat in block.per_seat.items():
            if block.led_by_holders:
                yield from of_seats(block, year, per_seat, staff.seats[block.seats])
            else:
                yield from of_others(block, year, per_seat)
    yield from on_several_topics(staff)
    yield from geospatial()


def of_seats(
    block: Block, year: int, per_seat: int, seats: list[PlannedAward]
) -> Iterator[Slot]:
    """The same number of people for every seat."""
    abroad = exchanges(seats, year) if per_seat >= EXCHANGE + SMALLEST else {}
    for turn, seat in enumerate(seats):
        host = abroad.get(seat.seat, "")
        reached = 0
        for number, size in enumerate(sizes_of(per_seat, bool(host), turn + year)):
            share = (reached + size * within(turn)) / per_seat
            reached += size
            where = host if host and number == 0 else seat.member
            yield Slot(block, where, (seat.topic,), year, share, size, seat)


def within(turn: int) -> float:
    """Where in its part of the year a course falls: seats are spread evenly."""
    return (turn * GOLDEN) % 1


def exchanges(seats: list[PlannedAward], year: int) -> dict[str, str]:
    """By code of a seat, the Member where its holder teaches once this year.

    Members of a topic are paired, other pairs each year; each sends the holder of one
    seat, so that neither gains. Who shares no language with another stays at home.
    """
    found: dict[str, str] = {}
    for topic in sorted({seat.topic for seat in seats}):
        first: dict[str, PlannedAward] = {}
        for seat in seats:
            if seat.topic == topic and seat.ended_on is None:
                first.setdefault(seat.member, seat)
        members = sorted(first)
        turn = year % len(members)
        waiting = members[turn:] + members[:turn]
        while waiting:
            one = waiting.pop(0)
            other = next((m for m in waiting if common_language(one, m)), "")
            if other:
                waiting.remove(other)
                found |= {first[one].seat: other, first[other].seat: one}
    return found


def of_others(block: Block, year: int, per_seat: int) -> Iterator[Slot]:
    """One course by trainers without an award for each topic and Member with seats."""
    for topic, member, number in holders(block.seats):
        yield Slot(block, member, (topic,), year, 0.6, number * per_seat)


def on_several_topics(staff: Staff) -> Iterator[Slot]:
    """One course on two topics in each Member, the same size everywhere."""
    core = Block("several", "core", {})
    pacific = Block("several", "pacific", {}, initiative="SIE")
    pairs: list[tuple[Block, tuple[str, ...], tuple[str, str]]] = [
        (core, EAST, ("HS", "CV")),
        (core, SOUTH, ("CV", "ROO")),
        (core, WEST, ("RM", "ROO")),
        (pacific, PACIFIC, ("HS", "CV")),
    ]
    for block, members, topics in pairs:
        for member in sorted(members):
            seat = staff.holders(block.seats, topics[0], member)[0]
            yield Slot(block, member, topics, SEVERAL_YEAR, 0.8, SEVERAL_PEOPLE, seat)


def geospatial() -> Iterator[Slot]:
    """A first course by others in the five Members of the geospatial programme."""
    block = Block("geoint", "", {}, led_by_holders=False, initiative="FRAGILE")
    for member in sorted(set(WEST) - {"BF"}):
        yield Slot(block, member, ("GEOINT",), GEOINT_YEAR, 0.9, GEOINT_PEOPLE)
