"""How a name is put together in a Member's language area."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Names:
    """Common given, second and family names; the family stands first in some areas.

    `men_seconds` stands where second names differ by sex; else `seconds` are for both;
    without any, a name has two parts. `ending` is what a woman's family name ends with.
    """

    women: str
    men: str
    seconds: str = ""
    families: str = ""
    men_seconds: str = ""
    family_first: bool = False
    ending: str = ""

    def draw(self, sex: str, random: Random) -> str:
        """A name as it is written there."""
        women = sex == "F" or (sex != "M" and random.random() < 0.5)
        given = random.choice((self.women if women else self.men).split())
        seconds = self.seconds if women else self.men_seconds or self.seconds
        second = particle(random.choice(seconds.split())) if seconds else ""
        family = particle(random.choice(self.families.split()))
        if women:
            family += self.ending
        parts = (
            (family, given, second) if self.family_first else (given, second, family)
        )
        return " ".join(part for part in parts if part)


def particle(name: str) -> str:
    """Write `da-Costa` as `da Costa`; `Lawson-Tété` keeps its hyphen."""
    return name.replace("-", " ") if name[0].islower() else name
