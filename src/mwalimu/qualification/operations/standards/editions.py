"""Standards and their editions: made as a draft, put in force once, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.qualification.models import RequirementLine, Standard, StandardEdition
from mwalimu.qualification.operations.awards import FIRST_DAY
from mwalimu.qualification.operations.refusals import StandardRefused
from mwalimu.qualification.operations.standards.checks import (
    MOST_MONTHS,
    MOST_TRAININGS,
    check_code,
    locked_draft,
    require_may_edit,
)

State = StandardEdition.State


@dataclass(frozen=True)
class EditionFacts:
    """What an edition says besides its lines. Without months, awards have no end."""

    notes: Mapping[str, str] = field(default_factory=dict)
    validity_months: int | None = None
    renewal_trainings: int | None = None


@transaction.atomic
def create_standard(
    *, code: str, names: Mapping[str, str], by: Actor, at: datetime
) -> Standard:
    """A standard with an empty draft as its first edition. Raises StandardRefused."""
    require_may_edit(by, at)
    check_code(code)
    if Standard.objects.filter(code__iexact=code).exists():
        text = pgettext("refusal", "The code %(code)s is taken: choose another.")
        raise StandardRefused("code", text % {"code": code})
    if not any(names.values()):
        raise StandardRefused("names", pgettext("refusal", "Write a name."))
    made = Standard.objects.create(code=code, names=dict(names))
    after = {"code": code, "names": dict(names)}
    record("create_standard", "standard", made.uuid, by=by, at=at, after=after)
    draft_edition(made, by=by, at=at)
    return made


@transaction.atomic
def draft_edition(standard: Standard, *, by: Actor, at: datetime) -> StandardEdition:
    """The next edition, a copy of the last one, to be worked on. One at a time."""
    require_may_edit(by, at)
    Standard.objects.select_for_update().get(pk=standard.pk)
    last = standard.editions.order_by("number").last()
    if last and last.state == State.DRAFT:
        text = pgettext("refusal", "Edition %(number)s is a draft: go on with that.")
        raise StandardRefused("", text % {"number": last.number})
    made = StandardEdition.objects.create(
        standard=standard,
        number=last.number + 1 if last else 1,
        notes=dict(last.notes) if last else {},
        validity_months=last.validity_months if last else None,
        renewal_trainings=last.renewal_trainings if last else None,
        created_at=at,
        created_by=by,
    )
    lines = list(last.requirements.all()) if last else []
    for line in lines:
        line.pk, line.edition = None, made
    RequirementLine.objects.bulk_create(lines)
    after = {"standard": standard.code, "number": made.number}
    record("draft_edition", "edition", made.uuid, by=by, at=at, after=after)
    return made


@transaction.atomic
def edit_edition(
    edition: StandardEdition, *, facts: EditionFacts, by: Actor, at: datetime
) -> StandardEdition:
    """Change what a draft says of validity and renewal, and its notes."""
    require_may_edit(by, at)
    row = locked_draft(edition)
    _check_facts(facts)
    before = _validity(row)
    row.notes = dict(facts.notes)
    row.validity_months = facts.validity_months
    row.renewal_trainings = facts.renewal_trainings
    row.save(update_fields=["notes", "validity_months", "renewal_trainings"])
    record(
        "edit_edition",
        "edition",
        row.uuid,
        by=by,
        at=at,
        before=before,
        after=_validity(row),
    )
    return row


@transaction.atomic
def put_in_force(
    edition: StandardEdition, *, valid_from: date, by: Actor, at: datetime
) -> StandardEdition:
    """From that day on cohorts may begin under it; its lines never change again.

    It replaces the edition before it: no cohort begins under that one any more, those
    that follow it go on.
    """
    require_may_edit(by, at)
    row = locked_draft(edition)
    if not row.requirements.exists():
        text = pgettext("refusal", "An edition in force has at least one requirement.")
        raise StandardRefused("", text)
    earlier = row.standard.editions.exclude(state=State.DRAFT).order_by("number").last()
    first = (earlier and earlier.valid_from) or FIRST_DAY
    if valid_from < first or valid_from.year > at.year + 5:
        text = pgettext(
            "refusal", "Write a day from %(first)s, at most five years ahead."
        )
        raise StandardRefused("valid_from", text % {"first": first.isoformat()})
    row.standard.editions.filter(state=State.IN_FORCE).update(state=State.REPLACED)
    row.state, row.valid_from = State.IN_FORCE, valid_from
    row.save(update_fields=["state", "valid_from"])
    after = {"valid_from": valid_from.isoformat()}
    record("put_in_force", "edition", row.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def discard_draft(edition: StandardEdition, *, by: Actor, at: datetime) -> None:
    """Throw a draft away; its number is free again. Only a draft is ever deleted."""
    require_may_edit(by, at)
    row = locked_draft(edition)
    before = {"standard": row.standard.code, "number": row.number}
    record("discard_draft", "edition", row.uuid, by=by, at=at, before=before)
    row.delete()


def _check_facts(facts: EditionFacts) -> None:
    months, trainings = facts.validity_months, facts.renewal_trainings
    if months is not None and not 1 <= months <= MOST_MONTHS:
        text = pgettext("refusal", "Write a number of months from 1 to %(most)s.")
        raise StandardRefused("validity_months", text % {"most": MOST_MONTHS})
    if trainings is not None and not 0 <= trainings <= MOST_TRAININGS:
        text = pgettext("refusal", "Write a number of trainings from 0 to %(most)s.")
        raise StandardRefused("renewal_trainings", text % {"most": MOST_TRAININGS})
    if trainings is not None and months is None:
        text = pgettext("refusal", "Without an end of validity there is no renewal.")
        raise StandardRefused("renewal_trainings", text)


def _validity(row: StandardEdition) -> dict[str, int | None]:
    return {
        "validity_months": row.validity_months,
        "renewal_trainings": row.renewal_trainings,
    }
