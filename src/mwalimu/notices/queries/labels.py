"""The names of Members, cohorts and topics that matters are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Value

from mwalimu.notices.engine.matters import Label, Matter
from mwalimu.notices.queries.sources import Cut
from mwalimu.programmes.models import Cohort
from mwalimu.reference.models import Member, Topic

KINDS: dict[str, Any] = {"place": Member, "cohort": Cohort, "topic": Topic}


@dataclass(frozen=True)
class Labels:
    """By what they are (`place`, `cohort`, `topic`) and primary key."""

    known: dict[tuple[str, int], Label]

    def get(self, what: str, key: int | None) -> Label | None:
        """The label, where there is a key."""
        return None if key is None else self.known.get((what, key))


def labels_of(rows: Iterable[Cut]) -> Labels:
    """All that these rows need, in one query."""
    keys: dict[str, set[int]] = {what: set() for what in KINDS}
    for row in rows:
        for what, found in keys.items():
            if (key := getattr(row, what)) is not None:
                found.add(key)
    parts = [
        KINDS[what]
        .objects.filter(pk__in=found)
        .order_by()
        .values_list(Value(what, output_field=CharField()), "pk", "code", "names")
        for what, found in keys.items()
        if found
    ]
    if not parts:
        return Labels({})
    read = parts[0].union(*parts[1:], all=True)
    return Labels({(what, pk): Label(code, names) for what, pk, code, names in read})


def as_matter(row: Cut, labels: Labels, barred: frozenset[int] = frozenset()) -> Matter:
    """A row as the engine reads it."""
    return Matter(
        kind=row.kind,
        uuid=str(row.uuid),
        day=row.day,
        held=row.held,
        title=row.title or "",
        detail=row.detail or "",
        names=row.names or {},
        number=row.number or 0,
        least=row.least or 0,
        member=labels.get("place", row.place),
        cohort=labels.get("cohort", row.cohort),
        topic=labels.get("topic", row.topic),
        person=row.person,
        place=row.place,
        away=bool(row.away),
        barred=barred,
    )
