"""Writing standards: their editions, their lines, and who follows them."""

from mwalimu.qualification.operations.standards.editions import (
    EditionFacts,
    create_standard,
    discard_draft,
    draft_edition,
    edit_edition,
    put_in_force,
)
from mwalimu.qualification.operations.standards.following import follow_edition
from mwalimu.qualification.operations.standards.lines import (
    LineFacts,
    add_line,
    edit_line,
    move_line,
    remove_line,
)

__all__ = [
    "EditionFacts",
    "LineFacts",
    "add_line",
    "create_standard",
    "discard_draft",
    "draft_edition",
    "edit_edition",
    "edit_line",
    "follow_edition",
    "move_line",
    "put_in_force",
    "remove_line",
]
