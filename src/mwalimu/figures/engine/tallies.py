"""Rolling cells up to the rows of cuboids. Order of cells and trainings is no matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from pyroaring import BitMap

from mwalimu.figures.engine.cuboids import CUBOIDS, Cuboid
from mwalimu.figures.engine.dimensions import NOT_RECORDED
from mwalimu.figures.engine.facts import PLACES, CellFacts

Key = tuple[int, tuple[str, ...]]  # cuboid number, codes in the cuboid's order


@dataclass
class Tally:
    """What one row of a cuboid counts.

    `largest`: most people of one training of which some are only counted by head.
    `cells` and `synthetic`: how many cells, and how many of them are synthetic.
    `members`: of how many cells each Member's people are; those not recorded are left out.
    """

    named: int = 0
    counted: int = 0
    trainings: int = 0
    tenths: int = 0
    largest: int = 0
    cells: int = 0
    synthetic: int = 0
    persons: BitMap = field(default_factory=BitMap)
    members: Counter[str] = field(default_factory=Counter)

    def add(self, part: "Tally") -> None:
        """Add what other trainings contribute."""
        self.named += part.named
        self.counted += part.counted
        self.trainings += part.trainings
        self.tenths += part.tenths
        self.largest = max(self.largest, part.largest)
        self.cells += part.cells
        self.synthetic += part.synthetic
        self.persons |= part.persons
        self.members.update(part.members)

    def take_away(self, part: "Tally", persons: BitMap) -> None:
        """Take away trainings, and those of their persons who stand nowhere else.

        `largest` is left as it is: whoever calls must look it up again.
        """
        self.named -= part.named
        self.counted -= part.counted
        self.trainings -= part.trainings
        self.tenths -= part.tenths
        self.cells -= part.cells
        self.synthetic -= part.synthetic
        self.persons -= persons
        self.members -= part.members


def packed(bits: BitMap) -> bytes:
    """The one serialised form of a set: equal sets give equal bytes."""
    plain = BitMap(bits.to_array())  # a fresh one: containers remember their history
    plain.run_optimize()
    return bytes(plain.serialize())


def listed(members: Counter[str]) -> str:
    """The one written form of a count by Member: `KE=12 TG=3`."""
    return " ".join(f"{code}={number}" for code, number in sorted(members.items()))


def counter(text: str) -> Counter[str]:
    """The count that was listed."""
    pairs = (part.partition("=") for part in text.split())
    return Counter({code: int(number) for code, _, number in pairs})


def codes(text: str) -> set[str]:
    """The Members of a count that was listed."""
    return {part.partition("=")[0] for part in text.split()}


def unpacked(data: bytes | memoryview) -> BitMap:
    """The set that was packed; nothing packed is the empty set."""
    return BitMap.deserialize(bytes(data)) if data else BitMap()


def _part(cells: list[CellFacts]) -> Tally:
    """What some cells of one training contribute together."""
    persons = BitMap.union(*(cell.persons for cell in cells))
    counted = sum(cell.counted for cell in cells)
    named = sum(cell.named for cell in cells)
    return Tally(
        named=named,
        counted=counted,
        trainings=1,
        tenths=sum(cell.tenths for cell in cells),
        largest=named + counted if counted else 0,
        cells=len(cells),
        synthetic=sum(cell.synthetic for cell in cells),
        persons=persons,
        members=_members(cells),
    )


def _members(cells: Iterable[CellFacts]) -> Counter[str]:
    """Of whose people the cells are."""
    found = Counter(cell.values[PLACES["member"]] for cell in cells)
    del found[NOT_RECORDED]
    return found


def _parts(
    cells: list[CellFacts], splits: Iterable[frozenset[str]]
) -> dict[frozenset[str], list[tuple[CellFacts, Tally]]]:
    """The cells of one training, put together by each split of its people."""
    found = {}
    for split in splits:
        places = sorted(PLACES[name] for name in split)
        together: dict[tuple[str, ...], list[CellFacts]] = defaultdict(list)
        for cell in cells:
            together[tuple(cell.values[place] for place in places)].append(cell)
        found[split] = [(some[0], _part(some)) for some in together.values()]
    return found


def by_training(cells: Iterable[CellFacts]) -> Iterable[list[CellFacts]]:
    """The cells of each training together."""
    ordered = sorted(cells, key=lambda cell: cell.training)
    for _, some in groupby(ordered, key=lambda cell: cell.training):
        yield list(some)


def tally(
    cells: Iterable[CellFacts], cuboids: tuple[Cuboid, ...] = CUBOIDS
) -> dict[Key, Tally]:
    """The rows of the cuboids for these cells. All cells of a training must be there."""
    plan = [
        (cuboid.number, cuboid.of_people, [PLACES[name] for name in cuboid.dimensions])
        for cuboid in cuboids
    ]
    splits = {split for _, split, _ in plan}
    found: dict[Key, Tally] = defaultdict(Tally)
    for some in by_training(cells):
        parts = _parts(some, splits)
        for number, split, places in plan:
            for cell, part in parts[split]:
                values = cell.values
                key = (number, tuple([values[place] for place in places]))
                found[key].add(part)
    return dict(found)
