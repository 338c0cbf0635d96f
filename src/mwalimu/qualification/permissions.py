"""Who decides awards and accreditations, and whose names they open."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from mwalimu.people import permissions as people
from mwalimu.people.models import Person
from mwalimu.people.permissions import KEEPS_RECORDS, Viewer
from mwalimu.people.querysets import PersonQuerySet
from mwalimu.programmes.permissions import nominees, seat_holders
from mwalimu.qualification.models import (
    Accreditation,
    AssessedMission,
    Award,
    Decision,
    EvidenceFile,
    Floor,
    MissionAssessment,
    PoolRow,
    ProfileField,
    StandardEdition,
)
from mwalimu.qualification.querysets import (
    AccreditationQuerySet,
    AwardQuerySet,
    EditionQuerySet,
    HistoryQuerySet,
    PoolQuerySet,
)


def may_award(viewer: Viewer) -> bool:
    """The project team records what the panel decided."""
    return viewer.is_project_team


def may_see_scores(viewer: Viewer, person: int) -> bool:
    """What a panel agreed on a person: the project team, and the person themselves.

    Never donors, never an administration: their own people's neither.
    """
    return viewer.is_project_team or viewer.person_id == person


def names_visible_to(viewer: Viewer) -> Q:
    """Persons whose names a viewer may read, WG members and Master Trainers included.

    Master Trainers are a common asset of the administrations: the project team reads
    the names of everybody who holds or held a seat or an award, who is or was on the path
    to an accreditation, and of those whom an administration nominates, while that is
    open.
    """
    awarded = Award.objects.values("person")
    experts = Accreditation.objects.values("person")
    return people.names_visible_to(viewer, awarded, experts, seat_holders(), nominees())


def persons_visible_to(viewer: Viewer) -> PersonQuerySet:
    """Persons that a viewer may open, Master Trainers included."""
    known: PersonQuerySet = Person.objects.known()
    if not viewer.is_signed_in:
        return known.none()
    return known.filter(names_visible_to(viewer))


def visible_to(viewer: Viewer) -> AwardQuerySet:
    """Awards that a viewer may open: the team all, an administration its own, a person
    theirs.
    """
    awards: AwardQuerySet = Award.objects.all()
    if viewer.is_project_team:
        return awards
    if not viewer.is_signed_in:
        return awards.none()
    own = Q(member__in=viewer.members_as(*KEEPS_RECORDS))
    return awards.filter(own | Q(person=viewer.person_id))


def may_edit_standards(viewer: Viewer) -> bool:
    """The project team keeps the standards and says which cohort follows which."""
    return viewer.is_project_team


def editions_visible_to(viewer: Viewer) -> EditionQuerySet:
    """Whoever is signed in reads what is or was in force; drafts are the team's."""
    editions: EditionQuerySet = StandardEdition.objects.all()
    if may_edit_standards(viewer):
        return editions
    return editions.published() if viewer.is_signed_in else editions.none()


def sees_why(viewer: Viewer, award: Award) -> bool:
    """Who reads how and why an award ended: the project team, and its holder."""
    own = viewer.person_id is not None and award.person_id == viewer.person_id
    return viewer.is_project_team or own


def decisions_visible_to(viewer: Viewer) -> HistoryQuerySet:
    """Decisions that a viewer may open: the team all, a person those on themselves."""
    decisions: HistoryQuerySet = Decision.objects.all()
    if viewer.is_project_team:
        return decisions
    if viewer.person_id is None:
        return decisions.none()
    return decisions.filter(person=viewer.person_id)


# What an administration knows of its own people from its own records.
ITS_RECORDS = frozenset({"name", "languages", "experience", "accredited"})


def pool_visible_to(viewer: Viewer) -> PoolQuerySet:
    """Master Trainers that a viewer may find: the project team all.

    An administration its own, and those of others who show it their name.
    """
    rows: PoolQuerySet = PoolRow.objects.all()
    if not viewer.is_project_team and not viewer.members_as(*KEEPS_RECORDS):
        return rows.none()
    return rows.filter(knows_of(viewer, ProfileField.NAME))


