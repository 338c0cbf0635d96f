"""What reminders ask of accreditations: what waits for whom, and since when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from mwalimu.people.models import Person
from mwalimu.qualification.engine.accreditation import StepKind, Waiting
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    MissionAssessment,
)
from mwalimu.qualification.queries.accreditation.paths import waiting_of
from mwalimu.qualification.querysets import waiting_q

SILENT = {Waiting.COMING, Waiting.NOTHING}
ASKS_SOMEBODY: tuple[Waiting, ...] = tuple(sorted(set(Waiting) - SILENT))


@dataclass(frozen=True)
class AccreditationWaiting:
    """Something on a path that waits for somebody.

    `whom`: the assessor who has to assess a mission; None: the project team. `since`: the
    day since which it waits; of a refresher the day on which it is due, which may come.
    `mission` is what is to be assessed. The accreditation comes with its person, type,
    field and Member.
    """

    accreditation: Accreditation
    what: Waiting
    whom: Person | None
    since: date
    mission: AssessedMission | None = None


def accreditations_waiting(on: date) -> list[AccreditationWaiting]:
    """Everything on running paths that waits for somebody on a day (four queries).

    By `whom` (the project team first), then the longest waiting first. Not yet cut to a
    viewer: an assessor may read only of their own missions, and the project team of all.
    Erased people are left out.
    """
    wanted = waiting_q(on)
    asks = Q()
    for what in ASKS_SOMEBODY:
        asks |= wanted[what]
    rows = list(
        Accreditation.objects.filter(asks, person__erased_at=None)
        .select_related("person", "type", "field", "member")
        .order_by("pk")
    )
    to_assess = {row.pk for row in rows if waiting_of(row, on) == Waiting.ASSESSMENT}
    missions = current_missions(to_assess)
    lacking = assessors_lacking(missions.values())
    found: list[AccreditationWaiting] = []
    for row in rows:
        what = waiting_of(row, on)
        since = waits_since(row, what)
        if what != Waiting.ASSESSMENT:
            found.append(AccreditationWaiting(row, what, None, since))
            continue
        mission = missions[row.pk]
        for person in lacking[mission.pk]:
            found.append(AccreditationWaiting(row, what, person, since, mission))
    return sorted(found, key=_order)


def _order(row: AccreditationWaiting) -> tuple[int, date, int]:
    return (row.whom.pk if row.whom else 0, row.since, row.accreditation.pk)


def waits_since(row: Accreditation, what: Waiting) -> date:
    """Since when a path waits for what it waits for."""
    if what == Waiting.REFRESHER and row.refresher_due_on:
        return row.refresher_due_on
    over = (Waiting.RESULT, Waiting.ASSESSMENT, Waiting.CONCLUSION)
    if what in over and row.booked_until:
        return row.booked_until
    return row.free_since or row.phase_since


def current_missions(paths: Iterable[int]) -> dict[int, AssessedMission]:
    """By path (primary key) with a mission that is arranged, that mission (2 queries)."""
    events = AccreditationEvent.objects.filter(
        accreditation__in=set(paths),
        kind=StepKind.MISSION_PLANNED,
        undone_by=None,
    )
    found = events.select_related("mission__host").order_by("number")
    return {
        event.accreditation_id: event.mission
        for event in found.prefetch_related("mission__assessors")
        if event.mission is not None
    }


def assessors_lacking(
    missions: Iterable[AssessedMission],
) -> dict[int, list[Person]]:
    """By mission (primary key), who was asked and is not in yet."""
    known = list(missions)
    given: dict[int, set[int]] = defaultdict(set)
    rows = MissionAssessment.objects.filter(mission__in=known)
    for mission, assessor in rows.values_list("mission_id", "assessor_id"):
        given[mission].add(assessor)
    return {
        row.pk: [
            person for person in row.assessors.all() if person.pk not in given[row.pk]
        ]
        for row in known
    }
