"""Changes: the report and the attachment for an agenda; solutions and material beside sections."""

from yhdyspinta.reports.actions.practices import PracticeText, SentFile, add_practice, change_practice, remove_practice
from yhdyspinta.reports.actions.reporting import ABILITY, make_hearing_summary, publish_report, save_report

__all__ = [
    "ABILITY",
    "PracticeText",
    "SentFile",
    "add_practice",
    "change_practice",
    "make_hearing_summary",
    "publish_report",
    "remove_practice",
    "save_report",
]
