"""The types and fields of expertise that come with the product.

What is there already is left alone, whatever the project team made of it.
"""

from datetime import datetime

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.qualification.importing.standards import Row, shipped, texts_of
from mwalimu.qualification.models import ExpertField, ExpertType
from mwalimu.qualification.operations.accreditation import (
    FieldFacts,
    TypeFacts,
    write_field,
    write_type,
)
from mwalimu.reference.models import Topic


@transaction.atomic
def load_experts(*, by: Actor, at: datetime) -> list[str]:
    """Bring in the shipped types and fields; what was made."""
    made: list[str] = []
    known = set(ExpertType.objects.values_list("code", flat=True))
    for row in shipped("expert_types"):
        if row["code"] not in known:
            write_type(_type(row), by=by, at=at)
            made.append(f"type of expert {row['code']}")
    known = set(ExpertField.objects.values_list("code", flat=True))
    for row in shipped("expert_fields"):
        if row["code"] not in known:
            write_field(_field(row), by=by, at=at)
            made.append(f"field of expertise {row['code']}")
    return made


def _type(row: Row) -> TypeFacts:
    months = row["refresher_months"]
    return TypeFacts(
        code=row["code"],
        names=texts_of(row),
        certainty=row["certainty"],
        source=row["source"],
        offered=bool(row["offered"]),
        position=int(row["position"]),
        per_field=bool(row["per_field"]),
        refresher_months=int(months) if months else None,
        assumed=bool(row["assumed"]),
    )


def _field(row: Row) -> FieldFacts:
    topics = Topic.objects.filter(code__in=row["topics"].split())
    return FieldFacts(
        code=row["code"],
        names=texts_of(row),
        certainty=row["certainty"],
        source=row["source"],
        offered=bool(row["offered"]),
        position=int(row["position"]),
        topics=tuple(topics),
    )
