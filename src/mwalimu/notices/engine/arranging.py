"""What a person sees of their matters: each once, the urgent first, the rest counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mwalimu.notices.engine.kinds import KINDS, PLACE, SORTS, Kind
from mwalimu.notices.engine.matters import Matter

SHOWN = 5


@dataclass(frozen=True)
class Quietness:
    """What a person does not want to hear of: kinds, and matters until a day.

    A matter that was put off comes back on that day.
    """

    kinds: frozenset[str] = frozenset()
    until: Mapping[str, date] = field(default_factory=dict)

    def hides(self, matter: Matter, on: date) -> bool:
        """Whether the person sees nothing of it on a day."""
        if matter.kind in self.kinds:
            return True
        day = self.until.get(matter.subject)
        return day is not None and on < day


LOUD = Quietness()


@dataclass(frozen=True)
class Line:
    """One matter, said once."""

    matter: Matter
    urgent: bool


@dataclass(frozen=True)
class Group:
    """The matters of one kind: the first lines, and how many more there are."""

    kind: Kind
    lines: tuple[Line, ...]
    more: int = 0

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.lines) + self.more

    @property
    def urgent(self) -> bool:
        """One of them is; urgent lines come first, so that it is the first."""
        return bool(self.lines) and self.lines[0].urgent


@dataclass(frozen=True)
class Arranged:
    """What a person sees; `quiet` of their matters are muted or put off."""

    groups: tuple[Group, ...] = ()
    urgent: int = 0
    quiet: int = 0

    @property
    def count(self) -> int:
        """How many matters there are."""
        return sum(group.count for group in self.groups)


def arrange(
    matters: Iterable[Matter],
    *,
    on: date,
    quiet: Quietness = LOUD,
    only_urgent: bool = False,
    shown: int | None = SHOWN,
) -> Arranged:
    """Each matter once, by kind; groups with something urgent first.

    Of several kinds that are about the same, the first one of KINDS that is not muted
    is said. `shown` lines of a kind, the others are counted; None: all.
    """
    heard: dict[str, Matter] = {}
    hidden = set[str]()
    for matter in sorted(matters, key=_order):
        if quiet.hides(matter, on):
            hidden.add(matter.subject)
        else:
            heard.setdefault(matter.subject, matter)
    lines = [Line(matter, matter.urgent(on)) for matter in heard.values()]
    urgent = sum(line.urgent for line in lines)
    if only_urgent:
        lines = [line for line in lines if line.urgent]
    return Arranged(_grouped(lines, shown), urgent, len(hidden - set(heard)))


def _order(matter: Matter) -> tuple[int, date, str, str]:
    """By kind, then by day; what has none comes last. The title for equal days."""
    return (PLACE[matter.kind], matter.day or date.max, matter.title, matter.subject)


def _grouped(lines: Iterable[Line], shown: int | None) -> tuple[Group, ...]:
    by_kind: dict[str, list[Line]] = {}
    for line in lines:
        by_kind.setdefault(line.matter.kind, []).append(line)
    groups = []
    for kind in KINDS:
        found = by_kind.get(kind.code, [])
        found.sort(key=lambda line: not line.urgent)
        if found:
            kept = found if shown is None else found[:shown]
            groups.append(Group(kind, tuple(kept), len(found) - len(kept)))
    return tuple(sorted(groups, key=_rank))


def _rank(group: Group) -> tuple[bool, int, int]:
    kind = group.kind
    return (not group.urgent, SORTS.index(kind.sort), PLACE[kind.code])
