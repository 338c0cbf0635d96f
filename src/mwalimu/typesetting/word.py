"""Word files, filled from a layout: ours, or one that the project team uploaded.

A layout is a .docx with placeholders in double braces, such as {{ subject }}. They are
filled by docxtpl in a sandbox: a layout can show what it is given and nothing else.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from mwalimu.typesetting.content import Table

UNPACKED_LIMIT = 50 * 1024 * 1024


class BadLayout(Exception):
    """The layout cannot be used; `str()` says why and what to do."""


@dataclass(frozen=True)
class Section:
    """A part of a report: heading, paragraphs, then tables."""

    heading: str
    paragraphs: Sequence[str] = ()
    tables: Sequence[Table] = ()


def fill(layout: bytes, values: Mapping[str, Any]) -> bytes:
    """The layout with its placeholders filled, as the bytes of a .docx.

    Raises BadLayout when it is no .docx, unpacks to more than 50 MiB, or asks for a
    placeholder that is not in `values`.
    """
    _check_package(layout)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    target = io.BytesIO()
    try:
        template = DocxTemplate(io.BytesIO(layout))
        template.render(dict(values), environment, autoescape=True)
        template.save(target)
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise BadLayout(f"This is no Word file that can be filled: {error}.") from None
    except TemplateError as error:
        known = ", ".join(sorted(values))
        raise BadLayout(
            f"A placeholder cannot be filled: {error.message}. Known are: {known}."
        ) from None
    return target.getvalue()


def _check_package(layout: bytes) -> None:
    """Refuse what is no zip of a plausible size before anything is unpacked."""
    try:
        with ZipFile(io.BytesIO(layout)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            names = set(package.namelist())
    except BadZipFile:
        raise BadLayout(
            "This is no Word file: save it as .docx and try again."
        ) from None
    if unpacked > UNPACKED_LIMIT:
        raise BadLayout(
            "The file unpacks to more than 50 MB: make its pictures smaller."
        )
    if any(name.endswith("vbaProject.bin") for name in names):
        raise BadLayout("The file contains macros: save it as .docx without macros.")


def letter_layout() -> bytes:
    """Our own plain layout of a letter: number, date, recipient, subject, body."""
    document = Document()
    _plain_style(document)
    document.add_paragraph("{{ sender }}")
    document.add_paragraph("{{ number }}\t{{ date }}")
    document.add_paragraph("{{ recipient }}")
    document.add_paragraph("{{ subject }}").runs[0].bold = True
    document.add_paragraph("{%p for paragraph in paragraphs %}")
    document.add_paragraph("{{ paragraph }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ signature }}")
    return _bytes(document)


def report(
    title: str,
    subtitle: str,
    sections: Sequence[Section],
    *,
    note: str = "",
    footer: str = "",
    language: str = "",
) -> bytes:
    """A report as the bytes of a .docx, on A4. `note` (such as "synthetic") opens it and
    stands at the head of every page; `footer` at the foot, before the number of the page.
    `language` is the one in which Word checks the spelling.
    """
    document = Document()
    _plain_style(document)
    _set_page(document, note, footer)
    if language:
        _speak(document, language)
    document.core_properties.title = title
    document.add_heading(title, 0)
    document.add_paragraph(subtitle)
    if note:
        document.add_paragraph(note).runs[0].italic = True
    for section in sections:
        document.add_heading(section.heading, 1)
        for text in section.paragraphs:
            document.add_paragraph(text)
        for table in section.tables:
            _add_table(document, table)
    return _bytes(document)


def _set_page(document: Any, note: str, footer: str) -> None:
    """A4, with what stands at the head and the foot of every page."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    if note:
        page.header.paragraphs[0].text = note
    foot = page.footer.paragraphs[0]
    foot.text = f"{footer} · " if footer else ""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        foot.add_run()._r.append(part)


def _speak(document: Any, language: str) -> None:
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), {"en": "en-GB", "fr": "fr-FR"}.get(language, language))
    fonts.append(tongue)


def _add_table(document: Any, table: Table) -> None:
    document.add_paragraph(table.caption).runs[0].italic = True
    grid = document.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.headings, strict=True):
        cell.text = heading
        cell.paragraphs[0].runs[0].bold = True
    again = OxmlElement("w:tblHeader")  # the headings stand on every page of the table
    grid.rows[0]._tr.get_or_add_trPr().append(again)
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text


def _plain_style(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name = "Calibri"
    style.font.size = Pt(11)


def _bytes(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
