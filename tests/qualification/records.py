"""A standard for the cohort of the cast, and what is announced of awards."""

from datetime import date
from decimal import Decimal

import pytest

from mwalimu.qualification.models import (
    FollowedStandard,
    RequirementLine,
    Standard,
    StandardEdition,
)
from mwalimu.qualification.signals import award_changed, award_decided, award_ended
from tests.cast import AT


@pytest.fixture
def standard(db):
    return Standard.objects.create(code="MT", names={"en": "Master Trainer"})


@pytest.fixture
def edition(standard, system):
    """In force since 2020: four fifths of WG1, and a 3 on both criteria of a demo."""
    made = StandardEdition.objects.create(
        standard=standard,
        number=1,
        state="in_force",
        valid_from=date(2020, 1, 1),
        created_at=AT,
        created_by=system,
    )
    lines = [
        ("WG1", "attendance", "0.8", ["WG1"]),
        ("DEMO", "demo", "3", ["skill", "content"]),
    ]
    for position, (code, kind, amount, subjects) in enumerate(lines, 1):
        RequirementLine.objects.create(
            edition=made,
            position=position,
            code=code,
            names={"en": code},
            kind=kind,
            amount=Decimal(amount),
            subjects=subjects,
            assumed=True,
        )
    return made


@pytest.fixture
def followed(cohort, edition, system):
    """The cohort follows the edition since 2023."""
    return FollowedStandard.objects.create(
        cohort=cohort,
        edition=edition,
        since=date(2023, 1, 1),
        set_at=AT,
        set_by=system,
    )


@pytest.fixture
def heard():
    """What was announced."""
    calls, signals = [], (award_decided, award_ended, award_changed)

    def listen(sender, awards, **_rest):
        calls.append(list(awards))

    for signal in signals:
        signal.connect(listen)
    yield calls
    for signal in signals:
        signal.disconnect(listen)
