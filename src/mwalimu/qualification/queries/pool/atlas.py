"""The Members with their regions and places, for choosing and for distances."""

from functools import cached_property

from mwalimu.qualification.engine.distance import Place, kilometres
from mwalimu.reference.models import Member, Region
from mwalimu.reference.queries import sort_key


class Atlas:
    """Every Member in one query, in the alphabetical order of a language."""

    def __init__(self, reading: str) -> None:
        self.reading = reading

    @cached_property
    def members(self) -> list[Member]:
        """Members by their name in the language."""
        rows = Member.objects.select_related("region").only(
            *("code", "names", "latitude", "longitude"),
            *("region__code", "region__names"),
        )
        return sorted(rows, key=lambda row: sort_key(self.name(row)))

    @cached_property
    def regions(self) -> list[Region]:
        """Regions by their name in the language."""
        found = {member.region.pk: member.region for member in self.members}
        return sorted(found.values(), key=lambda row: sort_key(self.name(row)))

    def name(self, row: Member | Region) -> str:
        """The name in the language."""
        return row.name(self.reading).text

    def distances(self, code: str) -> dict[int, float]:
        """By Member (primary key), the kilometres from one; empty where not known."""
        places = {
            member.pk: place for member in self.members if (place := place_of(member))
        }
        here = next((m.pk for m in self.members if m.code == code), 0)
        if here not in places:
            return {}
        return {pk: kilometres(places[here], place) for pk, place in places.items()}


def place_of(member: Member) -> Place | None:
    """Where a Member is, if it is known."""
    if member.latitude is None or member.longitude is None:
        return None
    return float(member.latitude), float(member.longitude)
