"""Files as people send them."""

from io import BytesIO


def a_pdf() -> BytesIO:
    """Small, and begins as a PDF does."""
    return BytesIO(b"%PDF-1.7\n%%EOF\n")


def a_program() -> BytesIO:
    """What no administration sends on purpose."""
    return BytesIO(b"MZ\x90\x00 a program")
