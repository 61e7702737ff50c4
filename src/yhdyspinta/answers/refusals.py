"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "approval_missing": _("Answers are approved by somebody else here. Ask for approval first."),
    "approval_by_another": _("You wrote this answer or asked for its approval, so somebody else approves it."),
    "correct_by_another": _("Answers are approved by somebody else here. Send the correction for approval."),
    "no_correction": _("This answer has no correction that waits. Somebody may have approved or removed it."),
    "group_changed": _(
        "The comments of this answer are not the same as when you opened the page: one has come, gone or been edited."
        " Look at them again before you go on."
    ),
    "no_drafts_chosen": _("Choose at least one draft that is still here."),
    "too_many_drafts": _("At most %(most)s drafts can be chosen at once. Choose fewer."),
    "too_many_to_publish": _(
        "The chosen drafts answer %(count)s comments. At most %(most)s can be answered at once, because each sender is told."
        " Choose fewer."
    ),
    "not_ready": _("This answer does not wait for approval."),
    "what_to_mend_missing": _("Write what should be mended."),
    "template_empty": _("Write the words of the template."),
    "template_name_taken": _("There is a template of this name already. Choose another name."),
    "no_comments_chosen": _("Choose at least one comment that is still here."),
    "comment_needs_no_answer": _("Some of the comments are no longer waiting for an answer. Choose again."),
    "comment_in_another_answer": _("Some of the comments stand in another answer already. A comment has one answer."),
    "already_published": _("This answer has been published. You can correct it or take it back."),
    "not_published_yet": _("This answer has not been published yet."),
    "published_missing": _("Choose the published answer."),
    "answer_changed": _("The words of the answer have changed since you opened the page. Read them again, then join."),
    "too_many_to_join": _(
        "At most %(most)s comments can be joined at once, because each sender is told. Choose fewer."
    ),
    "change_was_commented": _(
        "Comment %(number)s was written on the text that the answer says was changed, so the answer does not fit it."
    ),
    "passage_not_here": _("The passage is not in the documents of this round. Choose it again."),
    "passage_not_published": _("The version with the changed passage has not been published yet."),
    "passage_not_newer": _("The changed passage must be in a newer version than the one that was commented on."),
    "answer_without_comments": _("There are no visible comments in this answer."),
    "title_is_not_shown": _(
        "The title has the first words of a comment that is not shown, or of a passage that is masked. Write another title."
    ),
    "words_are_not_shown": _(
        "The text has words of a comment that is not shown, or of a passage that is masked: “%(words)s”. Take them out."
    ),
    "answer_held_by_another": _(
        "Somebody is changing an answer to these comments at this moment. Nothing was done: try again in a moment."
    ),
    "handling_missing": _("Choose how the comments were taken into account."),
    "reason_missing": _("Choose why the comments were not taken into account, or only in part."),
    "closure_reason_missing": _("Choose why the comments need no answer."),
    "summary_missing": _("Write the summary first."),
    "round_is_open": _("Commenting is still open, so the round cannot be marked answered."),
    "comments_wait_for_moderation": _("Comments waiting to be checked: %(count)s. Check them first."),
    "comments_wait_for_answers": _("Comments waiting for an answer: %(count)s. Answer or close them first."),
}
