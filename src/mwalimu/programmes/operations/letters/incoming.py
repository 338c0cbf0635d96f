"""Letters from administrations: scans that carry a decision of the head of Customs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Cohort, Letter, LetterKind, Session
from mwalimu.programmes.operations.letters.refusals import LetterRefused
from mwalimu.programmes.permissions import may_edit, may_hand_in_letter
from mwalimu.reference.models import Member
from mwalimu.shared.files import SCANS, FileRefused, store

SCAN_MOST = 20_000_000
FIRST_DAY = date(2010, 1, 1)  # the programme began then in East Africa


@dataclass(frozen=True)
class Received:
    """What a letter of an administration says. `number` is the administration's own."""

    member: Member
    kind: str
    decision: str
    received_on: date
    dated_on: date | None = None
    number: str = ""
    subject: str = ""
    signatory: str = ""
    language: str = "en"
    cohort: Cohort | None = None
    session: Session | None = None
    person: Person | None = None
    answers: Letter | None = None


@transaction.atomic
def receive_letter(
    facts: Received, *, scan: BinaryIO, name: str, by: Actor, at: datetime
) -> Letter:
    """Put a letter of an administration on record, with its scan.

    An answer takes over what the letter it answers is about. Raises LetterRefused.
    """
    viewer = acting_viewer(by, at.date())
    if not may_hand_in_letter(viewer, facts.member.pk):
        text = pgettext(
            "refusal", "Only the administration and the project team do this."
        )
        raise LetterRefused("", text)
    _check(facts, at)
    try:
        file = store(scan, name=name, kinds=SCANS, most=SCAN_MOST, at=at)
    except FileRefused as refused:
        raise LetterRefused("scan", str(refused)) from None
    answered = facts.answers
    letter = Letter.objects.create(
        direction=Letter.Direction.IN,
        kind=facts.kind,
        decision=facts.decision,
        member=facts.member,
        cohort=facts.cohort or (answered.cohort if answered else None),
        session=facts.session or (answered.session if answered else None),
        person=facts.person or (answered.person if answered else None),
        language=facts.language,
        number=facts.number.strip()[:60],
        dated_on=facts.dated_on,
        received_on=facts.received_on,
        subject=facts.subject.strip()[:200],
        signatory=facts.signatory.strip()[:200],
        answers=answered,
        file=file,
        created_at=at,
        created_by=by,
    )
    after = {
        "member": facts.member.code,
        "decision": facts.decision,
        "sha256": file.sha256,
    }
    record("receive", "letter", letter.uuid, by=by, at=at, after=after)
    return letter


@transaction.atomic
def withdraw_letter(letter: Letter, *, reason: str, by: Actor, at: datetime) -> Letter:
    """The letter does not count: recorded by mistake, or sent with an error. It stays."""
    if not may_edit(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team withdraws letters.")
        raise LetterRefused("", text)
    if letter.is_draft or letter.withdrawn_at:
        text = pgettext(
            "refusal", "This letter does not stand: it cannot be withdrawn."
        )
        raise LetterRefused("", text)
    if not reason.strip():
        raise LetterRefused("reason", pgettext("refusal", "Say why."))
    letter.withdrawn_at = at
    letter.withdrawn_because = reason.strip()[:500]
    letter.save(update_fields=["withdrawn_at", "withdrawn_because"])
    record("withdraw", "letter", letter.uuid, by=by, at=at)
    return letter


def _check(facts: Received, at: datetime) -> None:
    if facts.kind not in LetterKind.values:
        raise LetterRefused("kind", pgettext("refusal", "There is no such letter."))
    if facts.decision not in Letter.Decision.values:
        text = pgettext("refusal", "Say what the letter decides.")
        raise LetterRefused("decision", text)
    today = at.date()
    for field, day in (
        ("received_on", facts.received_on),
        ("dated_on", facts.dated_on),
    ):
        if day is not None and not FIRST_DAY <= day <= today:
            text = pgettext("refusal", "Write a day from 2010 to today.")
            raise LetterRefused(field, text)
    if facts.dated_on and facts.dated_on > facts.received_on:
        text = pgettext("refusal", "A letter is not received before it is dated.")
        raise LetterRefused("received_on", text)
    answered = facts.answers
    if answered and (
        answered.member_id != facts.member.pk
        or answered.direction != Letter.Direction.OUT
        or answered.issued_at is None
    ):
        text = pgettext(
            "refusal", "It can only answer a letter that was issued to this Member."
        )
        raise LetterRefused("answers", text)
