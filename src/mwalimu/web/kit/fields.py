"""A field of a form as it stands on every page: label, help, what is wrong, the input.

Drawn in Python: a form may have hundreds of fields, and a template for each took 1 ms.
"""

from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from mwalimu.web.kit.renderer import escaped


def draw_field(field: BoundField, quiet: bool = False) -> SafeString:
    """The HTML of a field; `quiet` where nearly everything is optional and none says so."""
    if field.is_hidden:
        return SafeString(field)
    errors = field.form.errors.get(field.name)
    is_tick = field.widget_type == "checkbox"
    kind = f"field{' wrong' if errors else ''}{' tick' if is_tick else ''}"
    head, foot = _label(field, quiet or is_tick), ""
    if field.use_fieldset:
        head, foot = _legend(field, quiet), "</fieldset>"
    wrong = escaped(errors) if errors else ""
    inner = f"{head}{_help(field)}{wrong}{field}{foot}"
    return SafeString(f'<div class="{kind}">{inner}</div>')


def _label(field: BoundField, quiet: bool) -> str:
    text = escaped(field.label)
    return f'<label for="{field.id_for_label}">{text}{_optional(field, quiet)}</label>'


def _legend(field: BoundField, quiet: bool) -> str:
    about = field.aria_describedby
    described = f' aria-describedby="{about}"' if about else ""
    text = f"{escaped(field.label)}{_optional(field, quiet)}"
    return f"<fieldset{described}><legend>{text}</legend>"


def _optional(field: BoundField, quiet: bool) -> str:
    if quiet or field.field.required:
        return ""
    return f' <span class="optional">{pgettext("form", "optional")}</span>'


def _help(field: BoundField) -> str:
    if not field.help_text:
        return ""
    text = escaped(field.help_text)
    return f'<p class="help" id="{field.auto_id}_helptext">{text}</p>'
