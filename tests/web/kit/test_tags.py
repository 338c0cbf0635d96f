"""What the template tags say."""

from datetime import date
from types import SimpleNamespace

from django.template import Context, Template
from django.utils.translation import override

from mwalimu.shared.dates import PartialDate
from mwalimu.shared.languages import Wording


def render(text, language="en", **context):
    with override(language):
        return Template("{% load kit %}" + text).render(Context(context))


def test_a_day_carries_its_machine_form():
    text = render("{% day value %}", value=PartialDate.parse("2020-05"))
    assert text == '<time datetime="2020-05">May 2020</time>'


def test_a_day_may_be_a_plain_date():
    text = render("{% day value %}", value=date(2018, 9, 10))
    assert text == '<time datetime="2018-09-10">10 September 2018</time>'


def test_what_is_not_recorded_is_said():
    unknown = '<span class="unknown">not recorded</span>'
    assert render("{% known value %}", value="") == unknown
    assert render("{% known value %}", value="not_recorded") == unknown
    assert render("{% days value value %}", value=None) == unknown
    assert render("{% number value %}", value=None) == unknown


def test_zero_is_recorded():
    assert render("{% known value %}", value=0) == "0"


def test_known_escapes():
    assert render("{% known value %}", value="<b>") == "&lt;b&gt;"


def test_an_open_range_may_go_on():
    text = render("{% days value None True %}", value=PartialDate.parse("2021-07"))
    assert text == "since July 2021"


def test_a_wording_in_the_language_of_the_page_is_plain():
    assert render("{% wording w %}", w=Wording("Togo & co", "en")) == "Togo &amp; co"


def test_a_fallback_says_its_language():
    text = render("{% wording w %}", language="fr", w=Wording("Customs", "en"))
    assert text == (
        '<span lang="en">Customs</span> <abbr class="tongue" title="anglais">en</abbr>'
    )


def test_names_are_in_the_language_of_the_page():
    names = {"en": "Germany", "fr": "Allemagne"}
    row = SimpleNamespace(name=lambda language: Wording(names[language], language))
    assert render("{{ row|member_name }}", language="fr", row=row) == "Allemagne"
    assert render("{{ row|named }}", language="en", row=row) == "Germany"
    assert render("{{ none|member_name }}", none=None) == "not recorded"


def test_a_language_has_a_name():
    assert render('{{ "fr"|tongue }}') == "French"
    assert render('{{ "fr"|tongue }}', language="fr") == "français"
    assert render('{{ "zz9"|tongue }}') == "zz9"
