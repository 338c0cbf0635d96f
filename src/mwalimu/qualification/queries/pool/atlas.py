"""The Members with their regions and places, for choosing and for distances."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mwalimu.qualification.engine.distance import Place, kilometres
from mwalimu.reference.models import Member
from mwalimu.reference.queries import sort_key
from mwalimu.shared.languages import in_language

Choices = list[tuple[str, str]]
CUT = ("pk", "code", "names", "latitude", "longitude", "region__code", "region__names")


@dataclass(frozen=True, slots=True)
class Spot:
    """A Member by its name in a language, and where it is, if that is known."""

    pk: int
    code: str
    name: str
    place: Place | None
    region: tuple[str, str]


class Atlas:
    """Every Member in one query, in the alphabetical order of a language."""

    def __init__(self, reading: str) -> None:
        self.reading = reading

    @cached_property
    def spots(self) -> list[Spot]:
        """Every Member, as rows of values: 187 models take 10 ms."""
        rows: Iterable[Any] = Member.objects.order_by().values_list(*CUT)
        return [
            Spot(
                pk,
                code,
                self._name(names),
                None if None in (north, east) else (float(north), float(east)),
                (region, self._name(called)),
            )
            for pk, code, names, north, east, region, called in rows
        ]

    @cached_property
    def members(self) -> Choices:
        """Codes and names of Members, by name."""
        return _by_name((spot.code, spot.name) for spot in self.spots)

    @cached_property
    def regions(self) -> Choices:
        """Codes and names of regions, by name."""
        return _by_name({spot.region for spot in self.spots})

    def distances(self, code: str) -> dict[int, float]:
        """By Member (primary key), the kilometres from one; empty where not known."""
        here = next((spot.place for spot in self.spots if spot.code == code), None)
        if here is None:
            return {}
        known = ((spot.pk, spot.place) for spot in self.spots)
        return {pk: kilometres(here, place) for pk, place in known if place}

    def _name(self, names: dict[str, str]) -> str:
        return in_language(names, (self.reading,)).text


def _by_name(pairs: Iterable[tuple[str, str]]) -> Choices:
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))
