"""Tags of the pages on demo slots."""

from fractions import Fraction
from typing import Any

from django import template

from mwalimu.programmes.models import DemoCriterion
from mwalimu.web.kit.templatetags.kit import reading
from mwalimu.web.kit.writing import number

register = template.Library()


@register.filter
def criterion_label(name: str) -> str:
    """`{{ "skill"|criterion_label }}` is `training skill`."""
    return str(DemoCriterion(name).label)


@register.filter
def mean(value: Fraction) -> str:
    """A mean with at most two digits after the point."""
    return number(float(value), reading(), 2)


@register.filter
def of(row: Any, name: str) -> Any:
    """An attribute whose name is data, such as the score on a criterion."""
    return getattr(row, name) if row is not None else None
