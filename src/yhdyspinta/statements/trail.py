"""What the trail says of statements."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "statements.begun": _("began an organisation's statement"),
    "statements.asked": _("asked for approval of a statement"),
    "statements.given_back": _("gave a statement back to be mended"),
    "statements.sent": _("approved and sent a statement"),
    "statements.invited": _("invited a colleague to write a statement"),
    "statements.joined": _("joined in writing a statement"),
    "statements.colleague_removed": _("removed a colleague from writing a statement"),
}
