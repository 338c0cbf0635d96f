"""Applying the rules: in small transactions, as often as one likes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from mwalimu.accounts.operations import system_actor
from mwalimu.cli.retention.rules import RULES, Rule

AT_ONCE = 200
MOST = 10_000  # rows of one rule in one run; the rest goes with the next


@dataclass(frozen=True)
class Outcome:
    """How many rows of a rule were due, and how many went."""

    rule: Rule
    due: int
    gone: int


def apply_retention(
    at: datetime, *, dry_run: bool = False, rules: Iterable[Rule] = RULES
) -> list[Outcome]:
    """Let go what is over at an instant; with `dry_run` only say how much that is."""
    return [
        Outcome(rule, rule.due(at).count(), 0 if dry_run else _apply(rule, at))
        for rule in rules
    ]


def _apply(rule: Rule, at: datetime) -> int:
    by = system_actor("retention")
    gone = 0
    while gone < MOST:
        with transaction.atomic():
            keys = list(rule.due(at).values_list("pk", flat=True)[:AT_ONCE])
            went = rule.drop(keys, by, at) if keys else 0
        gone += went
        if len(keys) < AT_ONCE or not went:
            break
    return gone
