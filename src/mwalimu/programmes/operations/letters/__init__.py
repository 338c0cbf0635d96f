"""Letters out as Word files, letters in as scans that carry a decision."""

from mwalimu.programmes.operations.letters.incoming import (
    Received,
    receive_letter,
    withdraw_letter,
)
from mwalimu.programmes.operations.letters.out import (
    Occasion,
    Wording,
    drop_draft,
    issue_letters,
    reword_letter,
    word_file,
    write_letters,
)
from mwalimu.programmes.operations.letters.refusals import LetterRefused
from mwalimu.programmes.operations.letters.texts import (
    change_text,
    restore_text,
    upload_layout,
)

__all__ = [
    "LetterRefused",
    "Occasion",
    "Received",
    "Wording",
    "change_text",
    "drop_draft",
    "issue_letters",
    "receive_letter",
    "restore_text",
    "reword_letter",
    "upload_layout",
    "withdraw_letter",
    "word_file",
    "write_letters",
]
