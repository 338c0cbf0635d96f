"""Master Trainers: counted from awards, not from trainings."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import CharField, F
from django.db.models.functions import Cast, ExtractYear

from mwalimu.figures.queries.measures import Key, Measure, Question
from mwalimu.figures.querysets import condition_q
from mwalimu.qualification.models import Award


def awards_in_force(as_of: datetime | None) -> Any:
    """Awards that hold, with the codes of the dimensions; None means now.

    Now: awards that nobody has ended and that are not suspended; one whose last day is
    over counts until the worker ends it, within the hour.
    """
    if as_of is None:
        rows = Award.objects.filter(ended_on=None).not_suspended_on(None)
    else:
        rows = Award.objects.valid_on(as_of.date()).filter(decided_at__lte=as_of)
    return rows.order_by().values(
        "person_id",
        "uuid",
        "valid_from",
        year=Cast(ExtractYear("valid_from"), CharField(max_length=4)),
        sex=F("person__sex"),
        synthetic=F("person__synthetic"),
        member_code=F("member__code"),
        region=F("member__region__code"),
        topic_code=F("topic__code"),
    )


RENAMED = {"member": "member_code", "topic": "topic_code"}


def matching_awards(question: Question) -> Any:
    """Awards in force that satisfy the conditions."""
    conditions = [
        type(each)(
            RENAMED.get(each.dimension, each.dimension),
            each.values,
            each.first,
            each.last,
        )
        for each in question.conditions
    ]
    return awards_in_force(question.as_of).filter(condition_q(conditions))


def master_trainers(question: Question) -> dict[Key, Measure]:
    """Distinct persons who hold an award, by the dimensions of the cut."""
    columns = [RENAMED.get(name, name) for name in question.by]
    found: dict[Key, set[int]] = defaultdict(set)
    made: set[Key] = set()
    rows = matching_awards(question).values_list(*columns, "person_id", "synthetic")
    for *values, person, synthetic in rows:
        key = tuple(values)
        found[key].add(person)
        if synthetic:
            made.add(key)
    if not found and not question.by:
        return {(): Measure(0)}
    return {key: Measure(len(some), key in made) for key, some in found.items()}
