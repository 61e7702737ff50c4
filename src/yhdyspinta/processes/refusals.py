"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "not_stopped": _("The process goes on: it has no such reason any more."),
    "not_public": _("This is not open to the public."),
    "process_cancelled": _("This matter was cancelled, so taking part has ended."),
    "process_paused": _("Taking part is paused for now."),
    "you_are_blocked": _("You cannot take part here before %(until)s. Reason: %(reason)s"),
    "strong_identification_needed": _(
        "Taking part in this asks for strong identification. Identify yourself and come back."
    ),
    "confirmed_email_needed": _("Taking part in this asks for a confirmed e-mail address. Sign in and come back."),
    "home_elsewhere": _("You can take part in this if your home municipality is one of these: %(municipalities)s."),
    "not_your_role": _("Your role does not include this."),
    "second_factor_needed": _("Confirm your sign-in with a second factor first."),
    "texts_changed_meanwhile": _(
        "Somebody changed some of these texts meanwhile. The page shows what stands there now: look again, then take them."
    ),
    "changed_meanwhile": _("This was changed while you were writing. Both texts are shown below."),
    "title_missing": _("Give the process a title."),
    "round_held_elsewhere": _(
        "This round was held in another service and its answers are brought in here. The page is for rounds in which people take part here."
    ),
    "takes_no_comments": _("No comments are taken here."),
    "unknown_method": _("Choose one of the ways of taking part."),
    "closes_before_it_opens": _("It must close after it opens."),
    "unknown_blueprint": _("Choose one of the timelines."),
    "phase_ends_before_it_starts": _("The phase must end after it starts."),
    "phase_holds_an_activity": _("The phase holds an activity, so it cannot be removed."),
    "not_ready_to_publish": _("The process cannot be published yet: %(count)s things are missing."),
    "already_public": _("The process is public already. Take it off the site first if you want to publish it later."),
    "was_published": _(
        "The process has been published or has a time of publishing, so it cannot be removed. Take it off the site."
    ),
    "taken_part_in": _(
        "A document of the process is published or somebody has commented, so it cannot be removed. Archive it instead."
    ),
    "time_has_passed": _("Choose a time in the future."),
    "reason_missing": _("Write the reason in: %(languages)s."),
    "owner_is_no_partner": _("Choose another authority that uses the service."),
    "no_such_successor": _("Choose another authority that uses the service."),
    "language_missing": _("The text is missing in: %(languages)s."),
}
