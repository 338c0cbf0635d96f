"""What came out of a working group, and how far its work plan is."""

from mwalimu.programmes.queries.outputs.due import WorkDue, work_plan_due
from mwalimu.programmes.queries.outputs.found import (
    issue_at,
    need_at,
    outputs_session_at,
    task_at,
    tasks_held,
)
from mwalimu.programmes.queries.outputs.owners import owners_at
from mwalimu.programmes.queries.outputs.page import (
    Outputs,
    TaskLine,
    outputs_of,
    plan_of_cohort,
)

__all__ = [
    "Outputs",
    "TaskLine",
    "WorkDue",
    "issue_at",
    "need_at",
    "outputs_of",
    "outputs_session_at",
    "owners_at",
    "plan_of_cohort",
    "task_at",
    "tasks_held",
    "work_plan_due",
]
