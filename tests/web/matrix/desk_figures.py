"""Rows of the access matrix: counts are no secret between those who report them."""

from tests.web.matrix import KENYA, Row

COUNTS = KENYA | {"team", "reader", "regional_office", "togo_coordinator"}
ROWS: dict[str, Row] = {"desk:figures": Row(COUNTS), "desk:figure_rows": Row(COUNTS)}
