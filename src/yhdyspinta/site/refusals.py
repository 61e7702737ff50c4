"""The words of refusals of the site."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "feedback_answered": _("This feedback has already been answered."),
    "feedback_extended": _("Two more weeks have already been taken."),
    "purpose_missing": _("Write for what purpose the senders’ names are taken."),
    "too_often": _("You have sent several messages in a short time. Try again in an hour, or call us."),
}
