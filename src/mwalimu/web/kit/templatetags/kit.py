"""The tags of every template: dates, numbers, wordings, what is not recorded."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.languages import Wording, in_language
from mwalimu.web.kit import writing
from mwalimu.web.kit.fields import draw_field
from mwalimu.web.kit.names import language_name
from mwalimu.web.kit.navigation import link_to

register = template.Library()


def reading() -> str:
    """The language of the page."""
    return get_language() or "en"


def unknown() -> SafeString:
    """What stands where nothing is recorded."""
    return format_html(
        '<span class="unknown">{}</span>', pgettext("value", "not recorded")
    )


def _partial(value: PartialDate | date | None) -> PartialDate | None:
    if isinstance(value, datetime):
        return PartialDate(value.date(), Precision.DAY)
    if isinstance(value, date):
        return PartialDate(value, Precision.DAY)
    return value


@register.simple_tag
def day(value: PartialDate | date | None) -> str:
    """A date as far as it is known: `{% day training.starts %}`."""
    when = _partial(value)
    if when is None:
        return unknown()
    text = writing.day(when, reading())
    return format_html('<time datetime="{}">{}</time>', str(when), text)


@register.simple_tag
def days(
    starts: PartialDate | date | None,
    ends: PartialDate | date | None,
    goes_on: bool = False,
) -> str:
    """A range as far as it is known; `goes_on=True` says `since ...` without an end."""
    first, last = _partial(starts), _partial(ends)
    if goes_on and first and last is None:
        return writing.since(first, reading())
    return writing.days(first, last, reading()) or unknown()


@register.simple_tag
def number(value: Decimal | float | None, digits: int = 0) -> str:
    """A number with the separators of the reader's language."""
    if value is None:
        return unknown()
    return writing.number(value, reading(), digits)


@register.filter(name="number")
def number_filter(value: Decimal | float | None) -> str:
    """The same as a filter, for use inside other tags: `{{ total|number }}`."""
    return number(value, 1)


@register.simple_tag
def wording(value: Wording) -> str:
    """A translated text; a fallback says which language it is in."""
    if not value.text or value.language == reading()[:2]:
        return value.text
    return format_html(
        '<span lang="{0}">{1}</span> <abbr class="tongue" title="{2}">{0}</abbr>',
        value.language,
        value.text,
        language_name(value.language, reading()),
    )


@register.filter
def member_name(member: Any) -> str:
    """The Member's name in the reader's language: `{{ training.host|member_name }}`."""
    return str(member.name(reading())) if member else pgettext("value", "not recorded")


@register.filter
def named(row: Any) -> str:
    """The name of a topic, programme, initiative in the reader's language, as text."""
    return str(row.name(reading())) if row else ""


@register.filter
def tongue(code: str) -> str:
    """The name of a language: `{{ "fr"|tongue }}` is `French`."""
    return language_name(code, reading()) if code else pgettext("value", "not recorded")


@register.simple_tag
def known(value: Any) -> Any:
    """The value, or `not recorded` where there is none; 0 is a value."""
    empty: Sequence[Any] = (None, "", "not_recorded")
    return unknown() if value in empty else value


@register.filter
def translated(texts: dict[str, str]) -> str:
    """A text kept per language, for the reader: `{{ session.title|translated }}`."""
    return in_language(texts or {}, (reading(),)).text


@register.simple_tag(takes_context=True)
def may_go(context: template.Context, name: str) -> str:
    """The address, or nothing where the viewer may not go there."""
    link = link_to(name, "", "", context["viewer"])
    return link.url if link else ""


@register.filter
def in_readers_language(row: Any) -> Wording:
    """The name of a row for `{% wording %}`, which marks a fallback."""
    name: Wording = row.name(reading())
    return name


@register.filter
def wording_of(texts: dict[str, str]) -> Wording:
    """A text kept per language, for `{% wording %}`, which marks a fallback."""
    return in_language(texts or {}, (reading(),))


@register.filter
def day_text(value: PartialDate | date | None) -> str:
    """A date as far as it is known, for use inside other tags."""
    return day(value)


@register.filter
def site(address: str) -> str:
    """The site of an address, as a short text for its link."""
    return urlsplit(address).netloc.removeprefix("www.") or address


@register.simple_tag
def field(bound: BoundField, quiet: bool = False) -> SafeString:
    """A field of a form with its label: `{% field form.title %}`."""
    return draw_field(bound, quiet)


@register.simple_tag
def suggestions(texts: Iterable[str]) -> SafeString:
    """The options of a datalist: `<datalist>{% suggestions names %}</datalist>`."""
    return format_html_join("", '<option value="{}">', ((text,) for text in texts))
