"""The facts of trainings that figures count, read from the tables below."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from mwalimu.figures.engine.dimensions import (
    ABROAD,
    NO_INITIATIVE,
    NOT_RECORDED,
    OWN,
    SEVERAL,
)
from mwalimu.figures.engine.facts import Group, TrainingFacts
from mwalimu.qualification.queries import led_by
from mwalimu.shared.dates import Precision
from mwalimu.trainings.models import HeadCount, Participation, Training

_COLUMNS = (
    "pk",
    "starts_on",
    "starts_precision",
    "host__code",
    "host__region__code",
    "counted_topic",
    "mode",
    "language",
    "host_id",
    "lead_member_id",
    "initiative__code",
    "hours",
    "synthetic",
)
_Groups = dict[int, dict[tuple[str, str, str], tuple[list[int], int]]]


def facts_of(trainings: Sequence[Training]) -> list[TrainingFacts]:
    """What these versions contribute, in five queries and what the judgement takes."""
    ids = [training.pk for training in trainings]
    groups = _groups(ids)
    judged = led_by(trainings)
    rows = Training.objects.filter(pk__in=ids).order_by("pk").values_list(*_COLUMNS)
    return [_facts(row, judged, groups) for row in rows]


def _facts(row: Any, judged: dict[int, str], groups: _Groups) -> TrainingFacts:
    (pk, day, precision, host, region, topic, mode, language, *rest) = row
    host_id, lead_id, initiative, hours, synthetic = rest
    known_month = precision != Precision.YEAR
    return TrainingFacts(
        training=pk,
        year=f"{day:%Y}",
        month=f"{day:%Y-%m}" if known_month else NOT_RECORDED,
        host=host,
        region=region,
        topic=topic or SEVERAL,
        mode=mode or NOT_RECORDED,
        language=language or NOT_RECORDED,
        abroad=_abroad(host_id, lead_id),
        initiative=initiative or NO_INITIATIVE,
        led_by=judged[pk],
        tenths=round(hours * 10) if hours else 0,
        synthetic=synthetic,
        groups=tuple(
            Group(member, sector, sex, tuple(named), counted)
            for (member, sector, sex), (named, counted) in groups[pk].items()
        ),
    )


def _abroad(host: int, lead: int | None) -> str:
    if lead is None:
        return NOT_RECORDED
    return OWN if host == lead else ABROAD


def _groups(ids: Iterable[int]) -> _Groups:
    """Named people and head-counts of trainings, by Member, sector and sex."""
    found: _Groups = defaultdict(dict)
    named = Participation.objects.filter(training_id__in=ids)
    for training, member, sector, sex, person in named.values_list(
        "training_id", "member__code", "sector", "sex", "person_id"
    ):
        key = (member or NOT_RECORDED, sector, sex)
        found[training].setdefault(key, ([], 0))[0].append(person)
    counted = HeadCount.objects.filter(training_id__in=ids)
    for training, member, sector, sex, count in counted.values_list(
        "training_id", "member__code", "sector", "sex", "count"
    ):
        key = (member or NOT_RECORDED, sector, sex)
        persons, before = found[training].get(key, ([], 0))
        found[training][key] = (persons, before + count)
    return found
