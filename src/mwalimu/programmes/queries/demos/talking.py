"""What the panel talks about: for each candidate, the scores of all their slots."""

from collections.abc import Mapping
from dataclasses import dataclass

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.engine.spread import Spread, spread
from mwalimu.programmes.models import PanelMinutes, Session
from mwalimu.programmes.queries.demos.schedule import (
    CRITERIA,
    SlotLine,
    schedule_of,
)
from mwalimu.reference.models import Member, Topic


@dataclass(frozen=True)
class CandidateLine:
    """A candidate in a topic: their slots that are complete, and what they say."""

    candidate: Person
    topic: Topic
    member: Member | None
    slots: tuple[SlotLine, ...]
    settled_by: PanelMinutes | None

    @property
    def key(self) -> str:
        """What names the candidate and topic in a form."""
        return f"{self.candidate.uuid.hex}_{self.topic.code}"

    @property
    def spreads(self) -> Mapping[str, Spread]:
        """The scores of all slots together, by criterion."""
        scores = [
            line.score
            for slot in self.slots
            for line in slot.assessors
            if line.score is not None
        ]
        if not scores:
            return {}
        return {name: spread(getattr(row, name) for row in scores) for name in CRITERIA}


def talk_of(session: Session, viewer: Viewer) -> list[CandidateLine]:
    """Every candidate of whom all scores are in, in the order of the schedule.

    A candidate with a slot that is not complete waits: the panel talks of them once.
    """
    slots: dict[tuple[int, int], list[SlotLine]] = {}
    for line in schedule_of(session, viewer):
        key = (line.slot.candidate_id, line.slot.topic_id)
        slots.setdefault(key, []).append(line)
    settled = _settled(session)
    return [
        CandidateLine(
            lines[0].slot.candidate,
            lines[0].slot.topic,
            lines[0].member,
            tuple(lines),
            settled.get(key),
        )
        for key, lines in slots.items()
        if all(line.spreads for line in lines)
    ]


def _settled(session: Session) -> dict[tuple[int, int], PanelMinutes]:
    """The newest closed minutes that say something of each candidate and topic."""
    rows = session.minutes.exclude(closed_at=None).prefetch_related("results")
    return {
        (result.candidate_id, result.topic_id): row
        for row in rows.order_by("closed_at", "pk")
        for result in row.results.all()
    }
