"""The board of a cohort that asks attendance at WG1, a piece of work and a demo."""

from datetime import date
from decimal import Decimal

import pytest

from mwalimu.qualification.models import RequirementLine
from tests.qualification.making import ask, attend, held


@pytest.fixture
def asks(edition, followed):
    """Attendance of four fifths, assignment A1 by June 2023, 3 on training skill."""
    edition.requirements.all().delete()
    lines = [
        ("ATT", "attendance", "0.8", ["WG1"]),
        ("WORK", "assignment", "1", ["A1"]),
        ("DEMO", "demo", "3", ["skill"]),
    ]
    for position, (code, kind, amount, subjects) in enumerate(lines, 1):
        RequirementLine.objects.create(
            edition=edition,
            position=position,
            code=code,
            names={"en": f"{code} asked"},
            kind=kind,
            amount=Decimal(amount),
            subjects=subjects,
        )
    return edition


@pytest.fixture
def wg1(asks, cohort):
    """WG1 in March 2023."""
    return held(cohort, "WG1", first=date(2023, 3, 13))


@pytest.fixture
def work(asks, cohort, system):
    """A1, due in June 2023."""
    return ask(cohort, "A1", system)


@pytest.fixture
def seen(wg1, wg_member, togo_wg_member, system):
    """Kenya's candidate was at WG1; Togo's was there for a day."""
    attend(wg1, wg_member.person, system)
    attend(wg1, togo_wg_member.person, system, "present")
