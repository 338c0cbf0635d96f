"""What WG members have shown, and where they stand under their cohort's standard."""

from mwalimu.qualification.queries.evidence.places import (
    Place,
    places_in_topics,
    places_of,
)
from mwalimu.qualification.queries.evidence.rules import Rules, rules_of
from mwalimu.qualification.queries.evidence.standings import standings, standings_of

__all__ = [
    "Place",
    "Rules",
    "places_in_topics",
    "places_of",
    "rules_of",
    "standings",
    "standings_of",
]
