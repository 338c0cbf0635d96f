"""What reminders ask: which tasks of work plans are due, and whose they are."""

from dataclasses import dataclass
from datetime import date, timedelta

from mwalimu.people.models import Person
from mwalimu.programmes.models import WorkItem
from mwalimu.reference.models import Member

SOON = timedelta(days=14)


@dataclass(frozen=True)
class WorkDue:
    """A task that waits; `days` left, fewer than 0: overdue.

    `person` owns it, else the coordinator of `member` answers for it, else the project
    team. `item.session` says where it was agreed.
    """

    item: WorkItem
    member: Member | None
    person: Person | None
    days: int


def work_plan_due(on: date, within: timedelta = SOON) -> list[WorkDue]:
    """Tasks due within these days, or late, that are not closed; the first due first.

    Sessions that were called off and programmes that are only prepared are left out. Not
    yet cut to anybody. One query.
    """
    rows = WorkItem.objects.waiting().filter(
        due_on__lte=on + within, session__cancelled_at=None
    )
    rows = rows.exclude(session__programme__status="prepared")
    rows = rows.select_related("session__programme", "member", "person")
    return [
        WorkDue(item, item.member, item.person, (item.due_on - on).days)
        for item in rows.order_by("due_on", "pk")
    ]
