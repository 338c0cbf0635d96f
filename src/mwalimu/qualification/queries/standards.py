"""Which edition a cohort follows, and what it asks, as the engine reads it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort
from mwalimu.qualification import engine
from mwalimu.qualification.models import FollowedStandard, StandardEdition, WaiverRow


def edition_of(cohort: Cohort, on: date) -> StandardEdition | None:
    """The edition that the cohort follows on a day, or none."""
    rows = FollowedStandard.objects.filter(cohort=cohort, since__lte=on)
    row = rows.select_related("edition__standard").order_by("since").last()
    return row.edition if row else None


def requirements_of(edition: StandardEdition) -> tuple[engine.Requirement, ...]:
    """What the edition asks, in its order."""
    return tuple(
        engine.Requirement(
            code=line.code,
            kind=engine.Kind(line.kind),
            amount=Fraction(line.amount),
            subjects=tuple(line.subjects),
            assumed=line.assumed,
        )
        for line in edition.requirements.all()
    )


def waivers_of(
    cohort: Cohort, people: Iterable[Person]
) -> dict[int, list[engine.Waiver]]:
    """By person (primary key): what they are let off in the cohort, with the reason."""
    rows = WaiverRow.objects.filter(
        cohort=cohort, person__in=[person.pk for person in people], withdrawn_at=None
    )
    found: defaultdict[int, list[engine.Waiver]] = defaultdict(list)
    for row in rows.select_related("requirement").order_by("pk"):
        waiver = engine.Waiver(row.requirement.code, row.reason, str(row.uuid))
        found[row.person_id].append(waiver)
    return dict(found)
