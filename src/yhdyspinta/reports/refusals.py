"""The words of refusals that stand on this ground."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "report_missing": _("Write and save the report first."),
    "report_changed": _("The report was changed after you looked at it. Look at the preview again."),
    "report_round_is_open": _("The report is made when commenting has closed."),
    "report_words_missing": _("Write this part first: %(name)s."),
    "no_answers_yet": _("No answer has been published yet, so there are no reasons to tell."),
}
