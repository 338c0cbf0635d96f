"""Rows of the access matrix: the first pages, and what machines ask."""

from tests.web.matrix import ALL, SIGNED_IN, Row

ROWS = {
    "health": Row(ALL),
    "robots": Row(ALL),
    "public:home": Row(ALL),
    "public:about_demo": Row(ALL),
    "desk:home": Row(SIGNED_IN),
    "field:home": Row(SIGNED_IN),
}
