"""Every indicator: its total, by each dimension, by two, filtered, as of the past."""

from datetime import UTC, datetime
from fractions import Fraction
from time import perf_counter

from benchmarks.timing import milliseconds
from mwalimu.figures.engine.indicators import INDICATORS
from mwalimu.figures.queries import BadQuestion, figure, trace
from mwalimu.people.permissions import OPERATOR, PUBLIC
from mwalimu.qualification.engine import Evidence, Kind, Requirement, judge_all

PAIRS = (("year", "topic"), ("host", "year"), ("sector", "sex"))
DIMENSIONS = (
    "year month host member region topic sector sex mode language abroad initiative"
).split()
PAST = datetime(2024, 6, 1, tzinfo=UTC)


def measure_figures() -> dict[str, float]:
    """Question to median ms."""
    found = {}
    for indicator in INDICATORS:
        code = getattr(indicator, "code", indicator)
        cuts = [(), *((name,) for name in DIMENSIONS), *PAIRS]
        for by in cuts:
            label = f"{code} by {', '.join(by)}" if by else code
            _time(found, label, code, by)
        _time(found, f"{code} where host=KE by year", code, ("year",), {"host": "KE"})
    _time(
        found, "participations by year, public", "participations", ("year",), {}, PUBLIC
    )
    found["participations as of 2024-06"] = milliseconds(
        lambda: figure("participations", viewer=OPERATOR, as_of=PAST), 5
    )
    found["trace participations host=KE, 50 rows"] = milliseconds(
        lambda: trace("participations", {"host": "KE"}, viewer=OPERATOR, limit=50), 5
    )
    return found


def _time(found, label, code, by, where=None, viewer=OPERATOR) -> None:
    try:
        figure(code, by, where or {}, viewer=viewer)
    except BadQuestion:
        return  # this indicator is not cut so
    found[label] = milliseconds(lambda: figure(code, by, where or {}, viewer=viewer), 5)


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
