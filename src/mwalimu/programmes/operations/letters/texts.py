"""Changing the texts and the layout of letters."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.engine.placeholders import placeholders
from mwalimu.programmes.models import LetterKind, LetterLayout, LetterText
from mwalimu.programmes.operations.letters.refusals import LetterRefused
from mwalimu.programmes.permissions import may_edit
from mwalimu.programmes.queries.letters import LANGUAGES
from mwalimu.shared.files import DOCUMENTS, FileRefused, store
from mwalimu.shared.ids import new_id
from mwalimu.typesetting.word import BadLayout, fill

LONGEST = 20_000
LAYOUT_MOST = 5_000_000
KNOWN = frozenset(
    "administration answer_by cohort date dates head_title member number participants"
    " person place programme seats session topics".split()
)
IN_A_LAYOUT = {
    "sender": "Mwalimu",
    "number": "MTP-2026-0001",
    "date": "1 January 2026",
    "recipient": "Director General",
    "subject": "Subject",
    "paragraphs": ["First.", "Second."],
    "signature": "Project team",
}


@transaction.atomic
def change_text(
    *, kind: str, language: str, subject: str, body: str, by: Actor, at: datetime
) -> LetterText:
    """The team's own text of a kind of letter. Letters written already stay as they are."""
    require_team(by, at)
    if kind not in LetterKind.values or language not in LANGUAGES:
        raise LetterRefused("kind", pgettext("refusal", "There is no such letter."))
    check_wording(subject, body)
    row, _ = LetterText.objects.update_or_create(
        kind=kind,
        language=language,
        defaults={
            "subject": subject.strip(),
            "body": body.strip(),
            "changed_at": at,
            "changed_by": by,
        },
    )
    after = {"kind": kind, "language": language, "subject": subject.strip()}
    record("change_text", "letter_text", new_id(), by=by, at=at, after=after)
    return row


@transaction.atomic
def restore_text(*, kind: str, language: str, by: Actor, at: datetime) -> None:
    """Use again the text that comes with the product."""
    require_team(by, at)
    LetterText.objects.filter(kind=kind, language=language).delete()
    after = {"kind": kind, "language": language}
    record("restore_text", "letter_text", new_id(), by=by, at=at, after=after)


@transaction.atomic
def upload_layout(
    stream: BinaryIO, *, name: str, by: Actor, at: datetime
) -> LetterLayout:
    """A Word layout with the letterhead. It is tried before it is taken."""
    require_team(by, at)
    try:
        file = store(
            stream,
            name=name,
            kinds={"docx": DOCUMENTS["docx"]},
            most=LAYOUT_MOST,
            at=at,
        )
        stream.seek(0)
        fill(stream.read(), IN_A_LAYOUT)
    except (FileRefused, BadLayout) as refused:
        raise LetterRefused("layout", str(refused)) from None
    row = LetterLayout.objects.create(
        file=file, name=name[-200:], uploaded_at=at, uploaded_by=by
    )
    after = {"name": row.name, "sha256": file.sha256}
    record("upload_layout", "letter_layout", row.uuid, by=by, at=at, after=after)
    return row


def require_team(by: Actor, at: datetime) -> None:
    """Raise LetterRefused unless the actor is of the project team."""
    if not may_edit(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team writes letters.")
        raise LetterRefused("", text)


def check_wording(subject: str, body: str) -> None:
    """A letter has a subject and a body of some length, with known placeholders."""
    if not subject.strip():
        raise LetterRefused("subject", pgettext("refusal", "Write a subject."))
    if len(subject.strip()) > 200:
        text = pgettext("refusal", "A subject has at most 200 characters.")
        raise LetterRefused("subject", text)
    if not body.strip():
        raise LetterRefused("body", pgettext("refusal", "Write the letter."))
    if len(body) > LONGEST:
        text = pgettext("refusal", "A letter has at most %(most)s characters.")
        raise LetterRefused("body", text % {"most": LONGEST})
    for field, written in (("subject", subject), ("body", body)):
        for name in placeholders(written):
            if name not in KNOWN:
                text = pgettext(
                    "refusal",
                    "{%(name)s} is no placeholder. Known are: %(known)s.",
                )
                known = ", ".join(f"{{{each}}}" for each in sorted(KNOWN))
                raise LetterRefused(field, text % {"name": name, "known": known})
