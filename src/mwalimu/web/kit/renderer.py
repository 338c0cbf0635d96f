"""Forms look the same everywhere, also those of third parties."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from django import forms
from django.forms import Select
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.safestring import SafeString


class KitRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` use the templates of the kit.

    Selects, inputs and check boxes are drawn in Python: a template for each of 187
    Members took 50 ms a page, and one for each of 60 inputs 20 ms.
    """

    form_template_name = "kit/form.html"
    field_template_name = "kit/field.html"

    def render(
        self,
        template_name: str,
        context: dict[str, Any],
        request: HttpRequest | None = None,
    ) -> SafeString:
        """As Django does, but for selects, inputs and check boxes."""
        if template_name == Select.template_name:
            return select(context["widget"])
        if template_name in INPUTS:
            return plain_input(context["widget"])
        if template_name in GROUPS:
            return several_inputs(context["widget"])
        return SafeString(super().render(template_name, context, request))


INPUTS = frozenset(
    widget.template_name
    for widget in (
        *(forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.CheckboxInput),
        *(forms.EmailInput, forms.PasswordInput, forms.DateInput, forms.URLInput),
    )
)

GROUPS = frozenset(
    widget.template_name for widget in (forms.CheckboxSelectMultiple, forms.RadioSelect)
)


def plain_input(widget: Mapping[str, Any]) -> SafeString:
    """The HTML of an input that has no options, from the context of its widget."""
    shown = {"type": widget["type"], "name": widget["name"], "value": widget["value"]}
    return _safe(f"<input{attributes({**shown, **widget['attrs']})}>")


def select(widget: Mapping[str, Any]) -> SafeString:
    """The HTML of a `forms.Select`, from the context of its widget."""
    head = attributes({"name": widget["name"], **widget["attrs"]})
    inner = "".join(_groups(widget["optgroups"]))
    return _safe(f"<select{head}>{inner}</select>")


def several_inputs(widget: Mapping[str, Any]) -> SafeString:
    """The HTML of check boxes or radio buttons of one field."""
    shown = {name: widget["attrs"].get(name) or None for name in ("id", "class")}
    parts = []
    for label, options, _index in widget["optgroups"]:
        inner = "".join(f"<div>{_choice(option)}</div>" for option in options)
        head = f"<label>{escaped(label)}</label>" if label else ""
        parts.append(f"<div>{head}{inner}</div>" if label else inner)
    return _safe(f"<div{attributes(shown)}>{''.join(parts)}</div>")


def _choice(option: Mapping[str, Any]) -> str:
    target = attributes({"for": option["attrs"].get("id")})
    return f"<label{target}>{plain_input(option)} {escaped(option['label'])}</label>"


def attributes(values: Mapping[str, Any]) -> str:
    """Attributes of an element; True stands by its name alone, False and None nowhere."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escaped(value)}"'
        for name, value in values.items()
        if value is not None and value is not False
    )


def escaped(value: Any) -> str:
    """As text of HTML; what is marked as safe stays as it is."""
    text = str(value)
    return text if hasattr(text, "__html__") else escape(text)


def _safe(html: str) -> SafeString:
    return SafeString(html)


def _groups(groups: list[tuple[Any, list[Mapping[str, Any]], int]]) -> Iterator[str]:
    for label, options, _index in groups:
        if label:
            yield f'<optgroup label="{escaped(label)}">'
        for option in options:
            attrs = attributes(option["attrs"])
            value, text = escaped(option["value"]), escaped(option["label"])
            yield f'<option value="{value}"{attrs}>{text}</option>'
        if label:
            yield "</optgroup>"
