"""Dates, ranges and numbers as readers of a language write them.

Pure: a language goes in as an argument. Month names and digits come from CLDR (Babel);
the few sentences for what is not known are ours, in the four reading languages.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel.dates import format_date, get_timezone, get_timezone_location
from babel.numbers import format_decimal, format_percent, get_group_symbol

from mwalimu.shared.dates import PartialDate, Precision

REMEMBERED = 4096  # numbers that were written already


@dataclass(frozen=True)
class Manner:
    """How a language writes dates; the patterns are those of CLDR."""

    locale: str
    day: str
    month: str
    day_of_month: str  # a day whose year is said later
    end_unknown: str
    since: str


ENGLISH = Manner(
    "en_GB",
    "d MMMM y",
    "MMMM y",
    "d MMMM",
    "from {start}, end day not known",
    "since {start}",
)
MANNERS = {
    "en": ENGLISH,
    "fr": Manner(
        "fr",
        "d MMMM y",
        "MMMM y",
        "d MMMM",
        "à partir du {start}, dernier jour non connu",
        "depuis {start}",
    ),
    "pt": Manner(
        "pt_PT",
        "d 'de' MMMM 'de' y",
        "MMMM 'de' y",
        "d 'de' MMMM",
        "a partir de {start}, último dia não conhecido",
        "desde {start}",
    ),
    "es": Manner(
        "es",
        "d 'de' MMMM 'de' y",
        "MMMM 'de' y",
        "d 'de' MMMM",
        "desde el {start}, último día no conocido",
        "desde {start}",
    ),
}


def manner(language: str) -> Manner:
    """The manner of a language (`fr`, `pt-br`); English where there is none."""
    return MANNERS.get(language[:2].lower(), ENGLISH)


def day(when: PartialDate, language: str) -> str:
    """`10 September 2018`, `May 2020` or `2020`: what is known, never more."""
    how = manner(language)
    if when.precision == Precision.YEAR:
        return str(when.first.year)
    if when.precision == Precision.MONTH:
        return format_date(when.first, how.month, how.locale)
    return _ordinal(when.first, format_date(when.first, how.day, how.locale), how)


def long_day(when: date, language: str) -> str:
    """`Monday 4 March 2024`, or `lundi 4 mars 2024`."""
    name = format_date(when, "EEEE", manner(language).locale)
    return f"{name} {day(PartialDate(when, Precision.DAY), language)}"


def short_weekday(when: date, language: str) -> str:
    """`Mon 4`, or `lun. 4`: enough where the month is said beside it."""
    return format_date(when, "EEE d", manner(language).locale)


@lru_cache(REMEMBERED)
def short_day(when: date, language: str) -> str:
    """`4 Mar`, or `4 mars`: for cells of a table, where the year goes without saying."""
    return format_date(when, "d MMM", manner(language).locale)


def days(
    starts: PartialDate | None, ends: PartialDate | None, language: str
) -> str | None:
    """A range such as `10–14 September 2018`; None where nothing is known.

    An unknown end is said only after a start known to the day: a month alone does not
    promise a last day.
    """
    if starts is None:
        return day(ends, language) if ends else None
    if ends is None:
        if starts.precision == Precision.DAY:
            return manner(language).end_unknown.format(start=day(starts, language))
        return day(starts, language)
    if starts == ends:
        return day(starts, language)
    return _range(starts, ends, language)


def since(starts: PartialDate, language: str) -> str:
    """`since July 2021`, for what still goes on."""
    how = manner(language)
    text = day(starts, language)
    if how.locale == "fr" and starts.precision == Precision.DAY:
        text = f"le {text}"
    return how.since.format(start=text)


def _range(starts: PartialDate, ends: PartialDate, language: str) -> str:
    how = manner(language)
    last = day(ends, language)
    same_year = starts.first.year == ends.first.year
    if starts.precision != ends.precision or not same_year:
        return f"{day(starts, language)} – {last}"
    if starts.precision == Precision.MONTH:
        return f"{format_date(starts.first, 'LLLL', how.locale)} – {last}"
    if starts.first.month == ends.first.month:
        return f"{_ordinal(starts.first, str(starts.first.day), how)}–{last}"
    first = format_date(starts.first, how.day_of_month, how.locale)
    return f"{_ordinal(starts.first, first, how)} – {last}"


def _ordinal(when: date, text: str, how: Manner) -> str:
    """French writes the first of a month `1er`."""
    if how.locale == "fr" and when.day == 1:
        return text.replace("1", "1er", 1)
    return text


def zone(name: str, language: str) -> str:
    """`Nairobi (Africa/Nairobi)`: the city whose clocks it follows, and its name.

    Not the zone's name in CLDR, which is that of a country, as CLDR calls it.
    """
    try:
        found = get_timezone(name)
    except LookupError:
        return name
    locale = manner(language).locale
    city = get_timezone_location(found, locale=locale, return_city=True)
    return f"{city} ({name})" if "/" in name else name


def number(value: int | float | Decimal, language: str, digits: int = 0) -> str:
    """`49,032` or `49 032`; at most so many digits after the point."""
    if isinstance(value, int):  # as Babel does, ten times as fast: a page has hundreds
        return f"{value:,}".replace(",", _group_mark(manner(language).locale))
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return _decimal(value, pattern, manner(language).locale)


# Babel takes its time over each, and a board or a list says the same few again and again.
@lru_cache(REMEMBERED)
def _decimal(value: float | Decimal, pattern: str, locale: str) -> str:
    text: str = format_decimal(value, pattern, locale)
    return text


@cache
def _group_mark(locale: str) -> str:
    """What stands between thousands."""
    mark: str = get_group_symbol(locale)
    return mark


def percent(share: float, language: str) -> str:
    """A share of 1 as `12%` or `12 %`."""
    return _percent(share, manner(language).locale)


@lru_cache(REMEMBERED)
def _percent(share: float, locale: str) -> str:
    text: str = format_percent(share, locale=locale)
    return text
