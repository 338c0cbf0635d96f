"""Texts of one line, as forms send them."""

from django.utils.translation import pgettext

from mwalimu.programmes.operations.sessions.refusals import SessionRefused
from mwalimu.shared.texts import is_readable


def one_line(field: str, text: str, most: int) -> str:
    """The text on one line, at most so long. Raises SessionRefused."""
    line = " ".join(text.split())
    if len(line) > most or not is_readable(line):
        wrong = pgettext("refusal", "Write at most %(most)s characters on one line.")
        raise SessionRefused(field, wrong % {"most": most})
    return line


def required_line(field: str, text: str, most: int) -> str:
    """The same, and something must stand there."""
    line = one_line(field, text, most)
    if not line:
        raise SessionRefused(field, pgettext("refusal", "Something must stand here."))
    return line
