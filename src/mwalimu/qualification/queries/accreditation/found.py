"""One path, a person's paths, and what a mission shows to whom."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.engine.accreditation import MISSION_RESULTS, StepKind
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    EvidenceFile,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
    MissionAssessment,
)
from mwalimu.qualification.permissions import (
    accreditations_visible_to,
    assessments_visible_to,
    may_accredit,
    papers_visible_to,
)
from mwalimu.qualification.querysets import AccreditationQuerySet

OVERTAKES = (*MISSION_RESULTS, StepKind.MISSION_PLANNED, StepKind.MISSION_CALLED_OFF)
WITH = ("person", "type", "field", "member")


def path_at(viewer: Viewer, uuid: UUID) -> Accreditation | None:
    """The path, if the viewer may open it."""
    rows = accreditations_visible_to(viewer).filter(uuid=uuid)
    row: Accreditation | None = rows.select_related(*WITH, "origin").first()
    return row


def paths_of(person: Person, viewer: Viewer) -> AccreditationQuerySet:
    """The paths of a person that a viewer may open, running ones first."""
    rows = accreditations_visible_to(viewer).filter(person=person)
    found: AccreditationQuerySet = rows.select_related(*WITH).order_by(
        "closed_on", "-phase_since", "-pk"
    )
    return found


def own_paths(viewer: Viewer) -> AccreditationQuerySet:
    """The viewer's own paths."""
    rows = accreditations_visible_to(viewer).filter(person__in=[viewer.person_id])
    found: AccreditationQuerySet = rows.select_related(*WITH).order_by("-pk")
    return found


def paper_at(viewer: Viewer, uuid: UUID) -> EvidenceFile | None:
    """A document on which a step rests, if the viewer may read it."""
    return papers_visible_to(viewer).filter(uuid=uuid).select_related("file").first()


def missions_assessed_by(person: Person) -> QuerySet[AssessedMission]:
    """Missions that a person was asked to assess, with the expert; the newest first."""
    named = AssessedMission.assessors.through.objects.filter(person=person)
    rows = AssessedMission.objects.filter(pk__in=named.values("assessedmission"))
    around = [f"accreditation__{name}" for name in WITH]
    return rows.select_related("host", *around).order_by("-ends_on", "-pk")


def mission_assessed_by(person: Person, uuid: UUID) -> AssessedMission | None:
    """One of them."""
    return missions_assessed_by(person).filter(uuid=uuid).first()


def missions_to_assess(viewer: Viewer, on: date) -> list[AssessedMission]:
    """Missions that are over and wait for what the viewer saw (one query)."""
    if viewer.person_id is None:
        return []
    named = AssessedMission.assessors.through.objects.filter(person=viewer.person_id)
    given = MissionAssessment.objects.filter(assessor=viewer.person_id)
    planned = AccreditationEvent.objects.filter(
        mission=OuterRef("pk"), kind=StepKind.MISSION_PLANNED, undone_by=None
    )
    later = AccreditationEvent.objects.filter(
        accreditation=OuterRef("accreditation"),
        number__gt=OuterRef("number"),
        kind__in=OVERTAKES,
        undone_by=None,
    )
    standing = planned.exclude(Exists(later))
    rows = AssessedMission.objects.filter(
        Exists(standing),
        pk__in=named.values("assessedmission"),
        ends_on__lte=on,
        accreditation__closed_on=None,
        accreditation__suspended_on=None,
        accreditation__person__erased_at=None,
    )
    around = [f"accreditation__{name}" for name in WITH]
    found = rows.exclude(pk__in=given.values("mission"))
    return list(found.select_related("host", *around).order_by("ends_on", "pk"))


def assessments_of(row: Accreditation, viewer: Viewer) -> list[MissionAssessment]:
    """What assessors said on this path, as far as the viewer may read it."""
    rows = assessments_visible_to(viewer).filter(mission__accreditation=row)
    return list(rows.select_related("assessor", "mission__host"))


def own_assessment(
    mission: AssessedMission, viewer: Viewer
) -> MissionAssessment | None:
    """What the viewer said of a mission, if they have."""
    rows = MissionAssessment.objects.filter(mission=mission)
    found: MissionAssessment | None = rows.filter(
        assessor__in=[viewer.person_id]
    ).first()
    return found


def workshops(viewer: Viewer) -> QuerySet[ExpertWorkshop]:
    """Workshops and refreshers, the newest first; the project team's."""
    rows = ExpertWorkshop.objects.all()
    return rows if may_accredit(viewer) else rows.none()


def workshop_at(viewer: Viewer, uuid: UUID) -> ExpertWorkshop | None:
    """A workshop, if the viewer may open it."""
    return workshops(viewer).filter(uuid=uuid).select_related("host").first()


def all_types() -> QuerySet[ExpertType]:
    """Every type of expert, in its order."""
    return ExpertType.objects.order_by("position", "code")


def all_fields() -> QuerySet[ExpertField]:
    """Every field of expertise, in its order."""
    return ExpertField.objects.order_by("position", "code")
