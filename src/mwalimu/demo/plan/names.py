"""Plausible names, put together by chance: any likeness is an accident."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random


@dataclass(frozen=True)
class NameStock:
    """The parts of names of one Member, and in which order they are written."""

    surname_first: bool
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]

    def draw(self, sex: str, random: Random) -> str:
        """A name for a person of that sex (F or M; else either)."""
        given = {"F": self.women, "M": self.men}.get(sex, self.women + self.men)
        first, last = random.choice(given), random.choice(self.families)
        return f"{last.upper()} {first}" if self.surname_first else f"{first} {last}"


@cache
def stocks() -> dict[str, NameStock]:
    """The stock of each Member of the programme, by code."""
    text = files("mwalimu.demo").joinpath("data", "names.csv").read_text("utf-8")
    return {
        row["members"]: NameStock(
            row["order"] == "surname",
            tuple(row["women"].split()),
            tuple(row["men"].split()),
            tuple(row["families"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    }