def knows_of(viewer: Viewer, field: str) -> Q:
    """Rows of the pool of which a viewer may know a field of the profile."""
    if viewer.is_project_team:
        return Q()
    shown = Q(**{f"{field}_to__gte": 1})
    if field in ITS_RECORDS:
        return shown | Q(member__in=viewer.members_as(*KEEPS_RECORDS))
    return shown


def fields_shown(
    viewer: Viewer, members: Iterable[int], ranks: Mapping[str, int]
) -> frozenset[str]:
    """The fields of one person's profile that a viewer may read.

    `members`: for which the person holds awards; `ranks`: 0 the project team, 1
    administrations, 2 everybody, by field.
    """
    fields = ProfileField.values
    if viewer.is_project_team:
        return frozenset(fields)
    own = viewer.members_as(*KEEPS_RECORDS)
    least = 1 if own else 2
    shown = {field for field in fields if ranks.get(field, 0) >= least}
    return frozenset(shown | (ITS_RECORDS if own & set(members) else set()))


def may_set_floors(viewer: Viewer) -> bool:
    """The project team says how few Master Trainers are too few."""
    return viewer.is_project_team


def floors_visible_to(viewer: Viewer) -> QuerySet[Floor]:
    """Floors that a viewer may read: the project team all, a Member its own."""
    floors = Floor.objects.all()
    if viewer.is_project_team:
        return floors
    return floors.filter(member__in=viewer.members_as(*KEEPS_RECORDS))


def may_accredit(viewer: Viewer) -> bool:
    """The project team leads candidates along the path to an accreditation."""
    return viewer.is_project_team


def accreditations_visible_to(viewer: Viewer) -> AccreditationQuerySet:
    """Accreditations that a viewer may open: the team all, an administration its own, a
    person theirs.
    """
    rows: AccreditationQuerySet = Accreditation.objects.all()
    if may_accredit(viewer):
        return rows
    if not viewer.is_signed_in:
        return rows.none()
    own = Q(member__in=viewer.members_as(*KEEPS_RECORDS))
    return rows.filter(own | Q(person__in=[viewer.person_id]))


def sees_path(viewer: Viewer, row: Accreditation) -> bool:
    """Who reads every step with its reason: the project team, and the person."""
    own = viewer.person_id is not None and row.person_id == viewer.person_id
    return may_accredit(viewer) or own


def _not_on_themselves(viewer: Viewer, place: str) -> Q:
    """Rows that are about somebody else than the viewer."""
    return ~Q(**{f"{place}__in": [viewer.person_id]}) if viewer.person_id else Q()


def missions_visible_to(viewer: Viewer) -> QuerySet[AssessedMission]:
    """Missions that a viewer may open: the team all, an assessor those they assess."""
    rows = AssessedMission.objects.all()
    if may_accredit(viewer):
        return rows
    if viewer.person_id is None:
        return rows.none()
    named = AssessedMission.assessors.through.objects.filter(person=viewer.person_id)
    return rows.filter(pk__in=named.values("assessedmission"))


def assessments_visible_to(viewer: Viewer) -> HistoryQuerySet:
    """What assessors said: the team reads all, an assessor their own; nobody what was
    said of themselves. Never an administration, never a donor.
    """
    rows: HistoryQuerySet = MissionAssessment.objects.all()
    if may_accredit(viewer):
        about = _not_on_themselves(viewer, "mission__accreditation__person")
        return rows.filter(about)
    return rows.filter(assessor__in=[viewer.person_id])


def papers_visible_to(viewer: Viewer) -> QuerySet[EvidenceFile]:
    """Documents on which steps rest: the project team, but for steps of their own."""
    rows = EvidenceFile.objects.all()
    if not may_accredit(viewer):
        return rows.none()
    return rows.filter(_not_on_themselves(viewer, "event__accreditation__person"))
