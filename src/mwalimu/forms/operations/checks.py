"""What is refused about forms, and in which words."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.forms.models import QuestionSet, SetEdition
from mwalimu.forms.permissions import may_edit_sets
from mwalimu.people.queries import acting_viewer
from mwalimu.shared.texts import is_readable

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")


class FormRefused(ValueError):
    """Nothing was changed; `field` and `message` say what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


def require_editor(by: Actor, at: datetime) -> None:
    """Raises FormRefused for everybody but the project team."""
    if not may_edit_sets(acting_viewer(by, at.date())):
        text = pgettext("refusal", "Only the project team writes forms.")
        raise FormRefused("", text)


def locked_draft(edition: SetEdition) -> SetEdition:
    """The edition, locked; refused unless it is a draft: what is in use stays."""
    rows = SetEdition.objects.select_for_update(of=("self",))
    found: SetEdition = rows.select_related("question_set").get(pk=edition.pk)
    if not found.is_draft:
        text = pgettext(
            "refusal",
            "An edition that is in use never changes: draft the next edition.",
        )
        raise FormRefused("", text)
    return found


def check_new_code(code: str) -> None:
    """A short code that no other form has."""
    if not CODE.fullmatch(code):
        text = pgettext(
            "refusal", "A code has 1 to 20 letters, digits or hyphens, for example WG1."
        )
        raise FormRefused("code", text)
    if QuestionSet.objects.filter(code__iexact=code).exists():
        text = pgettext("refusal", "The code %(code)s is taken: choose another.")
        raise FormRefused("code", text % {"code": code})


def check_texts(
    field: str, texts: Mapping[str, str], most: int, required: bool = False
) -> dict[str, str]:
    """The texts that are not empty; each short enough and of readable characters."""
    found = {code: text.strip() for code, text in texts.items() if text.strip()}
    if required and not found:
        text = pgettext("refusal", "Write it in one language at least.")
        raise FormRefused(field, text)
    for text in found.values():
        if len(text) > most or not is_readable(text):
            wrong = pgettext("refusal", "Write at most %(most)s plain characters.")
            raise FormRefused(field, wrong % {"most": most})
    return found
