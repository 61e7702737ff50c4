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
    "batch_finished": _("The pile is finished: nothing more is added to it. Begin another one."),
    "batch_is_empty": _("The pile has no sheets yet."),
    "batch_not_finished": _("Finish the pile before sheets are drawn for checking."),
    "share_out_of_range": _("Choose how many sheets in a hundred are checked."),
    "share_gets_smaller": _("What has been drawn stays drawn. Choose a bigger share."),
    "not_drawn": _("This sheet was not drawn for checking."),
    "sheet_checked": _("This sheet has been checked already."),
    "second_is_first": _("You typed this sheet yourself. Somebody else checks it."),
    "not_typed_again": _("The sheet has not been typed again yet."),
    "file_has_no_rows": _("The file has no rows."),
    "too_many_rows": _("A file can have %(most)s rows. Divide it into several."),
    "file_has_mistakes": _("The file has mistakes, so nothing was brought in. Mend them and upload the file again."),
    "file_is_in": _("The file has been brought in already."),
    "not_an_earlier_round": _("Answers are brought in only to a round that was held elsewhere and has closed."),
    "earlier_is_answered": _("The round has been answered, so no more is brought in."),
    "not_in_the_past": _("The round must have closed already. A round that is still open is opened here."),
    "round_is_used": _(
        "Something has been sent in this round, or it has been open here. Make a round of its own for what was held elsewhere."
    ),
    "no_event": _("There are no notes of an event here."),
    "table_missing": _("Tell which table the note is from."),
    "nothing_to_tell": _("There is no published answer to tell yet."),
}
