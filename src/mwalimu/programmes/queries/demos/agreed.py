"""What panels agreed: signed by all, and not corrected since."""

from collections.abc import Iterable
from typing import Any

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import DemoScore, DemoSlot, PanelResult
from mwalimu.programmes.permissions.demos import signed_minutes


def agreed_results(people: Iterable[int]) -> dict[tuple[int, int], PanelResult]:
    """The result that stands for each person and topic (primary keys).

    Of signed minutes only; the newest where several say something, so that a correction
    takes over once it is signed itself.
    """
    rows = PanelResult.objects.filter(
        candidate__in=list(people), minutes__in=signed_minutes()
    )
    near = rows.select_related("minutes__session", "topic")
    return {
        (row.candidate_id, row.topic_id): row
        for row in near.order_by("minutes__closed_at", "minutes__pk")
    }


def results_of(viewer: Viewer) -> list[PanelResult]:
    """What panels agreed on the viewer themselves, as it stands now."""
    if viewer.person_id is None:
        return []
    return list(agreed_results([viewer.person_id]).values())


def demos_held(person: Person) -> dict[str, Any]:
    """What is held on a person's demos, for themselves.

    The agreed results, not the single scores: those are the assessors' until the panel
    has talked, and the panel's result is what stands.
    """
    slots = DemoSlot.objects.filter(candidate=person).select_related("topic", "session")
    given = DemoScore.objects.filter(assessor=person).select_related("slot")
    return {
        "demos": [
            {
                "topic": row.topic.code,
                "session": str(row.session.uuid),
                "day": row.day and row.day.isoformat(),
                "title": row.title,
            }
            for row in slots.order_by("day", "position")
        ],
        "results": [
            {
                "topic": row.topic.code,
                "minutes": str(row.minutes.uuid),
                "skill": row.skill,
                "expertise": row.expertise,
                "content": row.content,
                "remarks": row.remarks,
            }
            for row in agreed_results([person.pk]).values()
        ],
        "scores_given": [
            {
                "slot": str(row.slot.uuid),
                "skill": row.skill,
                "expertise": row.expertise,
                "content": row.content,
                "remarks": row.remarks,
                "given_at": row.given_at.isoformat(),
            }
            for row in given.order_by("-given_at")
        ],
    }
