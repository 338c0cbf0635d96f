"""What comes with a nomination."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Nomination, NominationFile
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_nominate,
    require_state,
)
from mwalimu.shared.files import DOCUMENTS, SCANS, FileRefused, plain_name, store

MOST_BYTES = 10_000_000
MOST_FILES = 10
KINDS = {**DOCUMENTS, **SCANS}


@transaction.atomic
def attach(
    nomination: Nomination, *, stream: BinaryIO, name: str, by: Actor, at: datetime
) -> NominationFile:
    """Add a document or a scan to a draft. Raises CallRefused."""
    require_may_nominate(nomination.member_id, by, at)
    require_state(nomination, Nomination.State.DRAFT)
    if nomination.files.count() >= MOST_FILES:
        text = pgettext("refusal", "At most %(most)d files come with a nomination.")
        raise CallRefused("file", text % {"most": MOST_FILES})
    try:
        stored = store(stream, name=name, kinds=KINDS, most=MOST_BYTES, at=at)
    except FileRefused as refused:
        raise CallRefused("file", str(refused)) from None
    row = NominationFile.objects.create(
        nomination=nomination, file=stored, name=plain_name(name)
    )
    after = {"file": stored.sha256}
    record("attach", "nomination", nomination.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def detach(row: NominationFile, *, by: Actor, at: datetime) -> None:
    """Take a file away from a draft. Raises CallRefused."""
    require_may_nominate(row.nomination.member_id, by, at)
    require_state(row.nomination, Nomination.State.DRAFT)
    before = {"file": row.file.sha256}
    record("detach", "nomination", row.nomination.uuid, by=by, at=at, before=before)
    row.delete()
