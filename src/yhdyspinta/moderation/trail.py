"""What the trail says of moderation."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "moderation.shown": _("decided that a comment is shown"),
    "moderation.hidden": _("hid a comment"),
    "moderation.masked": _("masked a passage of a comment"),
    "moderation.unmasked": _("lifted a mask from a comment"),
    "moderation.undone": _("undid a decision on a comment"),
    "moderation.reported": _("reported a comment"),
    "moderation.reports_dismissed": _("found nothing wrong with a reported comment"),
    "moderation.appealed": _("appealed against a decision on a comment"),
    "moderation.appeal_decided": _("decided an appeal"),
    "moderation.masks_lifted_by_edit": _("edited a comment, which lifted its masks"),
}
