"""The schedule of slots, and who is in: never a score that its reader may not see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.spread import Spread, spread
from mwalimu.programmes.models import (
    DemoAssessor,
    DemoScore,
    DemoSlot,
    Holding,
    Session,
)
from mwalimu.programmes.permissions.demos import (
    FEWEST_ASSESSORS,
    scores_visible_to,
    slots_visible_to,
)
from mwalimu.reference.models import Member

CRITERIA = ("skill", "expertise", "content")
SCORED_LAST = 20


@dataclass(frozen=True)
class AssessorLine:
    """Who scores a slot, and whether they have; the score where the reader may see it."""

    person: Person
    given: bool
    score: DemoScore | None


@dataclass(frozen=True)
class SlotLine:
    """A slot with its assessors. `spreads` are there once its reader may see them all."""

    slot: DemoSlot
    member: Member | None
    assessors: tuple[AssessorLine, ...]

    @property
    def given(self) -> int:
        """How many have scored."""
        return sum(line.given for line in self.assessors)

    @property
    def complete(self) -> bool:
        """All named assessors, two at least, are in."""
        named = len(self.assessors)
        return named >= FEWEST_ASSESSORS and self.given == named

    @property
    def spreads(self) -> Mapping[str, Spread]:
        """What the scores say together, by criterion; empty where one is not seen."""
        scores = [line.score for line in self.assessors if line.score]
        if not self.complete or len(scores) < len(self.assessors):
            return {}
        return {
            name: spread(getattr(score, name) for score in scores) for name in CRITERIA
        }

    @property
    def differs(self) -> bool:
        """The assessors disagree on a criterion, as far as the reader may know."""
        return any(each.differs for each in self.spreads.values())


def schedule_of(session: Session, viewer: Viewer) -> list[SlotLine]:
    """The slots of a session in their order, as the viewer may see them. Four queries."""
    rows = slots_visible_to(viewer).filter(session=session)
    return lines_of(
        rows.select_related("candidate", "topic").order_by("position"), viewer
    )


def line_of(slot: DemoSlot, viewer: Viewer) -> SlotLine:
    """One slot, as the viewer may see it."""
    return lines_of([slot], viewer)[0]


def slots_to_score(viewer: Viewer) -> list[SlotLine]:
    """The slots that a viewer is still to score, the next first; then those that they
    scored last, the newest first.
    """
    given = DemoScore.objects.filter(assessor__in=[viewer.person_id]).values("slot")
    rows = _named(viewer)
    open_still = rows.exclude(pk__in=given).order_by("day", "starts", "pk")
    scored = rows.filter(pk__in=given).order_by("-day", "-starts", "-pk")
    return lines_of([*open_still, *scored[:SCORED_LAST]], viewer)


def slot_to_score(viewer: Viewer, uuid: UUID) -> SlotLine | None:
    """A slot that a viewer is named to score, scored or not."""
    found = _named(viewer).filter(uuid=uuid).first()
    return line_of(found, viewer) if found else None


def _named(viewer: Viewer) -> QuerySet[DemoSlot]:
    named = DemoAssessor.objects.filter(person__in=[viewer.person_id])
    rows = slots_visible_to(viewer).filter(pk__in=named.values("slot"))
    return rows.select_related("candidate", "topic", "session__programme")


def slots_to_teach(viewer: Viewer) -> list[DemoSlot]:
    """The slots in which a viewer teaches."""
    rows = slots_visible_to(viewer).filter(candidate__in=[viewer.person_id])
    near = rows.select_related("topic", "session__programme")
    return list(near.order_by("day", "starts", "position"))


def lines_of(slots: Iterable[DemoSlot], viewer: Viewer) -> list[SlotLine]:
    """The slots with their assessors, and the scores that the viewer may see."""
    found = list(slots)
    keys = [slot.pk for slot in found]
    named: dict[int, list[DemoAssessor]] = defaultdict(list)
    rows = DemoAssessor.objects.filter(slot__in=keys).select_related("person")
    for row in rows.order_by("person__name", "pk"):
        named[row.slot_id].append(row)
    given = _scores(keys, viewer)
    members = _members(found)
    return [
        SlotLine(
            slot,
            members.get((slot.candidate_id, slot.topic_id)),
            tuple(
                AssessorLine(
                    row.person,
                    (slot.pk, row.person_id) in given,
                    given.get((slot.pk, row.person_id)),
                )
                for row in named[slot.pk]
            ),
        )
        for slot in found
    ]


def _scores(
    slots: list[int], viewer: Viewer
) -> dict[tuple[int, int], DemoScore | None]:
    """Who has scored which slot; with the score only where the viewer may read it."""
    readable = scores_visible_to(viewer).filter(pk=OuterRef("pk"))
    rows = DemoScore.objects.filter(slot__in=slots).annotate(seen=Exists(readable))
    return {
        (row.slot_id, row.assessor_id): row if row.seen else None
        for row in rows.order_by()
    }


def _members(slots: list[DemoSlot]) -> dict[tuple[int, int], Member]:
    """The Member whose seat each candidate holds, by person and topic."""
    people = {slot.candidate_id for slot in slots}
    rows = Holding.objects.filter(person__in=people).select_related("seat__member")
    return {
        (row.person_id, row.seat.topic_id): row.seat.member
        for row in rows.order_by("since")
    }
