"""The lines of a draft: what is asked, how much, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.operations.refusals import StandardRefused
from mwalimu.qualification.operations.standards.checks import (
    check_amount,
    check_code,
    check_subjects,
    locked_draft,
    require_may_edit,
)
from mwalimu.shared.rows import change_places


@dataclass(frozen=True)
class LineFacts:
    """What a line says. `amount` is in the unit of the kind; attendance is a share."""

    code: str
    names: Mapping[str, str]
    kind: str
    amount: Decimal
    subjects: tuple[str, ...] = ()
    assumed: bool = False
    source: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As the table keeps it."""
        return {
            "code": self.code,
            "names": dict(self.names),
            "kind": self.kind,
            "amount": self.amount,
            "subjects": list(self.subjects),
            "assumed": self.assumed,
            "source": self.source,
        }


@transaction.atomic
def add_line(
    edition: StandardEdition, *, facts: LineFacts, by: Actor, at: datetime
) -> RequirementLine:
    """Put a requirement at the end of a draft. Raises StandardRefused."""
    require_may_edit(by, at)
    row = locked_draft(edition)
    _check(row, facts)
    last = row.requirements.last()
    position = last.position + 1 if last else 1
    made = row.requirements.create(position=position, **facts.columns)
    _note("add_line", row, by, at, after=_said(made))
    return made


@transaction.atomic
def edit_line(
    line: RequirementLine, *, facts: LineFacts, by: Actor, at: datetime
) -> RequirementLine:
    """Change a requirement of a draft."""
    require_may_edit(by, at)
    row = locked_draft(line.edition)
    line = row.requirements.get(pk=line.pk)
    _check(row, facts, own=line.pk)
    before = _said(line)
    for name, value in facts.columns.items():
        setattr(line, name, value)
    line.save()
    _note("edit_line", row, by, at, before=before, after=_said(line))
    return line


@transaction.atomic
def move_line(line: RequirementLine, *, up: bool, by: Actor, at: datetime) -> None:
    """Change places with the line above or below; at the edge nothing happens."""
    require_may_edit(by, at)
    row = locked_draft(line.edition)
    moved = change_places(list(row.requirements.all()), line.pk, up=up)
    if moved is None:
        return
    after = {"code": moved.code, "position": moved.position}
    _note("move_line", row, by, at, after=after)


@transaction.atomic
def remove_line(line: RequirementLine, *, by: Actor, at: datetime) -> None:
    """Take a requirement out of a draft."""
    require_may_edit(by, at)
    row = locked_draft(line.edition)
    _note("remove_line", row, by, at, before=_said(line))
    row.requirements.get(pk=line.pk).delete()


def _check(edition: StandardEdition, facts: LineFacts, own: int | None = None) -> None:
    check_code(facts.code)
    same = edition.requirements.filter(code__iexact=facts.code)
    if any(line.pk != own for line in same):
        text = pgettext("refusal", "The code %(code)s is taken: choose another.")
        raise StandardRefused("code", text % {"code": facts.code})
    if not any(facts.names.values()):
        raise StandardRefused("names", pgettext("refusal", "Write a name."))
    if facts.kind not in RequirementLine.Kind.values:
        raise StandardRefused("kind", pgettext("refusal", "Choose a kind of evidence."))
    check_amount(facts.kind, facts.amount)
    check_subjects(facts.kind, facts.subjects)
    if not facts.assumed and not facts.source.strip():
        text = pgettext(
            "refusal", "Say which source states it, or mark it as an assumption."
        )
        raise StandardRefused("source", text)


def _said(line: RequirementLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "kind": line.kind,
        "amount": str(line.amount),
        "subjects": line.subjects,
        "assumed": line.assumed,
    }


def _note(
    verb: str, row: StandardEdition, by: Actor, at: datetime, **change: Any
) -> None:
    record(verb, "edition", row.uuid, by=by, at=at, **change)
