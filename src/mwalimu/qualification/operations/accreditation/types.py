"""Types and fields of expertise: what experts can be accredited as, and in what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.qualification.engine.accreditation import refresher_due
from mwalimu.qualification.models import (
    Accreditation,
    Certainty,
    ExpertField,
    ExpertType,
)
from mwalimu.qualification.operations.accreditation.refusals import (
    AccreditationRefused,
    plain,
    require_team,
)
from mwalimu.qualification.queries.accreditation.paths import kept_progress
from mwalimu.reference.models import Topic

CODE = re.compile(r"[A-Z][A-Z0-9-]{0,19}")
MOST_MONTHS = 240


@dataclass(frozen=True)
class ExpertiseFacts:
    """What is common to types and fields: names by language, and how it is known."""

    code: str
    names: Mapping[str, str]
    certainty: str
    source: str = ""
    offered: bool = True
    position: int = 0


@dataclass(frozen=True)
class TypeFacts(ExpertiseFacts):
    """A type of expert. `assumed`: no source states the months."""

    per_field: bool = True
    refresher_months: int | None = None
    assumed: bool = True


@dataclass(frozen=True)
class FieldFacts(ExpertiseFacts):
    """A field of expertise, with the topics of the programme that belong to it."""

    topics: Sequence[Topic] = field(default_factory=tuple)


@transaction.atomic
def write_type(
    facts: TypeFacts, *, by: Actor, at: datetime, row: ExpertType | None = None
) -> ExpertType:
    """Make a type of expert, or change one; its code stays. Raises AccreditationRefused.

    When the months of its refreshers change, running paths are due on other days.
    """
    require_team(by, at)
    found = row or ExpertType()
    months = facts.refresher_months
    if months is not None and not 1 <= months <= MOST_MONTHS:
        text = pgettext("refusal", "Write a number from 1 to %(most)s.")
        raise AccreditationRefused("refresher_months", text % {"most": MOST_MONTHS})
    if row is not None and row.per_field != facts.per_field and _is_used(row):
        text = pgettext(
            "refusal",
            "Experts are accredited as this already: fields stay as they are.",
        )
        raise AccreditationRefused("per_field", text)
    moved = row is not None and row.refresher_months != months
    found.per_field, found.refresher_months = facts.per_field, months
    found.assumed = facts.assumed
    _write(found, facts, "expert_type", by, at)
    if moved:
        _move_refreshers(found)
    return found


@transaction.atomic
def write_field(
    facts: FieldFacts, *, by: Actor, at: datetime, row: ExpertField | None = None
) -> ExpertField:
    """Make a field of expertise, or change one; its code stays."""
    require_team(by, at)
    found = row or ExpertField()
    _write(found, facts, "expert_field", by, at)
    found.topics.set(facts.topics)
    return found


def _write(
    found: Any, facts: ExpertiseFacts, subject: str, by: Actor, at: datetime
) -> None:
    new = found.pk is None
    if new:
        found.code = _code(type(found), facts.code)
    names = {
        language: plain("names", text, 200) for language, text in facts.names.items()
    }
    found.names = {language: text for language, text in names.items() if text}
    if not found.names:
        raise AccreditationRefused("names", pgettext("refusal", "Write a name."))
    if facts.certainty not in Certainty.values:
        text = pgettext("refusal", "Say how surely it is known.")
        raise AccreditationRefused("certainty", text)
    found.source = plain("source", facts.source, 500)
    by_source = facts.certainty in (Certainty.PRIMARY, Certainty.SECONDARY)
    if by_source and not found.source:
        text = pgettext("refusal", "Say which source states it.")
        raise AccreditationRefused("source", text)
    found.certainty, found.offered = facts.certainty, facts.offered
    found.position = facts.position
    found.save()
    after = {"code": found.code, "offered": found.offered}
    verb = "create" if new else "edit"
    record(verb, subject, found.uuid, by=by, at=at, after=after)


def _code(table: Any, code: str) -> str:
    clean = code.strip().upper()
    if not CODE.fullmatch(clean):
        text = pgettext(
            "refusal",
            "A code begins with a letter and has at most 20 letters, digits or hyphens.",
        )
        raise AccreditationRefused("code", text)
    if table.objects.filter(code=clean).exists():
        text = pgettext("refusal", "The code %(code)s is taken: choose another.")
        raise AccreditationRefused("code", text % {"code": clean})
    return clean


def _is_used(row: ExpertType) -> bool:
    return Accreditation.objects.filter(type=row).exists()


def _move_refreshers(row: ExpertType) -> None:
    """The days on which the next refreshers are due, by the new number of months."""
    rows = Accreditation.objects.running().filter(type=row, accredited_on__isnull=False)
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for each in found:
        due = refresher_due(kept_progress(each), row.refresher_months)
        each.refresher_due_on = due
    Accreditation.objects.bulk_update(found, ["refresher_due_on"], batch_size=200)
