"""Floors, and where the pool is below one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Floor, PoolRow
from mwalimu.qualification.permissions import floors_visible_to


@dataclass(frozen=True)
class Watched:
    """A floor and how many Master Trainers there are above or below it."""

    floor: Floor
    have: int

    @property
    def missing(self) -> int:
        """How many are missing; 0 where the floor is kept."""
        return max(self.floor.least - self.have, 0)


Shortfall = Watched  # one whose `missing` is not 0


def floors_of(viewer: Viewer, on: date, cohort: Cohort | None = None) -> list[Watched]:
    """Every floor that a viewer sees, by cohort, Member and topic (two queries)."""
    rows = floors_visible_to(viewer)
    return watched(rows if cohort is None else rows.filter(cohort=cohort), on)


def below_floor(on: date) -> list[Shortfall]:
    """Every floor that is not kept on a day, for reminders (two queries).

    Not yet cut to a viewer: the project team and that Member only may read of it.
    """
    return [row for row in watched(Floor.objects.all(), on) if row.missing]


def watched(floors: QuerySet[Floor], on: date) -> list[Watched]:
    """Floors with how many of the topic can teach at that Member."""
    known = list(
        floors.select_related("cohort", "member", "topic").order_by(
            "cohort__code", "member__code", "topic__position"
        )
    )
    have = _have({(row.member_id, row.topic_id) for row in known}, on)
    return [Watched(row, have.get((row.member_id, row.topic_id), 0)) for row in known]


def _have(pairs: Iterable[tuple[int, int]], on: date) -> dict[tuple[int, int], int]:
    wanted = set(pairs)
    rows = PoolRow.objects.can_teach(on).filter(
        member__in={member for member, _ in wanted},
        topic__in={topic for _, topic in wanted},
    )
    counted = rows.values_list("member_id", "topic_id").annotate(n=Count("pk"))
    return {(member, topic): n for member, topic, n in counted.order_by()}
