"""Tags of the pages on trainings."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

from mwalimu.web.kit.templatetags.kit import unknown

register = template.Library()


@register.simple_tag
def training_url(face: str, training: Any, name: str = "training") -> str:
    """The address of a training, or of something to do with it, in a face."""
    return reverse(f"{face}:{name}", args=[training.uuid])


@register.filter
def topic_name(names: Mapping[str, str], code: str) -> str:
    """The name of a counted topic; `not recorded` where there is none."""
    return names.get(code) or (code if code else unknown())


@register.filter
def at(rows: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping, or nothing."""
    return rows.get(key)
