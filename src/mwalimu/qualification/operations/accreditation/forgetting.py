"""Forgetting what accreditations hold about a person, beyond their steps and days."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record_many
from mwalimu.people.models import Person
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    EvidenceFile,
    MissionAssessment,
)
from mwalimu.shared.files import discard


def forget_accreditations(person: Person) -> None:
    """Reasons, remarks, purposes of missions and documents go; steps and days stay.

    Called inside the transaction that erases the person.
    """
    keys = Accreditation.objects.filter(person=person).values_list("pk", flat=True)
    _drop(list(keys))


@transaction.atomic
def drop_papers(keys: Sequence[Any], *, by: Actor, at: datetime) -> int:
    """The same for paths that were closed long ago."""
    rows = Accreditation.objects.filter(pk__in=keys)
    lines: list[tuple[UUID, dict[str, str]]] = [
        (uuid, {}) for uuid in rows.values_list("uuid", flat=True)
    ]
    record_many("drop_papers", "accreditation", lines, by=by, at=at)
    _drop(list(rows.values_list("pk", flat=True)))
    return len(lines)


def _drop(keys: Iterable[int]) -> None:
    paths = list(keys)
    papers = EvidenceFile.objects.filter(event__accreditation__in=paths)
    files = {row.file for row in papers.select_related("file")}
    papers.delete()
    for file in files:
        discard(file)
    AccreditationEvent.objects.filter(accreditation__in=paths).forget_reasons()
    missions = AssessedMission.objects.filter(accreditation__in=paths)
    missions.update(purpose="")
    MissionAssessment.objects.filter(mission__in=missions).forget_reasons()
