"""How a matter is said in the active language: what, by when, and where it is done."""

from mwalimu.notices.queries.wording.addresses import address_of, page_address
from mwalimu.notices.queries.wording.days import day_text, when
from mwalimu.notices.queries.wording.sentences import HEADINGS, heading, sentence

__all__ = [
    "HEADINGS",
    "address_of",
    "day_text",
    "heading",
    "page_address",
    "sentence",
    "when",
]
