"""What is refused in a standard, and in which words."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import DemoCriterion
from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.operations.refusals import StandardRefused
from mwalimu.qualification.permissions import may_edit_standards

Kind = RequirementLine.Kind
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")
MOST_MONTHS, MOST_TRAININGS, MOST_SUBJECTS = 240, 100, 20
AMOUNTS: dict[str, tuple[Decimal, Decimal]] = {
    Kind.ATTENDANCE: (Decimal("0.01"), Decimal(1)),
    Kind.ASSIGNMENT: (Decimal(1), Decimal(1)),
    Kind.DEMO: (Decimal(1), Decimal(5)),
    Kind.TEST: (Decimal(1), Decimal(100)),
    Kind.MATERIAL: (Decimal(1), Decimal(100)),
    Kind.TRAINING: (Decimal(1), Decimal(100)),
}
WITHOUT_SUBJECT = frozenset({Kind.MATERIAL, Kind.TRAINING})


def require_may_edit(by: Actor, at: datetime) -> None:
    """Raises StandardRefused for everybody but the project team."""
    if not may_edit_standards(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team writes standards.")
        raise StandardRefused("", text)


def locked_draft(edition: StandardEdition) -> StandardEdition:
    """The edition, locked; refused unless it is a draft: what is in force stays."""
    rows = StandardEdition.objects.select_for_update(of=("self",))
    found: StandardEdition = rows.select_related("standard").get(pk=edition.pk)
    if found.state != StandardEdition.State.DRAFT:
        text = pgettext(
            "refusal",
            "An edition that is in force never changes: draft the next edition.",
        )
        raise StandardRefused("", text)
    return found


def check_code(code: str) -> str:
    """A short code; letters, digits and hyphens."""
    if not CODE.fullmatch(code):
        text = pgettext(
            "refusal", "A code has 1 to 20 letters, digits or hyphens, for example WG1."
        )
        raise StandardRefused("code", text)
    return code


def check_amount(kind: str, amount: Decimal) -> None:
    """As much as the kind of evidence can show."""
    least, most = AMOUNTS[kind]
    if not amount.is_finite() or not least <= amount <= most:
        share = kind == Kind.ATTENDANCE
        text = pgettext("refusal", "Write an amount from %(least)s to %(most)s.")
        values = {
            "least": f"{least:.0%}" if share else least,
            "most": f"{most:.0%}" if share else most,
        }
        raise StandardRefused("amount", text % values)


def check_subjects(kind: str, subjects: Sequence[str]) -> None:
    """What it concerns; nothing only where everything counts together."""
    if not subjects and kind not in WITHOUT_SUBJECT:
        raise StandardRefused(
            "subjects", pgettext("refusal", "Say what the requirement concerns.")
        )
    if len(subjects) > MOST_SUBJECTS:
        text = pgettext("refusal", "A requirement concerns at most %(most)s things.")
        raise StandardRefused("subjects", text % {"most": MOST_SUBJECTS})
    if kind == Kind.DEMO and not set(subjects) <= set(DemoCriterion.values):
        text = pgettext("refusal", "A demo slot is scored on three criteria only.")
        raise StandardRefused("subjects", text)
    for subject in subjects:
        if not CODE.fullmatch(subject):
            text = pgettext("refusal", "“%(code)s” is no code: write for example WG1.")
            raise StandardRefused("subjects", text % {"code": subject})
