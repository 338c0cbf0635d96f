"""Days in sentences: how long until, how long since."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, npgettext, pgettext

from mwalimu.notices.engine.kinds import Sort
from mwalimu.notices.engine.matters import Matter

BEGINS = frozenset({"answer_invitation", "answers_missing"})


def day_text(day: date) -> str:
    """`3 March 2024`, `3 mars 2024`, `1er mars 2024`, as pages write it."""
    language = (get_language() or "en")[:2]
    if language != "fr":
        return format_date(day, "d MMMM y", "en_GB")
    text = format_date(day, "d MMMM y", "fr")
    return text.replace("1", "1er", 1) if day.day == 1 else text


def when(matter: Matter, on: date) -> str:
    """By when, until when, or since when; empty where no day is known."""
    if matter.day is None:
        return ""
    days = (matter.day - on).days
    values = {"day": day_text(matter.day), "n": abs(days)}
    if matter.kind in BEGINS:
        return _begins(days) % values
    if matter.of.sort == Sort.DUE:
        return _due(days) % values
    if matter.of.sort == Sort.EXPIRING:
        return _until(days) % values
    return pgettext("reminder", "since %(day)s") % values


def _due(days: int) -> str:
    if days == 0:
        return pgettext("reminder", "due today, %(day)s")
    if days > 0:
        return npgettext(
            "reminder",
            "due in %(n)s day, on %(day)s",
            "due in %(n)s days, on %(day)s",
            days,
        )
    return npgettext(
        "reminder",
        "%(n)s day late, due on %(day)s",
        "%(n)s days late, due on %(day)s",
        -days,
    )


def _until(days: int) -> str:
    if days <= 0:
        return pgettext("reminder", "valid until today, %(day)s")
    return npgettext(
        "reminder",
        "valid for %(n)s more day, until %(day)s",
        "valid for %(n)s more days, until %(day)s",
        days,
    )


def _begins(days: int) -> str:
    if days <= 0:
        return pgettext("reminder", "begins today, %(day)s")
    return npgettext(
        "reminder",
        "begins in %(n)s day, on %(day)s",
        "begins in %(n)s days, on %(day)s",
        days,
    )
