"""Attendance by day, so that exactly the reported head-count was there.

Only for sessions of which days and head-count are known: no other has any. Nearly
everybody is there on every day; single days and parts of days are dealt in the same
shares to every Member.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mwalimu.demo.plan.journeys.cohorts import Meeting
from mwalimu.demo.plan.journeys.reported import Reported, reported
from mwalimu.demo.plan.seating import (
    Journey,
    PlannedHolding,
    PlannedMark,
    PlannedMeeting,
    PlannedSeat,
)
from mwalimu.demo.plan.spread import Spread

Away = set[tuple[str, PlannedSeat]]
WHOLE = {"whole": 0.84, "part": 0.10, "excused": 0.06}
PRESENT = {"in person": "present", "online": "online"}
LONG, SHORT = 5, 3  # days: from LONG on a day may be missed, from SHORT on half a day


class WrongCount(Exception):
    """The tables do not give the head-count that the source reports."""


def attendance(
    meetings: Iterable[Meeting], journeys: Mapping[str, Journey], away: Away
) -> list[PlannedMeeting]:
    """Who was where on which day, in order of time. Raises WrongCount."""
    spread = Spread()
    known = reported()
    ordered = sorted(meetings, key=lambda meeting: known[meeting.key].days)
    return [_meeting(row, known[row.key], journeys, away, spread) for row in ordered]


def _meeting(
    meeting: Meeting,
    source: Reported,
    journeys: Mapping[str, Journey],
    away: Away,
    spread: Spread,
) -> PlannedMeeting:
    if source.people is None or not source.days:
        raise WrongCount(f"{meeting.key}: days or head-count are not known")
    marks: dict[str, list[PlannedMark]] = {}
    for held in expected(meeting, source.days[0], journeys):
        if held.person not in marks:
            excused = (meeting.key, held.seat) in away
            marks[held.person] = list(_marks(held, source, excused, spread))
    made = PlannedMeeting(
        key=meeting.key,
        cohorts=meeting.cohorts,
        days=source.days,
        reported=source.people,
        marks=tuple(mark for rows in marks.values() for mark in rows),
    )
    if len(made.there) != source.people:
        raise WrongCount(f"{meeting.key}: {len(made.there)}, not {source.people}")
    return made


def expected(
    meeting: Meeting, day: date, journeys: Mapping[str, Journey]
) -> list[PlannedHolding]:
    """Who holds a seat that the session serves on its first day."""
    return [
        row
        for cohort in meeting.cohorts
        for row in journeys[cohort].on(day)
        if (not meeting.topics or row.seat.topic in meeting.topics)
        and (not meeting.members or row.seat.member in meeting.members)
    ]


def _marks(
    held: PlannedHolding, source: Reported, excused: bool, spread: Spread
) -> Iterator[PlannedMark]:
    usual = PRESENT.get(source.mode, "")
    if not usual:  # in the room or on line, dealt alike to every Member
        usual = spread.deal(("mode", held.seat.member), {"present": 0.8, "online": 0.2})
    other = "" if excused else _other(held.seat.member, len(source.days), spread)
    turn = int(_turn(held.seat.member, len(source.days), spread))
    for number, day in enumerate(source.days):
        presence = "excused" if excused else usual
        if other and number == turn:
            presence = other
        yield PlannedMark(held.person, day, presence)


def _turn(member: str, days: int, spread: Spread) -> str:
    """Which day it is that was not a whole one."""
    return spread.deal(("day", member, days), {str(n): 1.0 for n in range(days)})


def _other(member: str, days: int, spread: Spread) -> str:
    """What is written of the one day that was not a whole one; mostly nothing."""
    if days < SHORT:
        return ""
    dealt = spread.deal(("whole", member), WHOLE)
    if dealt == "excused" and days < LONG:
        dealt = "part"
    return "" if dealt == "whole" else dealt
