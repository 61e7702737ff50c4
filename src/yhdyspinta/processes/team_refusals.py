"""The words of refusals about invitations and following."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "invitation_unknown": _("The invitation was not found. Open the link of the message again, whole."),
    "invitation_used": _("The invitation has been used already. Sign in and open the desk."),
    "invitation_revoked": _("The invitation was taken back. Ask for a new one."),
    "invitation_expired": _("The invitation is too old. Ask for a new one."),
    "invitation_for_another": _(
        "The invitation was sent to another e-mail address. Sign in with the address it was sent to."
    ),
    "follow_link_old": _("The link does not work any more. Go to the matter's page and follow it again."),
}
