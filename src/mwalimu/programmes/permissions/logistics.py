"""Who sees what is arranged for those who come to a session, and who writes it.

Names as in a passport, visas and flights are nobody's business but theirs who arrange
them: the project team, the coordinator for their own people, the host organiser where
the hotel and the arrival are concerned, and the person.
"""

from dataclasses import dataclass

from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.engine.logistics import (
    ARRIVAL,
    HOTEL,
    KEPT,
    PASSPORT,
    STEPS,
    VISA,
)
from mwalimu.programmes.models import Session
from mwalimu.programmes.permissions.programmes import may_edit
from mwalimu.programmes.permissions.sessions import hosts

ALL, NONE = frozenset(STEPS), frozenset[str]()
SEEN_BY_HOST = frozenset({HOTEL, ARRIVAL})
WRITTEN_BY_COORDINATOR = frozenset({PASSPORT, VISA, ARRIVAL})


@dataclass(frozen=True)
class Sight:
    """Steps of everybody, and steps of the people of some Members (primary keys)."""

    of_all: frozenset[str]
    of_own: frozenset[str] = NONE
    members: frozenset[int] = frozenset()

    def covers(self, member: int | None, step: str) -> bool:
        """Whether it takes in that step of somebody of that Member."""
        return step in self.of_all or (step in self.of_own and member in self.members)

    def covers_somebody(self, step: str) -> bool:
        """Whether it takes in that step of anybody."""
        return step in self.of_all or (step in self.of_own and bool(self.members))

    def knows(self, member: int | None) -> bool:
        """Whether it takes in any step of somebody of that Member."""
        return bool(self.of_all) or member in self.members


def logistics_visible_to(viewer: Viewer, session: Session) -> Sight:
    """The steps of a session that a viewer reads, and of whom."""
    if may_edit(viewer):
        return Sight(ALL)
    everybody = SEEN_BY_HOST if hosts(viewer, session) else NONE
    return Sight(everybody, ALL, viewer.members_as(*COORDINATES))


def logistics_written_by(viewer: Viewer, session: Session) -> Sight:
    """The steps that a viewer writes, and of whom."""
    if may_edit(viewer):
        return Sight(frozenset(KEPT))
    everybody = SEEN_BY_HOST if hosts(viewer, session) else NONE
    return Sight(everybody, WRITTEN_BY_COORDINATOR, viewer.members_as(*COORDINATES))
