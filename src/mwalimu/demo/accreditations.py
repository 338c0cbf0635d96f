"""Synthetic accreditations, so that the board is not empty.

How many came to the workshops of 2022 is what the sources state: 17 on PCA, 13 on
valuation. Who they were, every result, mission, assessment and refresher is made up, and
the same for each Member: by the number of the seat, so that nothing can be compared. To
the workshop of June 2024 nobody is added: how many came to it was not found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mwalimu.accounts.models import Actor
from mwalimu.demo.records import World
from mwalimu.people.models import Person
from mwalimu.people.operations import actor_of
from mwalimu.qualification.models import Accreditation, ExpertWorkshop
from mwalimu.qualification.operations.accreditation import (
    Candidate,
    Entry,
    Expertise,
    MissionFacts,
    WorkshopFacts,
    assess_mission,
    conclude_mission,
    convert,
    hold_workshop,
    plan_mission,
    propose,
    screen,
)
from mwalimu.qualification.queries.accreditation.choosing import (
    accreditation_activities,
)
from mwalimu.qualification.queries.accreditation.found import all_fields, all_types

SYNTHETIC = "Synthetic: made for the demo."
RESULTS = {1: "passed", 2: "passed", 3: "repeat", 4: "failed"}  # by number of the seat
DAY = timedelta(days=1)
Seat = tuple[str, str, int]  # key of the person, Member, number


@dataclass(frozen=True)
class Guide:
    """Leads the demo's people along the path."""

    world: World
    by: Actor
    assessor: Person
    at: datetime

    def expertise(self, type_code: str, field_code: str) -> Expertise:
        """As what, in what."""
        types, fields = all_types(), all_fields()
        return Expertise(types.get(code=type_code), fields.get(code=field_code))

    def selected(
        self, seats: Iterable[Seat], expertise: Expertise, day: date
    ) -> dict[Seat, Accreditation]:
        """Proposed on a day and selected four weeks later."""
        found = self.proposed(seats, expertise, day)
        at = nine(day + 28 * DAY)
        screen(found.values(), selected=True, reason=SYNTHETIC, by=self.by, at=at)
        return found

    def proposed(
        self, seats: Iterable[Seat], expertise: Expertise, day: date
    ) -> dict[Seat, Accreditation]:
        """Proposed on a day."""
        chosen = list(seats)
        people = [
            Candidate(self.world.people[key], self.world.members[member])
            for key, member, _ in chosen
        ]
        made = propose(people, expertise, reason=SYNTHETIC, by=self.by, at=nine(day))
        return dict(zip(chosen, made, strict=True))

    def workshop(
        self,
        title: str,
        rows: dict[Seat, Accreditation],
        starts: date,
        kind: str = ExpertWorkshop.Kind.ACCREDITATION,
    ) -> ExpertWorkshop:
        """Five days; results by number of the seat, where the days are over."""
        ends = starts + 4 * DAY
        over = ends < self.at.date()
        known = accreditation_activities().filter(starts_on=starts).first()
        facts = WorkshopFacts(
            kind=kind, title=title, starts_on=starts, ends_on=ends, activity=known
        )
        entries = [
            Entry(row, RESULTS[number] if over else "")
            for (_, _, number), row in rows.items()
        ]
        at = nine(ends + DAY) if over else self.at
        return hold_workshop(
            facts, entries, reason=SYNTHETIC if over else "", by=self.by, at=at
        )

    def refresher(
        self, title: str, rows: Sequence[Accreditation], day: date
    ) -> ExpertWorkshop:
        """One day, online."""
        kind = ExpertWorkshop.Kind.REFRESHER
        facts = WorkshopFacts(kind=kind, title=title, starts_on=day, ends_on=day)
        entries = [Entry(row, "came") for row in rows]
        return hold_workshop(
            facts, entries, reason=SYNTHETIC, by=self.by, at=nine(day + DAY)
        )

    def mission(self, row: Accreditation, host: str, starts: date) -> None:
        """Planned a month before; assessed and concluded once it is over."""
        ends = starts + 4 * DAY
        facts = MissionFacts(
            host=self.world.members[host],
            starts_on=starts,
            ends_on=ends,
            assessors=[self.assessor],
            purpose="Synthetic mission of the demo",
        )
        planned = min(nine(starts - 30 * DAY), self.at)
        mission = plan_mission(row, facts, by=self.by, at=planned)
        if ends + 30 * DAY > self.at.date():
            return  # still to come, or waiting for the assessor
        assess_mission(
            mission,
            assessor=self.assessor,
            result="passed",
            remarks=SYNTHETIC,
            by=actor_of(self.assessor),
            at=nine(ends + 3 * DAY),
        )
        conclude_mission(row, result="passed", by=self.by, at=nine(ends + 9 * DAY))


