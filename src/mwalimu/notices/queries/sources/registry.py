"""Which function finds the rows of which kind.

A new kind needs a line in `engine.kinds.KINDS`, one here, and its words in
`queries.wording`. Rows that a package below can only count itself are ASKED for.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mwalimu.notices.queries.sources import meetings, places, records, standing, work
from mwalimu.notices.queries.sources.cut import Cut
from mwalimu.people.permissions import Viewer

Rows = Callable[[Viewer, date], list[Any]]
Asks = Callable[[Viewer, date], list[Cut]]

ROWS: dict[str, Rows] = {
    "answer_invitation": meetings.answer_invitation,
    "another_name": places.another_name,
    "names_missing": places.names_missing,
    "letter_to_answer": places.letter_to_answer,
    "award_ends": standing.award_ends,
    "award_to_renew": standing.award_to_renew,
    "below_floor": standing.below_floor,
    "training_returned": records.training_returned,
    "training_to_verify": records.training_to_verify,
    "work_to_review": work.work_to_review,
    "work_differs": work.work_differs,
    "work_not_reviewed": work.work_not_reviewed,
    "demo_to_score": meetings.demo_to_score,
    "minutes_to_sign": meetings.minutes_to_sign,
    "names_to_decide": places.names_to_decide,
    "call_to_conclude": places.call_to_conclude,
    "letter_unanswered": places.letter_unanswered,
    "answers_missing": meetings.answers_missing,
    "seats_vacant": places.seats_vacant,
    "own_seats_vacant": places.own_seats_vacant,
    "behind": standing.behind,
    "people_behind": standing.people_behind,
    "cohort_behind": standing.cohort_behind,
    "training_draft": records.training_draft,
}
ASKED: dict[tuple[str, ...], tuple[frozenset[str], Asks]] = {
    ("work_due", "work_to_repeat"): (frozenset({"candidate"}), work.hand_ins),
}


def barred(assessors: Iterable[int], on: date) -> dict[tuple[str, Any], set[int]]:
    """For a kind and a row (its uuid), the persons whom it does not reach although
    others in their role are reached. One viewer is asked for in the rows themselves.
    """
    found = {
        "training_to_verify": records.had_a_hand(),
        "work_to_review": work.kept_from(assessors, on),
    }
    return {
        (kind, uuid): people
        for kind, rows in found.items()
        for uuid, people in rows.items()
    }
