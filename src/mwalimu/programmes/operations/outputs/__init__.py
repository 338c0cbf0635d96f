"""Writing what comes out of a working group: issues, needs, the collective work plan."""

from mwalimu.programmes.operations.outputs.issues import (
    add_issues,
    change_issue,
    drop_issue,
)
from mwalimu.programmes.operations.outputs.needs import (
    add_needs,
    change_need,
    drop_need,
)
from mwalimu.programmes.operations.outputs.plan import (
    Task,
    add_task,
    change_task,
    drop_task,
    follow_up,
)
from mwalimu.programmes.operations.outputs.refusals import OutputRefused

__all__ = [
    "OutputRefused",
    "Task",
    "add_issues",
    "add_needs",
    "add_task",
    "change_issue",
    "change_need",
    "change_task",
    "drop_issue",
    "drop_need",
    "drop_task",
    "follow_up",
]
