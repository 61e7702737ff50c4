"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "outcome_kind_missing": _("Choose what happened to the matter."),
    "outcome_day_missing": _("Tell the day of the decision."),
    "link_not_https": _("The address must begin with https://"),
    "outcome_not_published": _("This has not been published."),
    "outcome_not_here": _("The decision belongs to another matter. Choose again."),
    "answer_not_here": _("The answer is not a published answer of this matter. Choose again."),
    "reminded_not_here": _("The person cannot tell how far this measure is. Choose again."),
    "fewer_than_done": _("More has been done already than the number in all. Give a larger number."),
    "more_than_all": _("More cannot be done than there is in all. Correct the number, or the measure."),
    "not_all_done": _(
        "%(done)s of %(all)s are done. Give the number that is done now, or choose that the measure is under way. "
        "If fewer were enough, correct the number in the measure first."
    ),
    "words_before_done": _("These words were told while the measure was under way. Tell now what was done."),
    "done_in_the_future": _("The day when it was done cannot be in the future. Correct the day."),
    "promised_in_the_future": _("The day of the promise cannot be in the future. Correct the day."),
    "done_already": _("The measure has been told to be done. Tell first how far it is now."),
    "measure_state_missing": _("Choose how far the measure is."),
    "measure_empty": _("Write first what was said, decided or promised."),
    "outcome_title_missing": _("Tell the decision in one sentence."),
    "measure_owner_missing": _("Tell who sees to the measure."),
    "measure_is_published": _("The measure has been published, so it cannot be removed. It can be given up."),
}
