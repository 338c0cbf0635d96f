"""The report of a session: what would be in it, its versions, and what they say."""

from mwalimu.programmes.queries.reports.contents import Contents, Part, contents_of
from mwalimu.programmes.queries.reports.found import (
    clearance_at,
    parties_of,
    report_at,
    reports_held,
    reports_naming,
    reports_of,
    reports_over,
)
from mwalimu.programmes.queries.reports.sections import report_sections

__all__ = [
    "Contents",
    "Part",
    "clearance_at",
    "contents_of",
    "parties_of",
    "report_at",
    "report_sections",
    "reports_held",
    "reports_naming",
    "reports_of",
    "reports_over",
]
