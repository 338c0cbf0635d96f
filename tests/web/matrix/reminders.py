"""Rows of the access matrix: everybody's own reminders."""

from tests.web.matrix import SIGNED_IN, Row

ROWS = {
    "desk:reminders": Row(SIGNED_IN, writes=frozenset()),
    "desk:reminder_put_off": Row(SIGNED_IN, form={"subject": "work:a"}),
    "desk:reminder_bring_back": Row(SIGNED_IN, form={"subject": "work:a"}),
    "desk:reminder_mute": Row(SIGNED_IN, form={"kind": "work_due"}),
    "desk:reminder_unmute": Row(SIGNED_IN, form={"kind": "work_due"}),
    "desk:reminder_mail": Row(SIGNED_IN, form={"frequency": "never"}),
}
