"""What the trail says of reports."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reports.saved": _("saved the report"),
    "reports.published": _("published the report"),
    "reports.words_withheld": _("left words of a comment that is no longer shown out of the report"),
    "reports.words_shown_again": _("gave words back to the report, as their comment is shown again"),
    "reports.hearing_made": _("made the hearing summary for an agenda"),
    "reports.practice_added": _("added a solution or material beside a section"),
    "reports.practice_reworded": _("wrote anew what stands beside a section"),
    "reports.practice_removed": _("took a solution or material off the pages"),
}
