"""Intersessional work as its author, its assessors and those who follow it see it."""

from mwalimu.programmes.queries.assignments.found import (
    assignment_at,
    assignments_of,
    file_at,
    holder_at,
    submission_at,
)
from mwalimu.programmes.queries.assignments.held import work_held
from mwalimu.programmes.queries.assignments.matrix import (
    Cell,
    Matrix,
    MatrixRow,
    matrix_of,
)
from mwalimu.programmes.queries.assignments.reminding import (
    Due,
    due_soon,
    waiting_for_review,
)
from mwalimu.programmes.queries.assignments.reviewing import (
    differing,
    reviewed_by,
    to_review,
)
from mwalimu.programmes.queries.assignments.tasks import Task, task_of, tasks_of
from mwalimu.programmes.queries.assignments.versions import (
    Remark,
    Version,
    versions_for_author,
    versions_for_team,
)

__all__ = [
    "Cell",
    "Due",
    "Matrix",
    "MatrixRow",
    "Remark",
    "Task",
    "Version",
    "assignment_at",
    "assignments_of",
    "differing",
    "due_soon",
    "file_at",
    "holder_at",
    "matrix_of",
    "reviewed_by",
    "submission_at",
    "task_of",
    "tasks_of",
    "to_review",
    "versions_for_author",
    "versions_for_team",
    "waiting_for_review",
    "work_held",
]
