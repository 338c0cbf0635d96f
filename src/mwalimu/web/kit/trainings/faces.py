"""What differs between the faces that show trainings."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from mwalimu.people.models import Role
from mwalimu.people.permissions import Viewer


@dataclass(frozen=True)
class Face:
    """The name space of its addresses, its words, and who records there."""

    name: str
    heading: str | Promise
    records: frozenset[str]
    puts_me_first: bool = False

    def url(self, name: str, *arguments: Any) -> str:
        """An address of this face."""
        return reverse(f"{self.name}:{name}", args=arguments)

    def may_record(self, viewer: Viewer) -> bool:
        """Whether the viewer is offered to record a training here."""
        return bool(viewer.roles & self.records)


def members_of(viewer: Viewer) -> frozenset[int]:
    """The Members for which the viewer acts or teaches."""
    return viewer.members_as(*Role.values)
