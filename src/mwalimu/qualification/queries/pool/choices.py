"""What a search of the pool offers to choose from, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value

from mwalimu.qualification.models import ExpertField, ExpertType
from mwalimu.reference.models import Topic
from mwalimu.shared.languages import in_language

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class PoolChoices:
    """Codes with names, each in its order."""

    topics: Choices
    types: Choices
    fields: Choices

    def experts(self, marks: str) -> list[tuple[str, str]]:
        """The accreditations of a row of the pool: names of type and field."""
        types, fields = dict(self.types), dict(self.fields)
        pairs = (mark.split(":", 1) for mark in marks.split())
        return [(types.get(t, t), fields.get(f, f)) for t, f in pairs]


def pool_choices(reading: str) -> PoolChoices:
    """Topics, types and fields of expertise, named in a language."""
    tables: Mapping[str, Any] = {
        "topic": Topic,
        "type": ExpertType,
        "field": ExpertField,
    }
    parts = [_part(kind, table.objects.all()) for kind, table in tables.items()]
    found: dict[str, list[tuple[int, str, str]]] = {kind: [] for kind in tables}
    for kind, code, names, position in parts[0].union(*parts[1:], all=True):
        name = in_language(names, (reading,)).text or code
        found[kind].append((position, code, name))
    chosen = [
        [(code, name) for _, code, name in sorted(found[kind])] for kind in tables
    ]
    return PoolChoices(*chosen)


def _part(kind: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    said = Value(kind, output_field=CharField())
    return rows.order_by().values_list(said, "code", "names", "position")
