"""A matter that needs somebody, who somebody is, and whether it reaches them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mwalimu.notices.engine.kinds import BY_CODE, Kind, Sort

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Label:
    """A Member, a cohort or a topic: its code and its names."""

    code: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """Something that needs somebody. `uuid` is the row that it is about.

    `day` is the last one, or since when it waits, as its kind says; `held` when it took
    place. `title` and `names` are what it is called, `detail` what somebody wrote about
    it: for pages, never for mails. `number` and `least` are what is counted. It reaches
    `person` and the `place` (primary keys); `away`: not the project team; `barred`: not
    these persons.
    """

    kind: str
    uuid: str
    day: date | None = None
    held: date | None = None
    title: str = ""
    detail: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    number: int = 0
    least: int = 0
    member: Label | None = None
    cohort: Label | None = None
    topic: Label | None = None
    person: int | None = None
    place: int | None = None
    away: bool = False
    barred: frozenset[int] = NOBODY

    @property
    def of(self) -> Kind:
        """Its kind."""
        return BY_CODE[self.kind]

    @property
    def subject(self) -> str:
        """What it is about: the same for two kinds that say the same thing."""
        parts = {
            "uuid": self.uuid,
            "member": self.member.code if self.member else "",
            "topic": self.topic.code if self.topic else "",
        }
        kind = self.of
        return ":".join([kind.about, *(parts[name] for name in kind.parts)])

    def urgent(self, on: date) -> bool:
        """It should not wait for another week."""
        kind = self.of
        if kind.days is None:
            return False
        if kind.sort == Sort.BELOW_FLOOR:
            return True
        if self.day is None:
            return False
        days = timedelta(days=kind.days)
        if kind.sort == Sort.WAITING:
            return self.day <= on - days
        return self.day <= on + days


@dataclass(frozen=True)
class Reader:
    """Somebody whom matters reach: a person (primary key), and what they do where."""

    person: int
    roles: frozenset[str] = frozenset()
    places: frozenset[tuple[str, int]] = frozenset()  # role, Member (primary key)

    def plays(self, roles: frozenset[str]) -> bool:
        """Whether they play one of the roles; of none, always."""
        return not roles or bool(roles & self.roles)

    def is_reached_by(self, matter: Matter) -> bool:
        """Whether the matter is for them."""
        kind = matter.of
        if self.person in matter.barred:
            return False
        return (
            (kind.own and matter.person == self.person and self.plays(kind.own_as))
            or (kind.team and "project_team" in self.roles and not matter.away)
            or (kind.judges and "assessor" in self.roles)
            or any((role, matter.place) in self.places for role in kind.roles)
        )


class Circle:
    """Many readers, found by what they do: nobody asks all of them of each matter."""

    def __init__(self, readers: Iterable[Reader]) -> None:
        self.readers = {reader.person: reader for reader in readers}
        self._team: list[int] = []
        self._judges: list[int] = []
        self._places: dict[tuple[str, int], list[int]] = {}
        for reader in self.readers.values():
            if "project_team" in reader.roles:
                self._team.append(reader.person)
            if "assessor" in reader.roles:
                self._judges.append(reader.person)
            for place in reader.places:
                self._places.setdefault(place, []).append(reader.person)

    def reached_by(self, matter: Matter) -> set[int]:
        """The persons whom a matter reaches: as `Reader.is_reached_by` of each."""
        kind, found = matter.of, set[int]()
        owner = self.readers.get(matter.person) if matter.person else None
        if kind.own and owner is not None and owner.plays(kind.own_as):
            found.add(owner.person)
        if kind.team and not matter.away:
            found.update(self._team)
        if kind.judges:
            found.update(self._judges)
        if matter.place is not None:
            for role in kind.roles:
                found.update(self._places.get((role, matter.place), ()))
        return found - matter.barred

    def share_out(self, matters: Iterable[Matter]) -> dict[int, list[Matter]]:
        """For each person whom anything reaches, all of it."""
        found: dict[int, list[Matter]] = {}
        for matter in matters:
            for person in self.reached_by(matter):
                found.setdefault(person, []).append(matter)
        return found


def for_reader(matters: Sequence[Matter], reader: Reader) -> list[Matter]:
    """Those of the matters that reach one person."""
    return [matter for matter in matters if reader.is_reached_by(matter)]
