"""Letters between the project team and Kenya's head of Customs."""

import io

import pytest

from mwalimu.programmes.models import Letter
from mwalimu.programmes.operations.letters import (
    Occasion,
    Received,
    issue_letters,
    receive_letter,
    write_letters,
)
from tests.cast import AT

SCAN = b"%PDF-1.7 signed"


@pytest.fixture
def draft(cohort, kenya, wg_member, team) -> Letter:
    """An undertaking for Kenya's WG member, not issued yet."""
    occasion = Occasion(
        "undertaking", cohort, None, wg_member.person, AT.date().replace(month=4)
    )
    return write_letters(occasion, members=[kenya], by=team.actor, at=AT)[0]


@pytest.fixture
def issued(draft, team) -> Letter:
    """The same letter with its number."""
    return issue_letters([draft], dated_on=AT.date(), by=team.actor, at=AT)[0]


def receive(member, by, **facts) -> Letter:
    """A letter of the Member that undertakes to keep the officer."""
    said = {"kind": "undertaking", "decision": "undertakes", "received_on": AT.date()}
    return receive_letter(
        Received(member, **(said | facts)),
        scan=io.BytesIO(facts.pop("scan", SCAN)),
        name="letter.pdf",
        by=by,
        at=AT,
    )
