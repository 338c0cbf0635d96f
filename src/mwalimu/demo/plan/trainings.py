"""The trainings that the plan invents: slots from the quotas, made into trainings.

Each seat leads trainings with exactly the people of its block's quota in every year,
at home or, in exchange for as many people, at another Member of its topic.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from mwalimu.demo.plan.calendar import LONG, SHORT, hours_of, modes, monday, span
from mwalimu.demo.plan.groups import Classroom, Course
from mwalimu.demo.plan.places import PLACES, common_language
from mwalimu.demo.plan.quotas import Block
from mwalimu.demo.plan.rows import PlannedAward, PlannedTrainer, PlannedTraining
from mwalimu.demo.plan.spread import Spread
from mwalimu.demo.plan.titles import title_for
from mwalimu.demo.plan.trainers import Staff

TEAMS = {"0": 0.15, "1": 0.45, "2": 0.3, "3": 0.1}  # co-trainers of a course
RARELY = {"no": 0.93, "yes": 0.07}


@dataclass(frozen=True)
class Slot:
    """A course to be given: how many people, when, where, on what, by which seat."""

    block: Block
    host: str
    topics: tuple[str, ...]
    year: int
    share: float  # of the year's people that are reached by its middle
    size: int
    seat: PlannedAward | None = None

    @property
    def home(self) -> str:
        """The Member whose trainers teach."""
        return self.seat.member if self.seat else self.host

    @property
    def guest(self) -> str:
        """The Member that sent the lead trainer from abroad, or nothing."""
        return self.home if self.home != self.host else ""


@dataclass
class Planner:
    """Turns slots into trainings."""

    staff: Staff
    classroom: Classroom
    spread: Spread = field(default_factory=Spread)
    made: int = 0

    def give(self, slot: Slot) -> PlannedTraining:
        """One training, with its team and its people."""
        self.made += 1
        week = monday(slot.year, slot.share)
        mode = self.spread.deal(("mode", slot.host, str(modes(week))), modes(week))
        lengths = SHORT if mode == "online" else LONG
        days = int(self.spread.deal(("days", slot.host, mode == "online"), lengths))
        starts, ends = span(week, days, self.staff.random)
        language = self.language(slot)
        trainers = self.team(slot, starts, days)
        course = Course(
            slot.block.code, slot.host, slot.guest, slot.year, days, slot.size
        )
        names, counts = self.classroom.seat(course)
        vague = not names and slot.year < 2020 and self.rarely(slot, "vague")
        towns = PLACES[slot.host].towns
        return PlannedTraining(
            key=f"demo-{self.made:05}",
            block=slot.block.code,
            seat=slot.seat.seat if slot.seat else "",
            holders=slot.block.led_by_holders,
            host=slot.host,
            topics=slot.topics,
            title=title_for(slot.topics, language, self.made),
            place="" if mode == "online" else self.staff.random.choice(towns),
            starts=starts.replace(day=1) if vague else starts,
            ends=starts.replace(day=1) if vague else ends,
            precision="month" if vague else "day",
            hours=None if self.rarely(slot, "hours") else hours_of(days, mode),
            mode=mode,
            language=language,
            initiative=slot.block.initiative,
            trainers=trainers,
            names=names,
            counts=counts,
        )

    def language(self, slot: Slot) -> str:
        """A language of the host, which a trainer from abroad speaks too."""
        if slot.guest:
            return common_language(slot.host, slot.guest)
        shares = PLACES[slot.host].languages
        return self.spread.deal(("language", slot.host), shares)

    def rarely(self, slot: Slot, what: str) -> bool:
        """Whether something happens that happens to seven courses in a hundred."""
        return self.spread.deal((what, slot.host), RARELY) == "yes"

    def team(self, slot: Slot, day: date, days: int) -> tuple[PlannedTrainer, ...]:
        """The lead trainer and up to three others; abroad, one of the host with them."""
        lead = self.lead(slot, day)
        helpers = [
            person for person in self.trainers(slot, slot.home, day) if person != lead
        ]
        wanted = int(self.spread.deal(("team", slot.host), TEAMS))
        chosen = self.staff.random.sample(helpers, min(len(helpers), wanted))
        team = [PlannedTrainer(lead, "lead", slot.home, days)]
        team += [
            PlannedTrainer(person, "co_trainer", slot.home, days) for person in chosen
        ]
        if slot.guest:
            local = self.staff.random.choice(self.trainers(slot, slot.host, day))
            team.append(PlannedTrainer(local, "co_trainer", slot.host, days))
        if slot.block.led_by_holders and self.rarely(slot, "assistant"):
            helper = self.staff.random.choice(self.staff.others[slot.host])
            team.append(PlannedTrainer(helper, "assistant", slot.host, 1))
        return tuple(team)

    def lead(self, slot: Slot, day: date) -> str:
        """The holder of the seat; a colleague after the holder has left."""
        able = self.trainers(slot, slot.home, day)
        if slot.seat and slot.seat.person in able:
            return slot.seat.person
        return self.staff.random.choice(able)

    def trainers(self, slot: Slot, member: str, day: date) -> list[str]:
        """Who can teach a course of that block for a Member on a day."""
        if not slot.block.led_by_holders:
            return self.staff.others[member]
        return self.staff.can_teach(slot.block.seats, slot.topics[0], member, day)


def trainings(staff: Staff, slots: Iterator[Slot]) -> list[PlannedTraining]:
    """All trainings, in the order in which they are put on record."""
    planner = Planner(staff, Classroom(staff))
    made = [planner.give(slot) for slot in slots]
    return sorted(made, key=lambda training: (training.recorded_on, training.key))
