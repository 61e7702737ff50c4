"""What the trail says of answers."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "answers.ready": _("asked for approval of an answer"),
    "answers.returned": _("gave an answer back to be mended"),
    "answers.template_saved": _("saved a template of answers"),
    "answers.template_removed": _("removed a template of answers"),
    "answers.started": _("began an answer"),
    "answers.grouped": _("added comments to an answer"),
    "answers.ungrouped": _("took comments out of an answer"),
    "answers.removed": _("removed a draft of an answer"),
    "answers.saved": _("saved an answer"),
    "answers.published": _("published an answer"),
    "answers.correction_made": _("wrote a correction of an answer for approval"),
    "answers.correction_returned": _("gave a correction of an answer back to be mended"),
    "answers.correction_dropped": _("removed a correction of an answer"),
    "answers.joined": _("joined comments to a published answer"),
    "answers.taken_out": _("took a joined comment out of a published answer"),
    "answers.corrected": _("corrected an answer"),
    "answers.words_unshown": _("words of a comment that is no longer shown stand in a published answer"),
    "answers.words_shown_again": _("a published answer has no words of a comment that is not shown"),
    "answers.language_added": _("added a language to a published answer"),
    "answers.unpublished": _("took an answer back"),
    "answers.closed": _("closed comments without an answer"),
    "answers.reopened": _("opened closed comments again"),
    "answers.summary_saved": _("saved the summary"),
    "answers.summary_published": _("published the summary"),
    "answers.round_answered": _("marked everything answered"),
    "answers.round_reopened": _("no longer marked as answered"),
}
