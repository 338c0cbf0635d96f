"""Selects drawn in Python say the same as Django's templates."""

from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from mwalimu.web.kit.renderer import KitRenderer

CHOICES = [
    ("", "—"),
    ("KE", "Kenya & <Co>"),
    ("West", [("TG", "Togo"), ('"x"', "O'Neil")]),
]
CASES = [
    forms.Select(choices=CHOICES),
    forms.Select(choices=CHOICES, attrs={"required": True, "disabled": False}),
    forms.SelectMultiple(choices=CHOICES),
    forms.CheckboxSelectMultiple(choices=CHOICES),
    forms.CheckboxSelectMultiple(choices=CHOICES, attrs={"class": "wide", "id": ""}),
    forms.RadioSelect(choices=CHOICES, attrs={"required": True}),
]


def test_the_same_options_names_and_attributes_as_django():
    for widget in CASES:
        for value in (None, "KE", '"x"', ["KE", "TG"]):
            ours = widget.render("host", value, {"id": "h"}, renderer=KitRenderer())
            theirs = widget.render(
                "host", value, {"id": "h"}, renderer=DjangoTemplates()
            )
            assert parse_html(ours) == parse_html(theirs)


INPUTS = [
    (forms.TextInput(attrs={"required": True}), 'a "quoted" <b>'),
    (forms.TextInput(), None),
    (forms.NumberInput(attrs={"min": 0}), 0),
    (forms.HiddenInput(), "x"),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(attrs={"value": "yes"}), False),
    (forms.EmailInput(attrs={"autocomplete": "email"}), "a@example.org"),
]


def test_the_same_inputs_as_django():
    for widget, value in INPUTS:
        ours = widget.render("field", value, {"id": "f"}, renderer=KitRenderer())
        theirs = widget.render("field", value, {"id": "f"}, renderer=DjangoTemplates())
        assert parse_html(ours) == parse_html(theirs)


def test_what_users_typed_cannot_leave_an_option():
    widget = forms.Select(choices=[("a", "</option><script>x</script>")])
    assert "<script>" not in widget.render("n", "a", renderer=KitRenderer())
