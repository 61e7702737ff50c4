"""What the trail says of the site."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "site.feedback_received": _("received feedback on accessibility"),
    "site.feedback_extended": _("took two more weeks for feedback on accessibility"),
    "site.feedback_answered": _("answered feedback on accessibility"),
    "site.register_exported": _("exported the register"),
    "site.retention_run": _("deleted what was due"),
}
