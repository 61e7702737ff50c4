"""The words of refusals that stand on this ground."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "unknown_channel": _("Choose how the comment arrived."),
    "arrived_in_the_future": _("The time of arrival is in the future. Check it."),
    "arrived_too_early": _("The round had not opened when the comment arrived."),
    "arrived_too_late": _("The comment arrived after the round had closed, so it cannot be counted in it."),
    "typed_too_late": _("Comments can be typed until 30 days after closing, and not once the round is answered."),
    "not_read_back": _("Read the comment back to the caller before you send it."),
    "postal_address_missing": _("Write the name and the postal address for the letter."),
    "phone_missing": _("Write the phone number for the answer."),
    "email_missing": _("Write the e-mail address for the answer."),
    "place_missing": _("Choose which part each comment is about."),
    "comments_missing": _("Write the comment."),
    "code_not_found": _("No receipt has this code. Check it with the caller, letter by letter."),
    "receipt_has_grown": _("Somebody added a comment to this receipt meanwhile. Read it, and add what is missing."),
    "editing_has_ended": _("The round has closed, so the comment can no longer be changed. It can be withdrawn."),
    "nothing_to_tell": _("There is no published answer to tell yet."),
}
