"""Setting an assignment: what is asked, until when, and how it will be judged."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import (
    Assignment,
    Cohort,
    Criterion,
    Review,
    Stage,
)
from mwalimu.programmes.operations.assignments.refusals import (
    WorkRefused,
    plain,
    require_team,
)
from mwalimu.reference.models import Topic

State = Assignment.State
ASSESSORS = (1, 2)
SCALE = (1, 100)
MOST_CRITERIA = 12


@dataclass(frozen=True)
class CriterionFacts:
    """A line of the rubric, scored from 0 to `most`."""

    names: Mapping[str, str]
    most: int = 5


@dataclass(frozen=True, kw_only=True)
class AssignmentFacts:
    """What is asked of whom, until when, and by how many it is judged."""

    code: str
    titles: Mapping[str, str]
    due_on: date
    late_until: date | None = None
    instructions: Mapping[str, str] = field(default_factory=dict)
    stage: Stage | None = None
    topic: Topic | None = None
    assessors_wanted: int = 1
    rubric: tuple[CriterionFacts, ...] = ()


COLUMNS = (
    "code titles due_on late_until instructions stage topic assessors_wanted".split()
)


@transaction.atomic
def create_assignment(
    cohort: Cohort, *, facts: AssignmentFacts, by: Actor, at: datetime
) -> Assignment:
    """Set an assignment as a draft, which only the team sees. Raises WorkRefused."""
    require_team(by, at)
    _check(facts, cohort, own=None)
    row = Assignment(cohort=cohort, created_at=at, created_by=by)
    _write(row, facts)
    _write_rubric(row, facts.rubric)
    record("create", "assignment", row.uuid, by=by, at=at, after=_summary(row))
    return row


@transaction.atomic
def edit_assignment(
    row: Assignment, *, facts: AssignmentFacts, by: Actor, at: datetime
) -> Assignment:
    """Change what is asked. The rubric is fixed once somebody was judged by it.

    What was handed in keeps its mark of late or in time. Raises WorkRefused.
    """
    require_team(by, at)
    _check(facts, row.cohort, own=row)
    before = _summary(row)
    changed = facts.rubric != rubric_of(row)
    if changed and Review.objects.filter(submission__assignment=row).exists():
        text = pgettext(
            "refusal",
            "Work was reviewed by this rubric already: it stays as it is. Set another"
            " assignment for a new rubric.",
        )
        raise WorkRefused("rubric", text)
    _write(row, facts)
    if changed:
        row.criteria.all().delete()
        _write_rubric(row, facts.rubric)
    after = _summary(row)
    record("edit", "assignment", row.uuid, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def open_assignment(row: Assignment, *, by: Actor, at: datetime) -> Assignment:
    """Show it to the WG members, who hand in from now on; also after it was closed."""
    require_team(by, at)
    return _move(row, State.OPEN, by, at)


@transaction.atomic
def close_assignment(row: Assignment, *, by: Actor, at: datetime) -> Assignment:
    """Nothing is handed in any more; what waits is still reviewed."""
    require_team(by, at)
    if row.state == State.DRAFT:
        text = pgettext("refusal", "A draft is not closed: open it, or drop it.")
        raise WorkRefused("", text)
    return _move(row, State.CLOSED, by, at)


@transaction.atomic
def drop_assignment(row: Assignment, *, by: Actor, at: datetime) -> None:
    """A draft that is not wanted goes. What was once open stays. Raises WorkRefused."""
    require_team(by, at)
    if row.state != State.DRAFT or row.submissions.exists():
        text = pgettext("refusal", "Only a draft is dropped. Close this one instead.")
        raise WorkRefused("", text)
    record("drop", "assignment", row.uuid, by=by, at=at, before=_summary(row))
    row.delete()


def rubric_of(row: Assignment) -> tuple[CriterionFacts, ...]:
    """The rubric as it stands."""
    return tuple(CriterionFacts(each.names, each.most) for each in row.criteria.all())


def _move(row: Assignment, state: str, by: Actor, at: datetime) -> Assignment:
    if row.state != state:
        before = {"state": row.state}
        row.state = state
        row.save(update_fields=["state"])
        verb = "open" if state == State.OPEN else "close"
        after = {"state": state}
        record(verb, "assignment", row.uuid, by=by, at=at, before=before, after=after)
    return row


def _write(row: Assignment, facts: AssignmentFacts) -> None:
    for name in COLUMNS:
        setattr(row, name, getattr(facts, name))
    row.save()


def _write_rubric(row: Assignment, rubric: tuple[CriterionFacts, ...]) -> None:
    Criterion.objects.bulk_create(
        Criterion(assignment=row, position=number, **asdict(line))
        for number, line in enumerate(rubric, 1)
    )


def _summary(row: Assignment) -> dict[str, Any]:
    return {
        "code": row.code,
        "due_on": row.due_on.isoformat(),
        "late_until": row.late_until and row.late_until.isoformat(),
        "assessors_wanted": row.assessors_wanted,
        "rubric": [line.most for line in rubric_of(row)],
    }


def _check(facts: AssignmentFacts, cohort: Cohort, own: Assignment | None) -> None:
    _check_words(facts)
    _check_days(facts)
    _check_place(facts, cohort)
    if facts.assessors_wanted not in ASSESSORS:
        text = pgettext("refusal", "One or two assessors review a piece of work.")
        raise WorkRefused("assessors_wanted", text)
    same = Assignment.objects.filter(cohort=cohort, code__iexact=facts.code)
    if any(row.pk != (own and own.pk) for row in same):
        text = pgettext("refusal", "This cohort has an assignment %(code)s already.")
        raise WorkRefused("code", text % {"code": facts.code})
    _check_rubric(facts.rubric)


def _check_words(facts: AssignmentFacts) -> None:
    if not plain("code", facts.code, 20):
        raise WorkRefused(
            "code", pgettext("refusal", "Give a short code, such as IS1-A.")
        )
    if not any(plain("titles", text, 200) for text in facts.titles.values()):
        text = pgettext("refusal", "Give a title in one language at least.")
        raise WorkRefused("titles", text)
    for text in facts.instructions.values():
        plain("instructions", text, 20_000)


def _check_days(facts: AssignmentFacts) -> None:
    for name in ("due_on", "late_until"):
        day = getattr(facts, name)
        if day is not None and not 2015 <= day.year <= 2100:
            text = pgettext("refusal", "Write a day from 2015 to 2100.")
            raise WorkRefused(name, text)
    if facts.late_until is not None and facts.late_until < facts.due_on:
        text = pgettext("refusal", "Late work cannot end before the work is due.")
        raise WorkRefused("late_until", text)


def _check_place(facts: AssignmentFacts, cohort: Cohort) -> None:
    if facts.stage is not None and facts.stage.cohort_id != cohort.pk:
        text = pgettext("refusal", "This stage belongs to another cohort.")
        raise WorkRefused("stage", text)
    topics = cohort.topics
    if facts.topic is not None and not topics.filter(pk=facts.topic.pk).exists():
        text = pgettext("refusal", "This topic is none of the cohort's.")
        raise WorkRefused("topic", text)


def _check_rubric(rubric: tuple[CriterionFacts, ...]) -> None:
    if len(rubric) > MOST_CRITERIA:
        text = pgettext("refusal", "A rubric has at most %(most)s lines.")
        raise WorkRefused("rubric", text % {"most": MOST_CRITERIA})
    for line in rubric:
        if not any(plain("rubric", text, 200) for text in line.names.values()):
            text = pgettext("refusal", "Name every line of the rubric.")
            raise WorkRefused("rubric", text)
        if not SCALE[0] <= line.most <= SCALE[1]:
            text = pgettext(
                "refusal", "A line is scored up to 1 at least, 100 at most."
            )
            raise WorkRefused("rubric", text)
