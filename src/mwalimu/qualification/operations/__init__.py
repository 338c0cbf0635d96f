"""The only way to write standards, decisions, waivers and awards."""

from mwalimu.qualification.operations.awards import (
    FIRST_DAY,
    AwardEntry,
    award,
    award_many,
)
from mwalimu.qualification.operations.deciding import DecisionEntry, decide
from mwalimu.qualification.operations.refusals import (
    AwardRefused,
    DecisionRefused,
    QualificationRefused,
    StandardRefused,
    WaiverRefused,
)
from mwalimu.qualification.operations.standards import (
    EditionFacts,
    LineFacts,
    add_line,
    create_standard,
    discard_draft,
    draft_edition,
    edit_edition,
    edit_line,
    follow_edition,
    move_line,
    put_in_force,
    remove_line,
)
from mwalimu.qualification.operations.terms import (
    end_award,
    expire_awards,
    renew_award,
    resume_award,
    revoke_award,
    suspend_award,
)
from mwalimu.qualification.operations.waivers import give_waiver, withdraw_waiver

__all__ = [
    "FIRST_DAY",
    "AwardEntry",
    "AwardRefused",
    "DecisionEntry",
    "DecisionRefused",
    "EditionFacts",
    "LineFacts",
    "QualificationRefused",
    "StandardRefused",
    "WaiverRefused",
    "add_line",
    "award",
    "award_many",
    "create_standard",
    "decide",
    "discard_draft",
    "draft_edition",
    "edit_edition",
    "edit_line",
    "end_award",
    "expire_awards",
    "follow_edition",
    "give_waiver",
    "move_line",
    "put_in_force",
    "remove_line",
    "renew_award",
    "resume_award",
    "revoke_award",
    "suspend_award",
    "withdraw_waiver",
]
