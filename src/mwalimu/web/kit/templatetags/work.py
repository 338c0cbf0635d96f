"""Tags of the pages on intersessional work."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from mwalimu.programmes.engine.deadlines import zone_of
from mwalimu.programmes.engine.progress import Progress
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.web.kit.templatetags.kit import reading
from mwalimu.web.kit.work.wordings import BADGES, SEEN_OUTSIDE, WORDS
from mwalimu.web.kit.writing import day, number, zone

register = template.Library()


@register.simple_tag
def progress_badge(value: Progress, team: bool = False) -> SafeString:
    """How far a piece of work is; that assessors differ is said to the team alone."""
    words = WORDS if team else SEEN_OUTSIDE
    shown = value if team or value != Progress.DIFFER else Progress.HANDED_IN
    return format_html(
        '<span class="badge is-{}">{}</span>', BADGES[shown], words[value]
    )


@register.simple_tag
def end_of_day(when: date, zone_name: str) -> str:
    """`10 March 2024, end of the day in Nairobi (Africa/Nairobi)`."""
    text = pgettext("deadline", "%(day)s, end of the day in %(zone)s")
    return text % {
        "day": day(PartialDate(when, Precision.DAY), reading()),
        "zone": zone(zone_name, reading()),
    }


@register.simple_tag
def instant(when: datetime, zone_name: str) -> str:
    """`8 March 2024, 14:05 (Africa/Nairobi)`: an instant as it was there."""
    there = when.astimezone(zone_of(zone_name))
    text = day(PartialDate(there.date(), Precision.DAY), reading())
    return f"{text}, {there:%H:%M} ({zone_name})"


@register.filter
def size(count: int) -> str:
    """A size of a file in MB or kB."""
    if count >= 1_000_000:
        shown = number(count / 1_000_000, reading(), 1)
        return pgettext("size", "%(count)s MB") % {"count": shown}
    shown = number(max(1, round(count / 1000)), reading())
    return pgettext("size", "%(count)s kB") % {"count": shown}


@register.filter
def get(rows: Any, key: Any) -> Any:
    """The entry of a mapping."""
    return rows.get(key)
