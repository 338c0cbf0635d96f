"""How a report writes dates, names, and what is not recorded, in the language in force."""

from datetime import date
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language, pgettext

from mwalimu.shared.dates import PartialDate, Precision

LOCALES = {"en": "en_GB", "fr": "fr"}
PATTERNS = {
    Precision.DAY: "d MMMM y",
    Precision.MONTH: "MMMM y",
    Precision.YEAR: "y",
}


def locale() -> str:
    """The locale of the language in force."""
    return LOCALES.get(get_language() or "", "en_GB")


def nothing() -> str:
    """What stands in a part for which there is no record."""
    return pgettext("report", "Nothing is recorded.")


def or_unknown(text: str) -> str:
    """The text, or that it is not recorded."""
    return text or pgettext("report", "not recorded")


def name_in_force(row: Any) -> str:
    """The name of a row in the language in force; empty for none."""
    return str(row.name(get_language() or "en")) if row else ""


def long_day(day: date) -> str:
    """`Monday 4 March 2024`."""
    return format_date(day, "EEEE d MMMM y", locale())


def short_day(day: date) -> str:
    """`4 Mar`."""
    return format_date(day, "d MMM", locale())


def days_text(starts: PartialDate | None, ends: PartialDate | None) -> str:
    """The first and the last day as far as they are known; empty where neither is."""
    known = [part for part in (starts, ends) if part]
    texts = dict.fromkeys(
        format_date(part.first, PATTERNS[part.precision], locale()) for part in known
    )
    return " – ".join(texts)
