"""A field as it stands on every page."""

from django import forms
from django.template import Context, Template
from django.test.html import parse_html

from mwalimu.web.kit.renderer import KitRenderer


class Course(forms.Form):
    default_renderer = KitRenderer
    title = forms.CharField(label="Title & co", help_text="Short.")
    place = forms.CharField(required=False)
    held = forms.BooleanField(required=False)
    topics = forms.MultipleChoiceField(
        choices=[("HS", "Harmonized System")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    key = forms.CharField(widget=forms.HiddenInput)


def drawn(name, form=None, quiet=""):
    template = Template(f"{{% load kit %}}{{% field form.{name} {quiet} %}}")
    return template.render(Context({"form": form or Course()}))


def test_a_field_has_its_label_help_and_input():
    assert parse_html(drawn("title")) == parse_html(
        '<div class="field"><label for="id_title">Title &amp; co</label>'
        '<p class="help" id="id_title_helptext">Short.</p>'
        '<input type="text" name="title" required id="id_title"'
        ' aria-describedby="id_title_helptext"></div>'
    )


def test_what_may_stay_empty_says_so_unless_nearly_everything_may():
    assert '<span class="optional">optional</span>' in drawn("place")
    assert "optional" not in drawn("place", quiet="quiet=True")
    assert "optional" not in drawn("held")
    assert "field tick" in drawn("held")


def test_what_is_wrong_stands_at_the_field_and_cannot_leave_it():
    form = Course({"title": "", "topics": ["<script>"], "place": "<script>"})
    assert "field wrong" in drawn("title", form)
    assert "errorlist" in drawn("title", form)
    assert "&lt;script&gt; is not one of" in drawn("topics", form)
    assert "errorlist" not in drawn("place", form)
    assert "<script>" not in drawn("topics", form) + drawn("place", form)


def test_several_inputs_are_one_group_with_a_legend():
    html = drawn("topics")
    assert "<fieldset>" in html
    assert '<legend>Topics <span class="optional">optional</span></legend>' in html
    assert "<label" in html.partition("</legend>")[2]


def test_a_hidden_field_is_its_input_alone():
    assert drawn("key") == '<input type="hidden" name="key" id="id_key">'


def test_forms_of_others_draw_their_fields_alike():
    form = Course()
    assert form["place"].as_field_group().strip() == drawn("place", form)


def test_names_that_are_suggested_cannot_leave_the_list():
    template = Template("{% load kit %}{% suggestions names %}")
    names = ["Asha", '"><script>x</script>']
    html = template.render(Context({"names": names}))
    assert html.startswith('<option value="Asha"><option value="&quot;&gt;&lt;')
    assert "<script>" not in html
