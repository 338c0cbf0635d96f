"""What may stand in a text that people read, on a page or in a terminal."""

import re

# Control characters but tab and line ends: a terminal obeys them. Marks that turn the
# direction of writing: what follows reads as something else than it is.
UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"
)


def is_readable(text: str) -> bool:
    """Whether a text holds nothing but what people write."""
    return not UNREADABLE.search(text)


def in_one_line(text: str) -> str:
    """A text as a table of a terminal shows it."""
    return " ".join(UNREADABLE.sub("\ufffd", text).split())
