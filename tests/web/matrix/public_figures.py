"""Rows of the access matrix."""

from tests.web.matrix import ALL, Row

ROWS: dict[str, Row] = {"public:figures": Row(ALL)}
