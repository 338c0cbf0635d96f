"""A standing as plain data that can be kept, and the hash that seals it.

Only codes, numbers, days and public ids: no name, no words about a person. Why somebody
was let off stays with the waiver, whose public id is among the rows.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from mwalimu.qualification.engine.values import Reason, Standing, Verdict

FREE_TEXT = frozenset({"reason"})
Plain = dict[str, Any]


def plain_standing(standing: Standing) -> Plain:
    """Every verdict with its reasons and rows."""
    return {
        "complete": standing.complete,
        "verdicts": [_verdict(verdict) for verdict in standing.verdicts],
    }


def seal(kept: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: keys in order, no spaces, UTF-8."""
    text = json.dumps(
        kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _verdict(verdict: Verdict) -> Plain:
    asked = verdict.requirement
    return {
        "requirement": asked.code,
        "kind": asked.kind.value,
        "needed": str(asked.amount),
        "subjects": list(asked.subjects),
        "assumed": asked.assumed,
        "state": verdict.state.value,
        "since": _plain(verdict.since),
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "rows": list(verdict.rows),
    }


def _reason(reason: Reason) -> Plain:
    values = {
        name: _plain(value)
        for name, value in reason.values.items()
        if name not in FREE_TEXT
    }
    return {"code": reason.code, "values": values}


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
