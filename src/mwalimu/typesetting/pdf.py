"""PDF by Typst, from our own layouts; the values go in as data."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

from mwalimu.typesetting.content import Table

LAYOUTS = Path(__file__).parent / "layouts"
CONTROL = {code: None for code in range(32) if code not in (9, 10)}


@dataclass(frozen=True)
class Document:
    """What a printed document says. `signatures` are pairs (who, signed when or blank)."""

    title: str
    subtitle: str
    language: str
    paragraphs: Sequence[str] = ()
    tables: Sequence[Table] = ()
    signatures_heading: str = ""
    signatures: Sequence[tuple[str, str]] = ()
    footer: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet to sign: rows of (name, Member), then `empty` lines to write into.

    The first two headings are of these; each further one is a field to sign in.
    """

    title: str
    subtitle: str
    facts: Sequence[str]
    language: str
    headings: Sequence[str]
    rows: Sequence[tuple[str, str]]
    empty: int = 0
    footer: str = ""
    note: str = ""


def minutes(document: Document) -> bytes:
    """Minutes as a tagged PDF, with the lines on which the panel signs."""
    return _set("minutes.typ", document)


def sign_in_sheet(sheet: Sheet) -> bytes:
    """A sign-in sheet as a tagged PDF; upright for one day, across for several."""
    return _set("sheet.typ", sheet)


def _set(layout: str, content: Document | Sheet) -> bytes:
    data = json.dumps(asdict(content), ensure_ascii=False)
    clean = data.translate(CONTROL)
    pdf: bytes = typst.compile(
        str(LAYOUTS / layout), root=str(LAYOUTS), sys_inputs={"data": clean}
    )
    return pdf
