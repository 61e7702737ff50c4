"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "key_of_another": _("Somebody else has sent this form. Open the form again and send it from there."),
    "nothing_to_send": _("Write at least one comment before you send."),
    "pseudonym_taken": _("Another sender already uses a pseudonym that looks like this. Choose another."),
    "not_yours": _("Only its sender can change this comment."),
    "already_answered": _("This comment has been answered, so it can no longer be changed."),
    "no_longer_editable": _("This comment is not on the page, so it cannot be changed."),
    "too_many_edits": _("You have changed your comments many times in a short time. Wait an hour and save this then."),
    "own_comment": _("You cannot mark your own comment."),
    "not_visible": _("This comment is not on the page."),
}
