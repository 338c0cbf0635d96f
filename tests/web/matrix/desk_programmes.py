"""Rows of the access matrix."""

from tests.web.matrix import Row

ROWS: dict[str, Row] = {}
