"""Writing reports of sessions: versions, clearance, the final one."""

from mwalimu.programmes.operations.reports.clearing import (
    Party,
    answer_clearance,
    make_final,
    send_for_clearance,
)
from mwalimu.programmes.operations.reports.forgetting import drop_report_files
from mwalimu.programmes.operations.reports.refusals import ReportRefused
from mwalimu.programmes.operations.reports.versions import (
    drop_version,
    make_version,
    upload_version,
)

__all__ = [
    "Party",
    "ReportRefused",
    "answer_clearance",
    "drop_report_files",
    "drop_version",
    "make_final",
    "make_version",
    "send_for_clearance",
    "upload_version",
]
