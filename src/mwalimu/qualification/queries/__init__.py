"""Judgements from awards and standards."""

from mwalimu.qualification.queries.awards import (
    all_topics,
    award_at,
    awards_held,
    awards_of,
    decisions_held,
    holding,
    master_trainers,
    topics_held,
)
from mwalimu.qualification.queries.led_by import LedBy, led_by
from mwalimu.qualification.queries.roles import all_grants

__all__ = [
    "LedBy",
    "all_grants",
    "all_topics",
    "award_at",
    "awards_held",
    "awards_of",
    "decisions_held",
    "holding",
    "led_by",
    "master_trainers",
    "topics_held",
]
