"""What the trail says of outcomes and measures."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "outcomes.saved": _("saved what was decided"),
    "outcomes.published": _("published what was decided"),
    "outcomes.unpublished": _("took back what was decided"),
    "outcomes.measure_saved": _("saved a measure"),
    "outcomes.reminded_chosen": _("chose who is reminded of a measure"),
    "outcomes.measure_published": _("published a measure"),
    "outcomes.measure_updated": _("told how far a measure is"),
    "outcomes.measure_removed": _("removed a draft of a measure"),
    "outcomes.words_unshown": _("left words of a comment that is no longer shown out of a measure"),
    "outcomes.words_shown_again": _("gave words back to a measure, as their comment is shown again"),
}
