"""Tags of paths and boards: states, why, and the rows behind."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from mwalimu.qualification.queries.paths import Path
from mwalimu.qualification.queries.sources import Source
from mwalimu.shared.languages import in_language
from mwalimu.web.kit.navigation import link_to
from mwalimu.web.kit.path.states import Sign
from mwalimu.web.kit.templatetags.kit import reading

register = template.Library()

# Where a row of evidence is shown in each face, by what it is.
PAGES = {
    ("desk", "session"): "desk:session",
    ("desk", "submission"): "desk:submission",
    ("desk", "minutes"): "desk:panel_minutes",
    ("desk", "training"): "desk:training",
    ("field", "session"): "field:session",
    ("field", "submission"): "field:assignment",
    ("field", "training"): "field:training",
}


@register.simple_tag
def state(sign: Sign, value: str) -> SafeString:
    """A state as its sign and word."""
    return format_html(
        '<span class="state s-{}">{} {}</span>', value, sign.mark, sign.word
    )


@register.simple_tag
def why_url(face: str, path: Path, requirement: str) -> str:
    """Where a face says why a requirement stands as it does."""
    code = path.line.cohort.code
    if face == "field":
        return reverse("field:why", kwargs={"code": code, "requirement": requirement})
    return reverse(
        "desk:board_why",
        kwargs={"code": code, "uuid": path.line.uuid, "requirement": requirement},
    )


@register.simple_tag(takes_context=True)
def source_link(context: template.Context, where: str, source: Source) -> SafeString:
    """A row of evidence by its name, with a link where the viewer may open it."""
    text = _named(source)
    page = PAGES.get((where, source.what), "")
    own_page = where == "field" and source.what == "submission"
    uuid = source.about if own_page else source.uuid
    if not (page and source.opens):
        return format_html("<span>{}</span>", text)
    link = link_to(page, text, "", context["viewer"], {"uuid": uuid})
    if link is None:
        return format_html("<span>{}</span>", text)
    return format_html('<a href="{}" hx-boost="false">{}</a>', link.url, text)


def _named(source: Source) -> str:
    name = in_language(source.names, (reading(),)).text
    kinds = {
        "session": pgettext("evidence", "session"),
        "submission": pgettext("evidence", "work handed in"),
        "minutes": pgettext("evidence", "minutes of the panel"),
        "training": pgettext("evidence", "training"),
        "waiver": pgettext("evidence", "decision of the project team"),
    }
    parts = [kinds[source.what], name]
    if source.version is not None:
        text = pgettext("evidence", "version %(number)s")
        parts.append(text % {"number": source.version})
    return ", ".join(part for part in parts if part)
