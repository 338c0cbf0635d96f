"""The editions that several cohorts follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mwalimu.qualification import engine
from mwalimu.qualification.models import (
    FollowedStandard,
    RequirementLine,
    StandardEdition,
)
from mwalimu.qualification.queries.standards import requirements_of


@dataclass(frozen=True)
class Rules:
    """An edition, its lines, and the same lines as the engine reads them."""

    edition: StandardEdition
    lines: tuple[RequirementLine, ...]
    requirements: tuple[engine.Requirement, ...]


def rules_of(cohorts: Iterable[int], on: date) -> dict[int, Rules]:
    """By cohort (primary key): the edition that it follows on a day (2 queries)."""
    followed = (
        FollowedStandard.objects.filter(cohort__in=set(cohorts), since__lte=on)
        .select_related("edition__standard")
        .prefetch_related("edition__requirements")
        .order_by("since")
    )
    latest = {row.cohort_id: row.edition for row in followed}
    known: dict[int, Rules] = {}
    for edition in latest.values():
        if edition.pk not in known:
            lines = tuple(edition.requirements.all())
            known[edition.pk] = Rules(edition, lines, requirements_of(edition))
    return {cohort: known[edition.pk] for cohort, edition in latest.items()}
