"""What the trail says of reports."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reports.saved": _("saved the report"),
    "reports.published": _("published the report"),
    "reports.hearing_made": _("made the hearing summary for an agenda"),
    "reports.practice_added": _("added a solution or material beside a section"),
    "reports.practice_reworded": _("wrote anew what stands beside a section"),
    "reports.practice_removed": _("took a solution or material off the pages"),
}
