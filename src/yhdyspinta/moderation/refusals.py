"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "moderation_reason_missing": _("Choose why. The sender and the public are told the reason."),
    "nothing_chosen": _("Choose at least one comment."),
    "withdrawn_by_sender": _("The sender has withdrawn this comment, so there is nothing to decide."),
    "mask_outside_text": _("Write the words that are to be covered, or choose a sentence."),
    "edited_meanwhile": _("The sender has edited the comment meanwhile. Read it again before you decide."),
    "mask_everything": _("A mask cannot cover the whole comment. Hide the comment instead."),
    "words_removed": _(
        "The words of comment %(number)s have been deleted because their retention period has passed. The comment cannot "
        "be shown."
    ),
    "masked_words_removed": _(
        "The covered words of comment %(number)s have been deleted because their retention period has passed. The covers "
        "cannot be lifted."
    ),
    "not_masked": _("This passage is not masked."),
    "own_report": _("You cannot report your own comment. You can withdraw it with your receipt."),
    "report_reason_missing": _("Choose what is wrong."),
    "report_words_missing": _("Tell in a few words what is wrong."),
    "too_many_reports": _("You have reported many comments in a short time. Try again in an hour."),
    "appeal_text_missing": _("Write why the decision should be changed."),
    "nothing_to_appeal": _("This decision is no longer in force, so it cannot be appealed."),
    "appeal_decided": _("The appeal has been decided already."),
    "appeal_reply_missing": _("Write the reasons for the sender."),
    "somebody_else_decides": _("Somebody else than the one who decided first must look at the appeal."),
    "cannot_undo": _("This decision can no longer be undone. Make a new decision."),
}
