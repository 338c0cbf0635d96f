"""The values that dimensions take from tables, and whether an asked value is one."""

from collections.abc import Iterable, Mapping

from django.db.models import CharField, Value
from django.utils.translation import pgettext

from mwalimu.figures.engine.dimensions import NO_INITIATIVE, NOT_RECORDED, SEVERAL
from mwalimu.figures.engine.grammar import BadQuestion, Condition, check_value
from mwalimu.reference.models import Initiative, Member, Named, Region, Topic

TABLES: Mapping[str, tuple[type[Named], tuple[str, ...]]] = {
    "host": (Member, ()),
    "member": (Member, (NOT_RECORDED,)),
    "region": (Region, ()),
    "topic": (Topic, (SEVERAL,)),
    "initiative": (Initiative, (NO_INITIATIVE,)),
}


def names() -> dict[str, dict[str, Mapping[str, str]]]:
    """The names of all rows by table and code, in one query."""
    tables = {table.__name__: table for table, _ in TABLES.values()}
    first, *others = (
        table._default_manager.order_by().values_list(
            Value(name, output_field=CharField()), "code", "names"
        )
        for name, table in tables.items()
    )
    found: dict[str, dict[str, Mapping[str, str]]] = {name: {} for name in tables}
    for name, code, words in first.union(*others, all=True):
        found[name][code] = words
    return found


def check_values(conditions: Iterable[Condition]) -> None:
    """Refuse values that no row has. One query at most. Raises BadQuestion."""
    asked = [each for each in conditions if each.dimension in TABLES and each.values]
    if not asked:
        return
    known = names()
    for condition in asked:
        table, more = TABLES[condition.dimension]
        codes = [*sorted(known[table.__name__]), *more]
        for value in condition.values:
            check_value(condition.dimension, value, codes)


def told(wrong: BadQuestion) -> str:
    """What makes no sense, in the reader's language."""
    return pgettext("figures", wrong.text) % wrong.values
