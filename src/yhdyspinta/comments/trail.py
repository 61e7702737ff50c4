"""What the trail says of comments."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "comments.sent": _("sent comments"),
    "comments.edited": _("edited a comment"),
    "comments.withdrawn": _("withdrew a comment"),
    "comments.code_sent_again": _("had the receipt code sent again"),
    "comments.address_confirmed": _("confirmed their e-mail address"),
    "comments.handed_on": _("passed what was sent for an organisation to another who speaks for it"),
    "comments.background_told": _("told about themselves"),
}
