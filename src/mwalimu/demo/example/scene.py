"""What everything about the example needs: who is there, and what day it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mwalimu.accounts.models import Actor
from mwalimu.demo.plan.example import EACH, MEMBERS, holder
from mwalimu.demo.records import World
from mwalimu.people.models import Person
from mwalimu.people.operations import actor_of
from mwalimu.programmes.models import Session, SessionDay
from mwalimu.programmes.operations.sessions import Mark, plan_days, take_attendance
from mwalimu.typesetting.pdf import Document, minutes

HOURS = (time(9), time(17))
SPECIMEN = "SPECIMEN: synthetic data, no real letter"


@dataclass(frozen=True)
class Scene:
    """The world, the demo's project team, and the instant that is now."""

    world: World
    by: Actor
    at: datetime

    def day(self, days: int) -> date:
        """So many days from today; before it where negative."""
        return self.at.date() + timedelta(days=days)

    def week(self, days: int) -> list[date]:
        """Monday to Friday of the week in which that day is."""
        some = self.day(days)
        monday = some - timedelta(days=some.weekday())
        return [monday + timedelta(days=number) for number in range(5)]

    def then(self, days: int, hour: int = 10) -> datetime:
        """An hour of that day, UTC; never later than now."""
        return min(datetime.combine(self.day(days), time(hour), UTC), self.at)

    def on(self, day: date, hour: int = 10) -> datetime:
        """An hour of a day, UTC; never later than now."""
        return min(datetime.combine(day, time(hour), UTC), self.at)

    def person(self, key: str) -> Person:
        """Somebody, by the key of the plan or the first part of their address."""
        return self.world.people[key]

    def actor(self, key: str) -> Actor:
        """The same as somebody who acts."""
        return actor_of(self.person(key))

    def holders(self, cohort: str) -> list[str]:
        """The keys of all who hold a seat of a cohort of the example."""
        return [
            holder(cohort, member, number)
            for member in MEMBERS
            for number in range(1, EACH + 1)
        ]

    def meet(self, session: Session, days: Sequence[date], planned: datetime) -> None:
        """The days and hours of a session."""
        plan_days(session, days=days, hours=HOURS, by=self.by, at=planned)

    def were_there(
        self, session: Session, day: date, marks: Mapping[str, str], at: datetime
    ) -> None:
        """Attendance of a day, by key of the person."""
        row = SessionDay.objects.get(session=session, day=day)
        written = [Mark(self.person(key), presence) for key, presence in marks.items()]
        take_attendance(row, marks=written, by=self.by, at=at)

    def held(
        self, session: Session, days: Sequence[date], away: Iterable[str] = ()
    ) -> None:
        """A session in the past at which all were but those who were excused."""
        cohort = session.cohorts.get().code
        self.meet(session, days, self.on(days[0], 6))
        missing = set(away)
        for day in days:
            marks = {
                key: "excused" if key in missing else "present"
                for key in self.holders(cohort)
            }
            self.were_there(session, day, marks, self.on(day, 15))


def specimen(title: str, lines: Sequence[str], language: str = "en") -> bytes:
    """A PDF that stands for a scan, and says in itself that it is none."""
    return minutes(
        Document(
            title=title,
            subtitle=SPECIMEN,
            language=language,
            paragraphs=lines,
            note=SPECIMEN,
        )
    )
