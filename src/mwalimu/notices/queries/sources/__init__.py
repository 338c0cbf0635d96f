"""Where reminders come from: for each kind the rows that need somebody."""

from mwalimu.notices.queries.sources.cut import Cut, read
from mwalimu.notices.queries.sources.registry import ASKED, ROWS, barred

__all__ = ["ASKED", "ROWS", "Cut", "barred", "read"]
