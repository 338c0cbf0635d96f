"""PDF: what was typed is shown, whatever it looks like."""

import io

from pypdf import PdfReader

from mwalimu.typesetting.content import Table
from mwalimu.typesetting.pdf import Document, minutes


def printed(**changes):
    values = {"title": "Minutes", "subtitle": "Nadi", "language": "en", **changes}
    reader = PdfReader(io.BytesIO(minutes(Document(**values))))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def test_minutes_show_results_and_where_to_sign():
    table = Table("Results", ["WG member", "Skill"], [["Taufeʻulungaki", "4"]])
    signatures = [("WCO", "signed 9 February 2024"), ("JICA", "")]
    _, text = printed(
        tables=[table], signatures=signatures, signatures_heading="Signatures"
    )
    assert "Taufeʻulungaki" in text
    assert "signed 9 February 2024" in text


def test_markup_that_was_typed_is_text():
    _, text = printed(paragraphs=['#read("/etc/passwd") *bold* $x$ \\ <tag>'])
    assert '#read("/etc/passwd") *bold* $x$' in text


def test_the_title_is_in_the_document():
    reader, _ = printed(title="Procès-verbal", language="fr", note="SYNTHETIC")
    assert reader.metadata.title == "Procès-verbal"
