"""The values that dimensions take from tables, and whether an asked value is one."""

from collections.abc import Iterable, Mapping

from mwalimu.figures.engine.dimensions import NO_INITIATIVE, NOT_RECORDED, SEVERAL
from mwalimu.figures.engine.grammar import Condition, check_value
from mwalimu.reference.models import Initiative, Member, Named, Region, Topic

TABLES: Mapping[str, tuple[type[Named], tuple[str, ...]]] = {
    "host": (Member, ()),
    "member": (Member, (NOT_RECORDED,)),
    "region": (Region, ()),
    "topic": (Topic, (SEVERAL,)),
    "initiative": (Initiative, (NO_INITIATIVE,)),
}


def codes_of(dimension: str) -> list[str]:
    """The codes of a dimension that has a table, in order."""
    table, more = TABLES[dimension]
    codes = table._default_manager.order_by("code").values_list("code", flat=True)
    return [*codes, *more]


def check_values(conditions: Iterable[Condition]) -> None:
    """Refuse values that no row has. Raises BadQuestion."""
    for condition in conditions:
        if condition.dimension not in TABLES or not condition.values:
            continue
        table, more = TABLES[condition.dimension]
        asked = set(condition.values) - set(more)
        found = table._default_manager.filter(code__in=asked).values_list("code")
        unknown = asked - {code for (code,) in found}
        if unknown:
            known = codes_of(condition.dimension)
            check_value(condition.dimension, min(unknown), known)
