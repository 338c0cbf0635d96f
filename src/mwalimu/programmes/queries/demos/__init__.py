"""Demo slots, their scores and minutes, each as far as its reader may see."""

from mwalimu.programmes.queries.demos.agreed import (
    agreed_results,
    demos_held,
    results_of,
)
from mwalimu.programmes.queries.demos.found import (
    assessors_at,
    candidates_for,
    minutes_at,
    minutes_of,
    minutes_to_sign,
    panel_choices,
    slot_at,
)
from mwalimu.programmes.queries.demos.schedule import (
    AssessorLine,
    SlotLine,
    line_of,
    schedule_of,
    slot_to_score,
    slots_to_score,
    slots_to_teach,
)
from mwalimu.programmes.queries.demos.sealing import hash_of
from mwalimu.programmes.queries.demos.talking import CandidateLine, talk_of

__all__ = [
    "AssessorLine",
    "CandidateLine",
    "SlotLine",
    "agreed_results",
    "assessors_at",
    "candidates_for",
    "demos_held",
    "hash_of",
    "line_of",
    "minutes_at",
    "minutes_of",
    "minutes_to_sign",
    "panel_choices",
    "results_of",
    "schedule_of",
    "slot_at",
    "slot_to_score",
    "slots_to_score",
    "slots_to_teach",
    "talk_of",
]
