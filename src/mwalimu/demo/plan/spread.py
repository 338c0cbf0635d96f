"""Equal shares without chance: whoever has had least of their due comes next."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

GOLDEN = 0.6180339887498949


class Spread:
    """Deals options so that after n deals each stands within one of its share of n.

    Kept per key (a Member, a topic), so that no Member is luckier than another.
    """

    def __init__(self) -> None:
        self._due: dict[Hashable, dict[str, float]] = defaultdict(dict)

    def deal(self, key: Hashable, shares: Mapping[str, float]) -> str:
        """The option that is most behind its share."""
        due = self._due[key]
        total = sum(shares.values())
        for option, share in shares.items():
            due[option] = due.get(option, 0.0) + share / total
        chosen = max(shares, key=lambda option: (round(due[option], 9), option))
        due[chosen] -= 1
        return chosen

    def deal_many(
        self, key: Hashable, shares: Mapping[str, float], count: int
    ) -> dict[str, int]:
        """How often each option comes in `count` deals."""
        dealt: dict[str, int] = {}
        for _ in range(count):
            option = self.deal(key, shares)
            dealt[option] = dealt.get(option, 0) + 1
        return dealt


class EvenSteps:
    """Numbers between 0 and 1 that fill the interval evenly, the same for every key."""

    def __init__(self) -> None:
        self._steps: dict[Hashable, int] = defaultdict(int)

    def next(self, key: Hashable) -> float:
        """The next number of that key."""
        self._steps[key] += 1
        return (self._steps[key] * GOLDEN) % 1


SIZES = (28, 22, 35, 18, 31, 25, 40, 20, 33, 27)
SMALLEST, EXCHANGE = 9, 16


def sizes_of(total: int, exchange: bool, turn: int = 0) -> list[int]:
    """Cut a number of people into trainings of usual size, exactly.

    `turn` says with which size to begin. With `exchange` the first one has EXCHANGE
    people, so that two Members can send each other a trainer without either gaining.
    """
    sizes: list[int] = []
    left = total
    if exchange and left >= EXCHANGE + SMALLEST:
        sizes, left = [EXCHANGE], left - EXCHANGE
    step = turn
    while left:
        size = SIZES[step % len(SIZES)]
        if left - size < SMALLEST:
            size = left if left <= 45 else left // 2
        sizes.append(size)
        left -= size
        step += 1
    return sizes
