"""The rules. More evidence never opens a met requirement; order never matters."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from mwalimu.qualification.engine.values import (
    COUNTED,
    Evidence,
    Reason,
    Requirement,
    Standing,
    State,
    Verdict,
    Waiver,
)


def judge_all(
    requirements: Sequence[Requirement],
    evidence: Iterable[Evidence],
    *,
    on: date,
    waivers: Iterable[Waiver] = (),
    closes: Mapping[str, date] | None = None,
) -> Standing:
    """Judge a person under a whole standard, as of a day.

    `closes` gives, by subject, the last day on which evidence can still come in; a
    requirement whose subject closed without it is missed, otherwise it is open.
    """
    by_kind: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.on <= on:
            by_kind.setdefault(item.kind, []).append(item)
    excused = {waiver.requirement: waiver for waiver in waivers}
    return Standing(
        tuple(
            judge(
                requirement,
                by_kind.get(requirement.kind, ()),
                on=on,
                waiver=excused.get(requirement.code),
                closes=closes or {},
            )
            for requirement in requirements
        )
    )


def judge(
    requirement: Requirement,
    evidence: Iterable[Evidence],
    *,
    on: date,
    waiver: Waiver | None,
    closes: Mapping[str, date],
) -> Verdict:
    """Judge one requirement. Evidence that is enough wins over a waiver."""
    rule = count if requirement.kind in COUNTED else reach
    verdict = rule(requirement, list(evidence), on, closes)
    if waiver and verdict.state != State.MET:
        reason = Reason("waived", {"reason": waiver.reason})
        return Verdict(requirement, State.WAIVED, (reason,), (waiver.row,))
    return verdict


def reach(
    requirement: Requirement,
    evidence: list[Evidence],
    on: date,
    closes: Mapping[str, date],
) -> Verdict:
    """Every subject must reach the amount; its best row decides."""
    reasons: list[Reason] = []
    rows: list[str] = []
    met_on: list[date] = []
    missed: list[date] = []
    for subject in requirement.subjects:
        serving = [item for item in evidence if item.serves(subject)]
        enough = [item for item in serving if item.amount >= requirement.amount]
        if enough:
            first = min(enough, key=lambda item: (item.on, item.row))
            rows.append(first.row)
            met_on.append(first.on)
            reasons.append(_reason("reached", subject, first.amount, requirement))
            continue
        best = max(serving, key=lambda item: (item.amount, item.row), default=None)
        if best:
            rows.append(best.row)
        amount = best.amount if best else Fraction(0)
        code = "below" if best else "nothing"
        closed = closes.get(subject)
        if closed and closed < on:
            missed.append(closed)
        said = best.said if best else ""
        reasons.append(_reason(code, subject, amount, requirement, closed, said))
    return _verdict(requirement, reasons, rows, met_on, missed)


def count(
    requirement: Requirement,
    evidence: list[Evidence],
    on: date,
    closes: Mapping[str, date],
) -> Verdict:
    """The amounts of all serving rows add up; each row counts once."""
    wanted = requirement.subjects
    serving = {
        item.row: item
        for item in evidence
        if not wanted or any(item.serves(subject) for subject in wanted)
    }
    ordered = sorted(serving.values(), key=lambda item: (item.on, item.row))
    total = sum((item.amount for item in ordered), Fraction(0))
    subject = ", ".join(wanted)
    closing = [closes[name] for name in wanted if name in closes]
    closed = max(closing, default=None)
    code = "reached" if total >= requirement.amount else "below" if total else "nothing"
    reason = _reason(code, subject, total, requirement, closed)
    met_on = _when_enough(ordered, requirement.amount) if code == "reached" else []
    missed = [closed] if closed and closed < on and code != "reached" else []
    rows = [item.row for item in ordered]
    return _verdict(requirement, [reason], rows, met_on, missed)


def _when_enough(ordered: list[Evidence], amount: Fraction) -> list[date]:
    """The day on which the running total reached the amount."""
    total = Fraction(0)
    for item in ordered:
        total += item.amount
        if total >= amount:
            return [item.on]
    return []


def _reason(
    code: str,
    subject: str,
    amount: Fraction,
    requirement: Requirement,
    closes: date | None = None,
    said: str = "",
) -> Reason:
    return Reason(
        code,
        {
            "kind": requirement.kind.value,
            "subject": subject,
            "amount": amount,
            "needed": requirement.amount,
            "closes": closes,
            "assumed": requirement.assumed,
            "said": said,
        },
    )


def _verdict(
    requirement: Requirement,
    reasons: list[Reason],
    rows: list[str],
    met_on: list[date],
    missed: list[date],
) -> Verdict:
    """Met when nothing is short; missed when a short subject has closed."""
    if all(reason.code == "reached" for reason in reasons):
        state, since = State.MET, max(met_on, default=None)
    elif missed:
        state, since = State.MISSED, min(missed)
    else:
        state, since = State.OPEN, None
    return Verdict(
        requirement, state, tuple(reasons), tuple(dict.fromkeys(rows)), since
    )
