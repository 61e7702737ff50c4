"""The words of this app's refusals, by their codes."""

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
    "code_is_online": _(
        "This code belongs to comments that were sent online. Their sender changes or withdraws them with the code on the page Your receipts, or with the link in the e-mail of the receipt."
    ),
    "receipt_has_grown": _("Somebody added a comment to this receipt meanwhile. Read it, and add what is missing."),
    "editing_has_ended": _("The round has closed, so the comment can no longer be changed. It can be withdrawn."),
    "batch_finished": _("The pile is finished: nothing more is added to it. Begin another one."),
    "sheets_are_drawn": _("Sheets have been drawn for checking, so the pile takes no more. Begin another one."),
    "reopening_reason_missing": _("Choose why the pile is opened again."),
    "batch_is_empty": _("The pile has no sheets yet."),
    "batch_not_finished": _("Finish the pile before sheets are drawn for checking."),
    "share_out_of_range": _("Choose how many sheets in a hundred are checked."),
    "share_gets_smaller": _("What has been drawn stays drawn. Choose a bigger share."),
    "not_drawn": _("This sheet was not drawn for checking."),
    "sheet_checked": _("This sheet has been checked already."),
    "second_is_first": _("You typed this sheet yourself. Somebody else checks it."),
    "sheet_is_drawn": _("The sheet has been drawn for checking. Whoever checks it mends what was typed wrong."),
    "sheet_is_decided": _(
        "Two people have typed this sheet, and what they decided stands. It can be changed at the sender's request."
    ),
    "typing_changed": _(
        "Somebody has changed this meanwhile. What you typed is kept below; compare it with what stands now, and save again."
    ),
    "not_typed_again": _("The sheet has not been typed again yet."),
    "statements_too_big": _("The file is too big: it can be 5 MB."),
    "statements_unreadable": _("The file is not XML that can be read. Save the list from the service again."),
    "statements_no_answers": _(
        "There are no answers in the file. Save the Answers of the request with their Participants."
    ),
    "file_has_no_rows": _("The file has no rows."),
    "file_holds_too_much": _("The file holds more text than is read at once. Divide it into several files."),
    "too_many_rows": _("A file can have %(most)s rows. Divide it into several."),
    "file_has_mistakes": _("The file has mistakes, so nothing was brought in. Mend them and upload the file again."),
    "file_is_being_read": _("The file is still being read. Wait until its page tells what it holds."),
    "file_is_held": _("The file is being brought in just now. Its page tells how far it is."),
    "another_file_comes_in": _("Another file is being brought into the round. Bring this one in when that is ready."),
    "round_changed_meanwhile": _(
        "The round was changed while the file was brought in, so nothing of it was stored. Throw the file away and upload it again."
    ),
    "file_work_failed": _(
        "The file could not be read to its end. Nothing was brought in. Throw it away and upload it again."
    ),
    "file_is_in": _("The file has been brought in already."),
    "mapping_of_another": _("Somebody else has kept choices under this name. Choose another name."),
    "not_an_earlier_round": _("Answers are brought in only to a round that was held elsewhere and has closed."),
    "earlier_is_answered": _("The round has been answered, so no more is brought in."),
    "not_in_the_past": _("The round must have closed already. A round that is still open is opened here."),
    "round_is_used": _(
        "Something has been sent in this round, or it has been open here. Make a round of its own for what was held elsewhere."
    ),
    "no_event": _("There are no notes of an event here."),
    "table_missing": _("Tell which table the note is from."),
    "table_link_ended": _("The link of this table has ended. Give what is not saved yet to the event's coordinator."),
    "table_not_begun": _("The link works from the day of the event."),
    "table_is_full": _("This link has taken in all the notes that it can. Ask the event's coordinator for a new one."),
    "too_many_notes": _("Many notes have come in a short time. Wait a few minutes and send this one again."),
    "table_count_out_of_range": _("An event can have from 1 to %(most)s tables."),
    "links_end_too_early": _("Choose a time that is still to come."),
    "links_end_too_late": _("The links can work until the end of the day after the event."),
    "notes_wait": _("Notes from the tables wait to be taken in. Take them in or leave them out first."),
    "note_is_settled": _("The note has been taken in, left out or taken back already."),
    "no_notes_chosen": _("Choose the notes first."),
    "nothing_to_tell": _("There is no published answer to tell yet."),
}
