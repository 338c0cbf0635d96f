"""Standards, their editions, which one a cohort follows, and what it asks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Assignment, Cohort, DemoCriterion, Stage
from mwalimu.qualification import engine
from mwalimu.qualification.models import (
    Decision,
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
    WaiverRow,
)
from mwalimu.qualification.permissions import editions_visible_to

Kind = RequirementLine.Kind


def edition_of(cohort: Cohort, on: date) -> StandardEdition | None:
    """The edition that the cohort follows on a day, or none."""
    rows = FollowedStandard.objects.filter(cohort=cohort, since__lte=on)
    row = rows.select_related("edition__standard").order_by("since").last()
    return row.edition if row else None


def requirements_of(edition: StandardEdition) -> tuple[engine.Requirement, ...]:
    """What the edition asks, in its order."""
    return tuple(requirement(line) for line in edition.requirements.all())


def requirement(line: RequirementLine) -> engine.Requirement:
    """A line as the engine reads it."""
    return engine.Requirement(
        code=line.code,
        kind=engine.Kind(line.kind),
        amount=Fraction(line.amount),
        subjects=tuple(line.subjects),
        assumed=line.assumed,
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


def edition_in_force(standard: Standard, day: date) -> StandardEdition | None:
    """The edition under which a cohort may begin on a day."""
    rows = standard.editions.exclude(state=StandardEdition.State.DRAFT)
    return rows.filter(valid_from__lte=day).order_by("number").last()


def editions_to_follow(day: date) -> list[StandardEdition]:
    """For each standard the edition in force on a day."""
    rows = StandardEdition.objects.exclude(state=StandardEdition.State.DRAFT)
    ordered = rows.filter(valid_from__lte=day).select_related("standard")
    newest = {row.standard_id: row for row in ordered.order_by("number")}
    return sorted(newest.values(), key=lambda row: row.standard.code)


@dataclass(frozen=True)
class Shelf:
    """A standard with those of its editions that a viewer may read, in order."""

    standard: Standard
    editions: tuple[StandardEdition, ...]


def standards_shown_to(viewer: Viewer) -> list[Shelf]:
    """Every standard that has an edition the viewer may read, in one query."""
    rows = editions_visible_to(viewer).select_related("standard")
    found: defaultdict[Standard, list[StandardEdition]] = defaultdict(list)
    for row in rows.order_by("standard__code", "number"):
        found[row.standard].append(row)
    return [Shelf(standard, tuple(editions)) for standard, editions in found.items()]


def edition_at(viewer: Viewer, code: str, number: int) -> StandardEdition | None:
    """The edition with its lines, if the viewer may read it."""
    rows = editions_visible_to(viewer).filter(standard__code=code, number=number)
    return rows.select_related("standard").prefetch_related("requirements").first()


def cohorts_following(edition: StandardEdition, on: date) -> list[Cohort]:
    """Cohorts that follow the edition on a day."""
    rows = FollowedStandard.objects.filter(since__lte=on).select_related("cohort")
    latest = {row.cohort: row.edition_id for row in rows.order_by("since")}
    found = [cohort for cohort, key in latest.items() if key == edition.pk]
    return sorted(found, key=lambda cohort: cohort.code)


def history_of(cohort: Cohort) -> list[FollowedStandard]:
    """What the cohort followed and follows, the newest first."""
    rows = FollowedStandard.objects.filter(cohort=cohort)
    return list(rows.select_related("edition__standard").order_by("-since"))


def decided_under(cohort: Cohort, edition: StandardEdition) -> int:
    """How many people of the cohort keep an edition because it decided on them."""
    rows = Decision.objects.filter(cohort=cohort, edition=edition)
    return rows.values("person").distinct().count()


def not_in_plan(edition: StandardEdition, cohort: Cohort) -> list[str]:
    """Codes of stages that the edition asks for and the cohort's plan does not have."""
    planned = set(cohort.stages.values_list("code", flat=True))
    wanted = [
        subject
        for line in edition.requirements.all()
        if line.kind == Kind.ATTENDANCE
        for subject in line.subjects
    ]
    return sorted(set(wanted) - planned)


def known_subjects(kind: str) -> list[str]:
    """Codes that a line of that kind may concern, as far as they are known here."""
    if kind == Kind.DEMO:
        return list(DemoCriterion.values)
    if kind == Kind.ATTENDANCE:
        return _codes(Stage.objects.all())
    return _codes(Assignment.objects.all()) if kind == Kind.ASSIGNMENT else []


def _codes(rows: QuerySet[Any]) -> list[str]:
    return list(rows.order_by("code").values_list("code", flat=True).distinct())
