"""The outputs of a session with what earlier sessions left open; a cohort's work plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import (
    Cohort,
    Session,
    SessionIssue,
    TrainingNeed,
    WorkItem,
)
from mwalimu.programmes.permissions import (
    Contribution,
    contribution,
    issues_visible_to,
    needs_visible_to,
    outputs_open_to,
    tasks_visible_to,
)
from mwalimu.programmes.querysets import WorkItemQuerySet


@dataclass(frozen=True)
class TaskLine:
    """A task as a viewer reads it. `name` is empty where it is not theirs to read."""

    item: WorkItem
    name: str
    late: bool
    notes: int

    @property
    def owned(self) -> bool:
        """Whether anybody owns it."""
        return bool(self.item.member_id or self.item.person_id)


@dataclass(frozen=True)
class Outputs:
    """What came out of a session; `carried` is what earlier sessions left open."""

    session: Session
    issues: tuple[SessionIssue, ...]
    needs: tuple[TrainingNeed, ...]
    plan: tuple[TaskLine, ...]
    carried: tuple[TaskLine, ...]
    may: Contribution

    @property
    def waiting(self) -> int:
        """Tasks of its own plan that are not closed."""
        return sum(not line.item.is_closed for line in self.plan)


def outputs_of(viewer: Viewer, session: Session, today: date) -> Outputs:
    """What the viewer may read of it. Five queries, and two on what they may write."""
    may = contribution(viewer, session, today)
    open_to = outputs_open_to(viewer)
    issues = issues_visible_to(viewer, open_to).filter(session=session)
    needs = needs_visible_to(viewer, open_to).filter(session=session)
    tasks = tasks_visible_to(viewer, open_to)
    return Outputs(
        session,
        tuple(issues.select_related("member")),
        tuple(needs.select_related("topic").prefetch_related("members")),
        _lines(tasks.filter(session=session), may, today),
        _lines(_carried(tasks, session), may, today),
        may,
    )


def _carried(tasks: WorkItemQuerySet, session: Session) -> WorkItemQuerySet:
    """Tasks of earlier sessions of the same cohorts that are not closed."""
    if session.starts_on is None:
        return tasks.none()
    through = Session.cohorts.through.objects
    cohorts = through.filter(session=session.pk).values("cohort")
    same = through.filter(cohort__in=cohorts).values("session")
    earlier = Q(session__starts_on__lt=session.starts_on)
    rows: WorkItemQuerySet = tasks.waiting().filter(earlier, session__in=same)
    return rows


def plan_of_cohort(viewer: Viewer, cohort: Cohort, today: date) -> tuple[TaskLine, ...]:
    """Every task that sessions of a cohort agreed, those that wait first. One query, and
    two for each session on what the viewer may read.
    """
    through = Session.cohorts.through.objects.filter(cohort=cohort.pk)
    tasks = tasks_visible_to(viewer).filter(session__in=through.values("session"))
    may: dict[int, Contribution] = {}
    lines = []
    for item in _shown(tasks):
        if item.session_id not in may:
            may[item.session_id] = contribution(viewer, item.session, today)
        lines.append(_line(item, may[item.session_id], today))
    return tuple(sorted(lines, key=lambda line: line.item.is_closed))


def _lines(
    rows: WorkItemQuerySet, may: Contribution, today: date
) -> tuple[TaskLine, ...]:
    lines = [_line(item, may, today) for item in _shown(rows)]
    return tuple(sorted(lines, key=lambda line: line.item.is_closed))


def _shown(rows: WorkItemQuerySet) -> Iterable[WorkItem]:
    shown = rows.select_related("session__host", "member", "person")
    counted: WorkItemQuerySet = shown.annotate(followed=Count("notes"))
    return counted.order_by(F("due_on").asc(nulls_last=True), "pk")


def _line(item: WorkItem, may: Contribution, today: date) -> TaskLine:
    late = not item.is_closed and item.due_on is not None and item.due_on < today
    name = item.person.name if item.person and may.reads_name(item) else ""
    return TaskLine(item, name, late, getattr(item, "followed", 0))
