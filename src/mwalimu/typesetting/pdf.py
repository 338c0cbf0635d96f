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


def minutes(document: Document) -> bytes:
    """Minutes as a tagged PDF, with the lines on which the panel signs."""
    data = json.dumps(asdict(document), ensure_ascii=False)
    clean = data.translate(CONTROL)
    pdf: bytes = typst.compile(
        str(LAYOUTS / "minutes.typ"), root=str(LAYOUTS), sys_inputs={"data": clean}
    )
    return pdf
