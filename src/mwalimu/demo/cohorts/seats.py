"""What happened in the cohorts, done through the operations of that day.

Seats are planned and filled, change hands and are left; attendance is taken day by day
in the sessions of which days and head-count are known, and in no other.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from mwalimu.accounts.models import Actor
from mwalimu.demo.cohorts.steps import (
    AFTERNOON,
    EVENING,
    MORNING,
    Act,
    Step,
    instant,
)
from mwalimu.demo.plan.rows import Plan
from mwalimu.demo.plan.seating import (
    Journey,
    PlannedHolding,
    PlannedMark,
    PlannedMeeting,
    PlannedSeat,
)
from mwalimu.demo.records import World
from mwalimu.programmes.models import Holding, Seat, Session, SessionDay
from mwalimu.programmes.operations import (
    SeatPlan,
    begin_holding,
    complete,
    plan_seats,
    replace,
    withdraw,
)
from mwalimu.programmes.operations.sessions import Mark, plan_days, take_attendance
from mwalimu.programmes.queries.codes import cohorts_by_code

SEATS_WORK, DAY_WORK = 20, 2  # as much as so many trainings


@dataclass
class Secretariat:
    """Leads the cohorts of a plan. `by` is the project team."""

    world: World
    by: Actor
    seats: dict[PlannedSeat, Seat] = field(default_factory=dict)
    held: dict[PlannedSeat, Holding] = field(default_factory=dict)

    def steps(self, plan: Plan) -> Iterator[Step]:
        """Everything that happened in the cohorts, each at its instant."""
        for journey in plan.journeys:
            yield instant(journey.since, MORNING), SEATS_WORK, self.planning(journey)
            yield from self.changes(journey)
        for meeting in plan.meetings:
            yield instant(meeting.days[0], MORNING), 1, self.meeting(meeting)
            by_day = defaultdict(list)
            for mark in meeting.marks:
                by_day[mark.day].append(mark)
            for day, marks in by_day.items():
                taking = self.attendance(meeting.key, day, marks)
                yield instant(day, AFTERNOON), DAY_WORK, taking

    def planning(self, journey: Journey) -> Act:
        """The seats of a cohort."""

        def act(at: datetime) -> None:
            amounts: defaultdict[tuple[str, str], int] = defaultdict(int)
            for seat in journey.seats:
                amounts[seat.member, seat.topic] += 1
            lines = [
                SeatPlan(self.world.members[member], self.world.topics[topic], amount)
                for (member, topic), amount in amounts.items()
            ]
            cohort = cohorts_by_code()[journey.cohort]
            made = plan_seats(cohort, plan=lines, by=self.by, at=at)
            found = {(row.member.code, row.topic.code, row.number): row for row in made}
            for seat in journey.seats:
                self.seats[seat] = found[seat.member, seat.topic, seat.number]

        return act

    def changes(self, journey: Journey) -> Iterator[Step]:
        """Who takes a seat, follows somebody in it, and leaves it."""
        before: dict[PlannedSeat, PlannedHolding] = {}
        for row in journey.holdings:
            last = before.get(row.seat)
            follows = last is not None and last.ended == "replaced"
            why = last.why if last and follows else ""
            yield instant(row.since, MORNING), 0, self.taking(row, why)
            if row.until and row.ended in ("withdrawn", "completed"):
                yield instant(row.until, EVENING), 0, self.leaving(row)
            before[row.seat] = row

    def taking(self, row: PlannedHolding, instead: str) -> Act:
        """A person takes a seat; `instead`: why whoever held it is replaced."""

        def act(at: datetime) -> None:
            person, on = self.world.people[row.person], row.since
            if instead:
                self.held[row.seat] = replace(
                    self.held[row.seat],
                    successor=person,
                    on=on,
                    reason=instead,
                    by=self.by,
                    at=at,
                )
            else:
                self.held[row.seat] = begin_holding(
                    self.seats[row.seat],
                    person=person,
                    since=on,
                    began=row.began,
                    note=row.note,
                    by=self.by,
                    at=at,
                )

        return act

    def leaving(self, row: PlannedHolding) -> Act:
        """A person leaves a seat, on the way or at its end."""

        def act(at: datetime) -> None:
            assert row.until is not None
            held = self.held[row.seat]
            if row.ended == "completed":
                complete(held, on=row.until, by=self.by, at=at)
            else:
                withdraw(held, on=row.until, reason=row.why, by=self.by, at=at)

        return act

    def meeting(self, meeting: PlannedMeeting) -> Act:
        """The days of a session are those that the source gives."""

        def act(at: datetime) -> None:
            session = Session.objects.get(source_key=meeting.key)
            plan_days(session, days=meeting.days, by=self.by, at=at)

        return act

    def attendance(self, key: str, day: date, marks: list[PlannedMark]) -> Act:
        """Who was there on a day."""

        def act(at: datetime) -> None:
            people = self.world.people
            take_attendance(
                SessionDay.objects.get(session__source_key=key, day=day),
                marks=[Mark(people[mark.person], mark.presence) for mark in marks],
                by=self.by,
                at=at,
            )

        return act
