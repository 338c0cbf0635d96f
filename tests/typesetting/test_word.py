"""Word files: filled layouts and reports."""

import io
import zipfile

import pytest
from docx import Document

from mwalimu.typesetting.content import Table
from mwalimu.typesetting.word import (
    BadLayout,
    Section,
    fill,
    letter_layout,
    report,
)

VALUES = {
    "sender": "Project team",
    "number": "2024/007",
    "date": "1 mars 2024",
    "recipient": "Office Togolais des Recettes",
    "subject": "Désignation & suite",
    "paragraphs": ["Premier alinéa <a>.", "Second {{ alinéa }}."],
    "signature": "Head of the project team",
}


def texts(content):
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def layout_saying(text):
    document = Document()
    document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_our_layout_shows_every_value_as_it_was_typed():
    filled = texts(fill(letter_layout(), VALUES))
    assert "Désignation & suite" in filled
    assert filled[4:6] == ["Premier alinéa <a>.", "Second {{ alinéa }}."]


def test_an_unknown_placeholder_is_named_with_those_that_are_known():
    with pytest.raises(BadLayout, match=r"'nickname' is undefined.*Known are: date"):
        fill(layout_saying("{{ nickname }}"), VALUES)


def test_a_layout_cannot_reach_into_python():
    with pytest.raises(BadLayout):
        fill(layout_saying("{{ number.__class__.__mro__ }}"), VALUES)


def test_what_is_no_word_file_is_refused():
    with pytest.raises(BadLayout, match="save it as"):
        fill(b"%PDF-1.7", VALUES)


def test_a_file_with_macros_is_refused():
    target = io.BytesIO(letter_layout())
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(BadLayout, match="macros"):
        fill(target.getvalue(), VALUES)


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (51 * 1024 * 1024))
    with pytest.raises(BadLayout, match="50 MB"):
        fill(target.getvalue(), VALUES)


def test_a_report_has_its_sections_tables_and_note():
    table = Table("Attendance", ["Member", "Days"], [["Kenya", "5"]])
    content = report("WG1", "Nairobi", [Section("People", ["x"], [table])], note="SYN")
    document = Document(io.BytesIO(content))
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Kenya", "5"]
    assert "SYN" in [paragraph.text for paragraph in document.paragraphs]