def lead_experts(
    world: World, who: dict[str, Person], *, by: Actor, at: datetime
) -> None:
    """Advisors on PCA, trainers on valuation, and people in every phase of others."""
    guide = Guide(world, by, who["assessor"], at)
    _advisors(guide)
    _trainers(guide)
    _origin(guide)
    _classification(guide)


def seats(world: World, prefix: str, most: int = 0) -> list[Seat]:
    """Who holds the seats of a cohort and topic at last, by number, then Member."""
    found = []
    for key in world.people:
        member, _, number = key.removeprefix(prefix).rpartition("-")
        if key.startswith(prefix) and number.isdecimal():  # 2.1 held it before 2
            found.append((key, member.rpartition("-")[2], int(number)))
    found.sort(key=lambda seat: (seat[2], seat[1]))
    return found[:most] if most else found


def nine(day: date) -> datetime:
    """Nine in the morning, UTC."""
    return datetime.combine(day, time(9), UTC)


def _of(rows: dict[Seat, Accreditation], number: int) -> list[Accreditation]:
    return [row for (_, _, seat), row in rows.items() if seat == number]


def _advisors(guide: Guide) -> None:
    """17 of the 18 Master Trainers of East Africa on PCA."""
    rows = guide.selected(
        seats(guide.world, "EA-PCA-PCA-", 17),
        guide.expertise("TOA", "PCA"),
        date(2022, 2, 1),
    )
    title = "Accreditation workshop on PCA (synthetic results)"
    guide.workshop(title, rows, date(2022, 5, 16))
    for row in _of(rows, 1):
        guide.mission(row, "ZM", date(2023, 3, 6))
    accredited = _of(rows, 1)
    title = "Refresher on PCA, online (synthetic participants)"
    guide.refresher(title, accredited, date(2023, 10, 18))
    for row in _of(rows, 2):
        guide.mission(row, "ZM", guide.at.date() - 20 * DAY)
    convert(
        accredited[0],
        guide.expertise("ET", "PCA"),
        day=date(2024, 9, 2),
        reason=SYNTHETIC,
        by=guide.by,
        at=nine(date(2024, 9, 2)),
    )


def _trainers(guide: Guide) -> None:
    """13 of the 15 Master Trainers of Southern Africa on valuation."""
    rows = guide.selected(
        seats(guide.world, "SA-CV-CV-", 13),
        guide.expertise("ET", "CV"),
        date(2022, 1, 10),
    )
    title = "Accreditation workshop on valuation (synthetic results)"
    guide.workshop(title, rows, date(2022, 4, 4))
    for row in _of(rows, 1):
        guide.mission(row, "KE", date(2022, 11, 7))


def _origin(guide: Guide) -> None:
    """Proposed, selected and registered, a Member each; none of 2024."""
    expertise, today = guide.expertise("ET", "ROO"), guide.at.date()
    found = seats(guide.world, "RoO-")
    first = [seat for seat in found if seat[2] == 1]
    guide.proposed(first[:7], expertise, today - 20 * DAY)
    guide.selected(first[7:14], expertise, today - 60 * DAY)
    coming = guide.selected(first[14:21], expertise, today - 90 * DAY)
    title = "Accreditation workshop on origin (synthetic, to come)"
    guide.workshop(title, coming, today + 60 * DAY)


def _classification(guide: Guide) -> None:
    """A seat each in East Africa: pre-accredited, with a mission to come."""
    found = [seat for seat in seats(guide.world, "EA-HS-HS-") if seat[2] == 1]
    today = guide.at.date()
    expertise = guide.expertise("ET", "HS")
    rows = guide.selected(found, expertise, today - 200 * DAY)
    title = "Accreditation workshop on the HS (synthetic results)"
    guide.workshop(title, rows, today - 100 * DAY)
    for row in rows.values():
        guide.mission(row, "MW", today + 40 * DAY)
