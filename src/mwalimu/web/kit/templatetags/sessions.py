"""Tags about sessions and attendance."""

from datetime import date
from fractions import Fraction

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from mwalimu.programmes.models import Evaluation, Session
from mwalimu.programmes.queries.evaluations import days_of
from mwalimu.web.kit import writing
from mwalimu.web.kit.sessions import name_of
from mwalimu.web.kit.templatetags.kit import unknown

register = template.Library()


@register.filter
def session_name(session: Session) -> str:
    """`{{ session|session_name }}`: its title, or its kind and place."""
    return name_of(session)


@register.filter
def long_day(day: date) -> str:
    """`Monday 4 March 2024`."""
    return writing.long_day(day, get_language() or "en")


@register.filter
def short_weekday(day: date) -> str:
    """`Mon 4`."""
    return writing.short_weekday(day, get_language() or "en")


@register.filter
def short_day(day: date) -> str:
    """`4 Mar`: for the heads and cells of a table."""
    return writing.short_day(day, get_language() or "en")


@register.filter
def share(value: Fraction | None) -> str | SafeString:
    """A share of the days as a percentage; `not recorded` where nothing is written."""
    if value is None:
        return unknown()
    return writing.percent(float(value), get_language() or "en")


@register.filter
def day_amount(value: Fraction) -> str:
    """How many days something is worth: `2.5`."""
    return writing.number(float(value), get_language() or "en", 1)


@register.simple_tag
def evaluation_ends(evaluation: Evaluation) -> date:
    """The last day on which an evaluation takes answers, where the session is held."""
    return days_of(evaluation)[1]
