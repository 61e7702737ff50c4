"""The words of refusals about people."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "unknown_role": _("There is no such role."),
    "role_not_yours_to_give": _("Only an administrator can give or end this role."),
    "role_is_given": _("The person has this role already."),
    "role_has_ended": _("The role has ended already."),
    "last_administrator": _("An authority needs at least one administrator. Give the role to somebody else first."),
    "block_reason_missing": _("Write the reason: the person is shown it."),
    "block_ends_in_past": _("Choose an end that is still ahead."),
    "block_too_long": _("A block can last two years at most."),
    "is_blocked": _("The person is blocked already."),
    "block_is_over": _("The block is over already."),
    "staff_cannot_be_blocked": _("Somebody who works here cannot be blocked. End their roles first."),
    "name_missing": _("Write a name."),
    "name_too_long": _("Shorten the name: %(most)s characters at most."),
    "name_reads_as_staff": _(
        "Choose another name: this one can be taken for the authority or somebody who works here."
    ),
    "speaks_already": _("This address belongs to a confirmed representative of the organisation already."),
    "speaker_invitation_unknown": _("The invitation was not found. Open the link of the message again, whole."),
    "speaker_invitation_used": _("The invitation has been used already."),
    "speaker_invitation_old": _("The invitation does not work any more. Ask the authority for a new one."),
    "speaker_invitation_of_another": _(
        "The invitation was sent to another e-mail address. Sign in with the address it was sent to."
    ),
    "represents_many": _(
        "You have said that you represent many organisations. Wait until the authority has confirmed one of them."
    ),
    "unknown_language": _("Choose a language from the list."),
    "unknown_choice": _("Choose from the list."),
    "guest_needs_account": _("Sign in first: settings are kept with an account."),
    "guest_is_claimed": _("What was written in this browser belongs to an account already."),
    "is_erased": _("The data has been erased already."),
    "erase_roles_first": _(
        "You work here in some role. An administrator must end your roles before your data can be erased."
    ),
    "too_many_tries": _("Too many tries. Wait a while and try again."),
    "identification_failed": _("The identification did not succeed. Nothing was changed. Start again."),
    "identification_expired": _("The identification took too long or was opened twice. Start again."),
    "identification_away": _("The identification service cannot be reached now. Try again in a moment."),
    "no_staff_account": _("There is no account for you here yet. Ask an administrator for an invitation."),
    "account_is_closed": _("This account has been closed."),
}
