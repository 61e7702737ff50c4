"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "report_missing": _("Write and save the report first."),
    "report_changed": _("The report was changed after you looked at it. Look at the preview again."),
    "report_round_is_open": _("This can be done when commenting has closed."),
    "report_part_missing": _("Write this part first: %(name)s."),
    "comments_wait": _("Comments still wait for an answer. Tick the box if this is done although they wait."),
    "report_is_being_made": _(
        "This is being made just now, by an earlier press or by somebody else. Look again in a moment."
    ),
    "section_not_here": _("Choose a section of this round's documents."),
    "part_not_here": _("Choose a part of the section, or the whole section."),
    "practice_removed": _("It has been taken off the pages meanwhile."),
    "practice_empty": _("Tell what it is, or give a link or a file."),
    "too_many_practices": _("A section can have %(most)s of these. Take one away first."),
}
