"""Who sees programmes and their journey, and who changes them."""

from mwalimu.programmes.permissions.assignments import (
    assignments_visible_to,
    may_review,
    may_run_assignments,
    submissions_visible_to,
)
from mwalimu.programmes.permissions.calls import (
    calls_visible_to,
    may_nominate,
    may_run_calls,
    nominations_visible_to,
    nominees,
    scores_visible_to,
)
from mwalimu.programmes.permissions.evaluations import (
    evaluations_asking,
    evaluations_to_answer,
    may_run_evaluations,
    session_decisions_visible_to,
)
from mwalimu.programmes.permissions.independence import is_independent
from mwalimu.programmes.permissions.letters import (
    CORRESPONDS,
    letters_visible_to,
    may_hand_in_letter,
)
from mwalimu.programmes.permissions.logistics import (
    Sight,
    logistics_visible_to,
    logistics_written_by,
)
from mwalimu.programmes.permissions.outputs import (
    Contribution,
    contribution,
    issues_visible_to,
    members_taking_part,
    needs_visible_to,
    outputs_open_to,
    tasks_visible_to,
)
from mwalimu.programmes.permissions.programmes import (
    activities_visible_to,
    may_edit,
    seat_holders,
    sessions_visible_to,
    visible_to,
)
from mwalimu.programmes.permissions.reports import (
    may_answer_clearance,
    reports_visible_to,
)
from mwalimu.programmes.permissions.seats import (
    SEES_SEATS,
    cohorts_visible_to,
    holdings_visible_to,
    may_run_seats,
    seats_counted_by,
    seats_visible_to,
    sees_all_seats,
)
from mwalimu.programmes.permissions.sessions import (
    hosts,
    may_take_attendance,
    own_sessions,
    papers_visible_to,
    participants_visible_to,
    workspaces_visible_to,
)

__all__ = [
    "CORRESPONDS",
    "SEES_SEATS",
    "Contribution",
    "Sight",
    "activities_visible_to",
    "assignments_visible_to",
    "calls_visible_to",
    "cohorts_visible_to",
    "contribution",
    "evaluations_asking",
    "evaluations_to_answer",
    "holdings_visible_to",
    "hosts",
    "is_independent",
    "issues_visible_to",
    "letters_visible_to",
    "logistics_visible_to",
    "logistics_written_by",
    "may_answer_clearance",
    "may_edit",
    "may_hand_in_letter",
    "may_nominate",
    "may_review",
    "may_run_assignments",
    "may_run_calls",
    "may_run_evaluations",
    "may_run_seats",
    "may_take_attendance",
    "members_taking_part",
    "needs_visible_to",
    "nominations_visible_to",
    "nominees",
    "outputs_open_to",
    "own_sessions",
    "papers_visible_to",
    "participants_visible_to",
    "reports_visible_to",
    "scores_visible_to",
    "seat_holders",
    "seats_counted_by",
    "seats_visible_to",
    "sees_all_seats",
    "session_decisions_visible_to",
    "sessions_visible_to",
    "submissions_visible_to",
    "tasks_visible_to",
    "visible_to",
    "workspaces_visible_to",
]
