"""Forms look the same everywhere, also those of third parties."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import Select
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


class KitRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` use the templates of the kit.

    Selects and inputs are drawn in Python: a template for each of 187 Members took
    50 ms a page, and one for each of 60 inputs 20 ms.
    """

    form_template_name = "kit/form.html"
    field_template_name = "kit/field.html"

    def render(
        self,
        template_name: str,
        context: dict[str, Any],
        request: HttpRequest | None = None,
    ) -> SafeString:
        """As Django does, but for plain selects and inputs."""
        if template_name == Select.template_name:
            return select(context["widget"])
        if template_name in INPUTS:
            return plain_input(context["widget"])
        return SafeString(super().render(template_name, context, request))


INPUTS = frozenset(
    widget.template_name
    for widget in (
        *(forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.CheckboxInput),
        *(forms.EmailInput, forms.PasswordInput, forms.DateInput, forms.URLInput),
    )
)


def plain_input(widget: Mapping[str, Any]) -> SafeString:
    """The HTML of an input that has no options, from the context of its widget."""
    shown = {"type": widget["type"], "name": widget["name"], "value": widget["value"]}
    return format_html("<input{}>", flatatt({**shown, **widget["attrs"]}))


def select(widget: Mapping[str, Any]) -> SafeString:
    """The HTML of a `forms.Select`, from the context of its widget."""
    name = format_html(' name="{}"', widget["name"])
    inner = "".join(_groups(widget["optgroups"]))
    head = f"<select{name}{flatatt(widget['attrs'])}>"
    return mark_safe(head + inner + "</select>")  # noqa: S308 - every part is escaped


def _groups(groups: list[tuple[Any, list[Mapping[str, Any]], int]]) -> Iterator[str]:
    for label, options, _index in groups:
        if label:
            yield format_html('<optgroup label="{}">', label)
        for option in options:
            attrs = flatatt(option["attrs"])
            value = conditional_escape(str(option["value"]))
            text = conditional_escape(option["label"])
            yield f'<option value="{value}"{attrs}>{text}</option>'
        if label:
            yield "</optgroup>"
