"""The standards that come with the product, and the cohorts that follow them.

What is there already is left alone: a standard that somebody edited, a cohort that
follows another edition.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import FollowedStandard, Standard
from mwalimu.qualification.operations.standards import (
    EditionFacts,
    LineFacts,
    add_line,
    create_standard,
    edit_edition,
    follow_edition,
    put_in_force,
)
from mwalimu.shared.languages import READING_ORDER

Row = dict[str, str]


def shipped(name: str) -> list[Row]:
    """The rows of `qualification/data/NAME.csv`."""
    path = files("mwalimu.qualification") / "data" / f"{name}.csv"
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@transaction.atomic
def load_standards(*, by: Actor, at: datetime) -> list[str]:
    """Bring in the shipped standards, and let their cohorts follow; what was made."""
    made: list[str] = []
    present = set(Standard.objects.values_list("code", flat=True))
    for row in shipped("standards"):
        if row["code"] not in present:
            _make(row, by, at)
            made.append(f"standard {row['code']}")
        made += [f"cohort {code} follows" for code in _follow(row, by, at)]
    return made


def _make(row: Row, by: Actor, at: datetime) -> None:
    standard = create_standard(code=row["code"], names=texts_of(row), by=by, at=at)
    draft = standard.editions.get()
    facts = EditionFacts(notes=texts_of(row, "notes_"))
    edit_edition(draft, facts=facts, by=by, at=at)
    for facts_of_line in _lines(row["code"]):
        add_line(draft, facts=facts_of_line, by=by, at=at)
    first = date.fromisoformat(row["valid_from"])
    put_in_force(draft, valid_from=first, by=by, at=at)


def _lines(standard: str) -> Iterator[LineFacts]:
    for row in shipped("requirements"):
        if row["standard"] == standard:
            yield LineFacts(
                code=row["code"],
                names=texts_of(row),
                kind=row["kind"],
                amount=Decimal(row["amount"]),
                subjects=tuple(row["subjects"].split()),
                assumed=bool(row["assumed"]),
                source=row["source"],
            )


def _follow(row: Row, by: Actor, at: datetime) -> Iterator[str]:
    """Cohorts of the row that exist and follow nothing, from the first day on."""
    following = FollowedStandard.objects.values("cohort")
    cohorts = Cohort.objects.filter(code__in=row["cohorts"].split())
    first = date.fromisoformat(row["valid_from"])
    for cohort in cohorts.exclude(pk__in=following).order_by("code"):
        standard = Standard.objects.get(code=row["code"])
        edition = standard.editions.get(number=1)
        follow_edition(cohort, edition, since=first, by=by, at=at)
        yield cohort.code


def texts_of(row: Row, prefix: str = "") -> dict[str, str]:
    """The texts of a row by language; what is empty is left out."""
    found = {language: row.get(prefix + language, "") for language in READING_ORDER}
    return {language: text for language, text in found.items() if text}
