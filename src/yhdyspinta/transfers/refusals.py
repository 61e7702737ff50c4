"""The words of this app's refusals, by their codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise | str] = {
    "already_passed_on": _("The comment has been passed on already. Open the page again."),
    "too_many_to_pass_on": _(
        "At most %(most)s comments can be passed on at once, because each sender is told. Choose fewer."
    ),
    "none_can_be_passed_on": _("None of the comments can be passed on now. The list tells why."),
    "form_sent_before": _("The comments were passed on with this form and came back. Open the page again."),
    "fewer_than_two": _("Tick at least two comments that wait for an answer."),
    "too_many_together": _("At most %(most)s comments can be answered with one answer."),
    "several_drafts": _("Several of them have an answer begun already. Tick one of those at most."),
    "answered_with_another": _("The comment is answered together with another. Open the page again."),
    "reply_changed_meanwhile": _(
        "The answer, or the comments that it is for, changed meanwhile. Look at the page once more, then go on."
    ),
    "receiver_missing": _("Choose the authority that the comment belongs to."),
    "receiver_is_own": _("The comment is with this authority already. Choose another."),
    "outside_name_missing": _("Write the name of the authority."),
    "outside_address_missing": _("Write the address that the comment is sent to."),
    "transfer_not_here": _("The comment is no longer with your authority. Open the page again."),
    "some_answered": _(
        "Some of them have been answered there, so all cannot be taken back at once. Take back one by one what still waits."
    ),
    "transfer_not_with_them": _("The comment is not waiting at another authority. Open the page again."),
    "transferred_comment_gone": _("The comment is not on the page now, so it cannot be answered."),
    "outside_answer_missing": _("Write what the authority answered."),
    "answered_on_missing": _("Write the day on which the answer arrived."),
    "answered_on_wrong": _("The day must be between the day of passing on and today."),
    "outside_answer_not_kept": _("No answer from outside this service has been written down. Open the page again."),
    "record_changed_meanwhile": _(
        "What was written down was changed meanwhile. Look at the answer once more, then go on."
    ),
    "taking_back_reason_missing": _("Write why the answer is taken back."),
    "return_reason_missing": _("Write why the comment does not belong to your authority."),
    "passed_on_is_taken_back": _("The comment was passed on. Take it back from the other authority on its own page."),
}
