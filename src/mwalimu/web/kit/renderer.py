"""Forms look the same everywhere, also those of third parties."""

from django.forms.renderers import TemplatesSetting


class KitRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` use the templates of the kit."""

    form_template_name = "kit/form.html"
    field_template_name = "kit/field.html"
