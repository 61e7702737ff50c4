"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "statement_not_yours": _(
        "Only confirmed representatives of the organisation, and colleagues they invited, write this."
    ),
    "statement_not_asked": _("Ask for approval first."),
    "statement_representative_asks": _(
        "The organisation has several representatives: one of them asks for approval, and another approves."
    ),
    "statement_needs_another": _("Another representative approves what you asked about."),
    "statement_is_sent": _("The statement has been sent. It can no longer be changed here."),
    "statement_changed": _("The words were changed after you looked at them. Look at them again."),
    "statement_is_empty": _("Write on at least one section first."),
    "statement_many_notes": _("The draft has too many notes already."),
    "statement_many_colleagues": _("So many colleagues cannot be invited."),
    "statement_link_unknown": _("The link is not known here."),
    "statement_link_is_old": _("The link does not work any more. Ask for a new one from the person who invited you."),
    "statement_link_of_another": _("Sign in with the e-mail address that the invitation was sent to."),
}
