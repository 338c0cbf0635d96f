"""What is held on a person's accreditations, and what was closed long ago."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mwalimu.people.models import Person
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    EvidenceFile,
    MissionAssessment,
)


def accreditations_held(person: Person) -> dict[str, Any]:
    """What is held on a person's own paths and on missions that they assessed.

    What others wrote of them on a mission stays with the project team, as their results
    are the team's; the person reads those with their reasons.
    """
    rows = Accreditation.objects.filter(person=person).select_related(
        "type", "field", "member"
    )
    steps = AccreditationEvent.objects.filter(accreditation__person=person)
    papers = EvidenceFile.objects.filter(event__accreditation__person=person)
    given = MissionAssessment.objects.filter(assessor=person)
    return {
        "accreditations": [_path(row, steps) for row in rows.order_by("pk")]
        + [_given(row) for row in given.select_related("mission").order_by("pk")],
        "accreditation_papers": [
            {"step": str(row.event.uuid), "name": row.name}
            for row in papers.select_related("event").order_by("pk")
        ],
    }


def _path(row: Accreditation, steps: QuerySet[Any]) -> dict[str, Any]:
    return {
        "uuid": str(row.uuid),
        "type": row.type.code,
        "field": row.field.code if row.field else None,
        "member": row.member.code,
        "phase": row.phase,
        "accredited_on": row.accredited_on and row.accredited_on.isoformat(),
        "closed_on": row.closed_on and row.closed_on.isoformat(),
        "closed_by": row.closed_by,
        "steps": [
            {
                "uuid": str(step.uuid),
                "kind": step.kind,
                "day": step.day.isoformat(),
                "reason": step.reason,
                "workshop": step.workshop.title if step.workshop else None,
                "mission": str(step.mission.uuid) if step.mission else None,
            }
            for step in steps.filter(accreditation=row)
            .select_related("workshop", "mission")
            .order_by("number")
        ],
    }


def _given(row: MissionAssessment) -> dict[str, Any]:
    return {
        "mission": str(row.mission.uuid),
        "assessed": row.result,
        "remarks": row.reason,
        "at": row.at.isoformat(),
    }


def closed_with_papers_before(day: date) -> QuerySet[Accreditation]:
    """Paths closed before a day on which words or documents are kept still."""
    own = {"accreditation": OuterRef("pk")}
    words = AccreditationEvent.objects.filter(**own).exclude(reason="")
    papers = EvidenceFile.objects.filter(event__accreditation=OuterRef("pk"))
    missions = AssessedMission.objects.filter(**own)
    said = MissionAssessment.objects.filter(mission__accreditation=OuterRef("pk"))
    left = (
        Q(Exists(words))
        | Q(Exists(papers))
        | Q(Exists(missions.exclude(purpose="")))
        | Q(Exists(said.exclude(reason="")))
    )
    return Accreditation.objects.filter(left, closed_on__lt=day)
