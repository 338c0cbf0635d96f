"""Tags of the pool."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from mwalimu.web.kit import writing
from mwalimu.web.kit.templatetags.kit import reading

register = template.Library()


@register.simple_tag
def hidden() -> SafeString:
    """What stands where the person does not show something."""
    text = pgettext("pool", "not shown")
    return format_html('<span class="unknown">{}</span>', text)


@register.filter
def whole(value: float) -> str:
    """A number without digits after the point."""
    return writing.number(round(value), reading())
