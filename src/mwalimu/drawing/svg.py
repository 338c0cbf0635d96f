"""Elements of SVG as text: every value is escaped, nothing is inline style."""

from collections.abc import Iterable
from html import escape

from mwalimu.drawing.parts import Drawing, Table, Words

EM = 13  # px per em where a drawing stands alone
NOTE = 1.6  # em, room for the note at the foot
FILLS = {
    "d-a": "#0b6456",
    "d-b": "#6faea2",
    "d-c": "#b5d8d0",
    "d-d": "#a39d92",
    "d-text": "#1c1b19",
    "d-soft": "#5b5751",
    "d-band": "#b5d8d0",
}
STROKES = {"d-axis": "#8a857c", "d-grid": "#d9d5ce", "d-line": "#0b6456"}
SERIES = ("d-a", "d-c", "d-d", "d-b")


def clean(text: str) -> str:
    """Text without the characters that XML cannot carry, escaped."""
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    kept = "".join(c for c in kept if not 0xD800 <= ord(c) <= 0xDFFF)
    return escape(kept.replace("\ufffe", "").replace("\uffff", ""))


def number(value: float) -> str:
    """At most two digits after the point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def across(percent: float) -> str:
    """A horizontal length."""
    return f"{number(percent)}%"


def down(em: float) -> str:
    """A vertical length."""
    return f"{number(em)}em"


def element(name: str, content: str = "", **attributes: str) -> str:
    """One element. `class_` becomes `class`, `text_anchor` becomes `text-anchor`."""
    looks = attributes.get("class_", "").split()
    for look in looks:
        if look in FILLS:
            attributes.setdefault("fill", FILLS[look])
        if look in STROKES:
            attributes.setdefault("stroke", STROKES[look])
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{clean(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(
    content: str, x: float, y: float, look: str = "d-text", anchor: str = "start"
) -> str:
    """A line of text with its baseline at y."""
    return element(
        "text",
        clean(content) or " ",
        class_=look,
        x=across(x),
        y=down(y),
        text_anchor=anchor,
    )


def rect(x: float, y: float, width: float, height: float, look: str) -> str:
    """A filled rectangle."""
    return element(
        "rect",
        class_=look,
        x=across(x),
        y=down(y),
        width=across(width),
        height=down(height),
    )


def rule(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return element(
        "line", class_=look, x1=across(x1), y1=down(y1), x2=across(x2), y2=down(y2)
    )


def drawing(
    words: Words,
    shapes: Iterable[str],
    height: float,
    rows: Iterable[tuple[str, ...]],
    kind: str,
) -> Drawing:
    """The whole picture: title and description for who cannot see it, note at its foot."""
    body = "".join(shapes)
    if words.note:
        height += NOTE
        body += text(words.note, 0, height - 0.4, "d-soft d-note")
    head = element("title", clean(words.title) or " ")
    head += element("desc", clean(words.description) or " ")
    picture = element(
        "svg",
        head + body,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"d-svg d-{kind}",
        role="img",
        width="100%",
        height=down(height),
        font_size=str(EM),
        font_family="sans-serif",
        aria_label=words.title,
    )
    table = Table(words.headings, tuple(rows))
    return Drawing(picture, table, words.title, words.note)
