"""Every indicator: its total, by each dimension, by two, filtered, as of the past."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from time import perf_counter
from typing import Any

from benchmarks.timing import in_turn
from mwalimu.figures.engine.indicators import INDICATORS
from mwalimu.figures.queries import BadQuestion, figure, trace
from mwalimu.people.permissions import OPERATOR, PUBLIC, Viewer
from mwalimu.qualification.engine import Evidence, Kind, Requirement, judge_all

PAIRS = (("year", "topic"), ("host", "year"), ("sector", "sex"))
DIMENSIONS = (
    "year month host member region topic sector sex mode language abroad initiative"
).split()
PAST = datetime(2024, 6, 1, tzinfo=UTC)


def measure_figures() -> dict[str, dict[str, float]]:
    """Each question, in its words, with its times."""
    asked: dict[str, Callable[[], Any]] = {}
    for indicator in INDICATORS:
        code = str(getattr(indicator, "code", indicator))
        for by in [(), *((name,) for name in DIMENSIONS), *PAIRS]:
            _ask(asked, f"{code} by {', '.join(by)}" if by else code, code, by)
        _ask(asked, f"{code} where host=KE by year", code, ("year",), {"host": "KE"})
    _ask(
        asked, "participations by year, public", "participations", ("year",), {}, PUBLIC
    )
    asked["participations as of 2024-06"] = lambda: figure(
        "participations", viewer=OPERATOR, as_of=PAST
    )
    asked["trace participations host=KE, 50 rows"] = lambda: trace(
        "participations", {"host": "KE"}, viewer=OPERATOR, limit=50
    )
    return in_turn(asked)


def _ask(
    asked: dict[str, Callable[[], Any]],
    label: str,
    code: str,
    by: Sequence[str],
    where: dict[str, str] | None = None,
    viewer: Viewer = OPERATOR,
) -> None:
    """Add a question, unless this indicator is not cut so."""
    try:
        figure(code, by, where or {}, viewer=viewer)
    except BadQuestion:
        return
    asked[label] = lambda: figure(code, by, where or {}, viewer=viewer)


def engine_speed() -> float:
    """Person-standards a minute that the rule engine judges on one core."""
    day = datetime(2024, 2, 1, tzinfo=UTC).date()
    stages = tuple(f"WG{number}" for number in range(1, 6))
    standard = [
        Requirement("attend", Kind.ATTENDANCE, Fraction(4, 5), stages),
        *(
            Requirement(f"task-{n}", Kind.ASSIGNMENT, Fraction(1), (f"A{n}",))
            for n in range(1, 5)
        ),
        *(
            Requirement(f"demo-{name}", Kind.DEMO, Fraction(3), (name,))
            for name in ("skill", "expertise", "materials")
        ),
        Requirement("material", Kind.MATERIAL, Fraction(1)),
    ]
    evidence = [
        *(Evidence(Kind.ATTENDANCE, s, Fraction(1), day, f"s-{s}") for s in stages),
        *(
            Evidence(Kind.ASSIGNMENT, f"A{n}", Fraction(1), day, f"a-{n}")
            for n in (1, 2)
        ),
        *(Evidence(Kind.DEMO, n, Fraction(4), day, n) for n in ("skill", "expertise")),
    ]
    number = 2000
    started = perf_counter()
    for _ in range(number):
        judge_all(standard, evidence, on=day)
    return number / (perf_counter() - started) * 60
