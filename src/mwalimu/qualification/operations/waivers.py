"""Letting somebody off a requirement, and taking that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import RequirementLine, WaiverRow
from mwalimu.qualification.operations.history import MOST_WORDS
from mwalimu.qualification.operations.refusals import WaiverRefused
from mwalimu.qualification.permissions import may_award
from mwalimu.qualification.queries.deciding import holders_to_decide
from mwalimu.qualification.queries.standards import edition_of


@transaction.atomic
def give_waiver(
    cohort: Cohort,
    *,
    person: Person,
    requirement: RequirementLine,
    reason: str,
    by: Actor,
    at: datetime,
) -> WaiverRow:
    """A WG member is let off a requirement of their cohort's edition.

    Evidence that is enough still wins. Raises WaiverRefused.
    """
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    why = _why(person, reason, by, at)
    edition = edition_of(cohort, at.date())
    if edition is None or requirement.edition_id != edition.pk:
        text = pgettext("refusal", "The cohort’s edition has no such requirement.")
        raise WaiverRefused("requirement", text)
    holders = holders_to_decide(cohort, at.date())
    if all(row.person_id != person.pk for row in holders):
        text = pgettext("refusal", "%(name)s holds no seat of this cohort.")
        raise WaiverRefused("person", text % {"name": person.name})
    given = WaiverRow.objects.filter(
        person=person, cohort=cohort, requirement=requirement, withdrawn_at=None
    )
    if given.exists():
        text = pgettext("refusal", "%(name)s is let off this requirement already.")
        raise WaiverRefused("requirement", text % {"name": person.name})
    made = WaiverRow.objects.create(
        person=person,
        cohort=cohort,
        requirement=requirement,
        reason=why,
        given_at=at,
        given_by=by,
    )
    after = {"person": str(person.uuid), "requirement": requirement.code}
    record("give_waiver", "waiver", made.uuid, by=by, at=at, after=after)
    return made


@transaction.atomic
def withdraw_waiver(
    row: WaiverRow, *, reason: str, by: Actor, at: datetime
) -> WaiverRow:
    """The requirement is asked again. Decisions that stood on the waiver stay."""
    locked = WaiverRow.objects.select_for_update(of=("self",))
    row = locked.select_related("person", "requirement").get(pk=row.pk)
    why = _why(row.person, reason, by, at)
    if row.withdrawn_at is not None:
        text = pgettext("refusal", "This waiver was withdrawn already.")
        raise WaiverRefused("", text)
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = at, by, why
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    before = {"person": str(row.person.uuid), "requirement": row.requirement.code}
    record("withdraw_waiver", "waiver", row.uuid, by=by, at=at, before=before)
    return row


def _why(person: Person, reason: str, by: Actor, at: datetime) -> str:
    if not may_award(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team gives and withdraws waivers.")
        raise WaiverRefused("", text)
    if by.account_id is not None and person.account_id == by.account_id:
        raise WaiverRefused(
            "person", pgettext("refusal", "Nobody lets themselves off.")
        )
    if not reason.strip():
        raise WaiverRefused("reason", pgettext("refusal", "Say why."))
    return reason.strip()[:MOST_WORDS]
