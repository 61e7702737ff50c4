"""The words of this app's refusals, by their codes."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "launch_pack_missing": _("Write and save the launch pack first."),
    "launch_pack_changed": _("The launch pack was changed after you looked at it. Look at the preview again."),
    "launch_text_missing": _("A text is missing: %(text)s."),
    "launch_post_too_long": _("A post is too long: %(text)s."),
    "launch_not_a_picture": _("Choose a PNG or JPG picture."),
    "launch_time_passed": _("Choose a time to come, or release now."),
    "launch_is_planned": _("A release is already planned. Take it back first, then plan a new one."),
    "launch_is_out": _("It has been released already. Mend the texts and release a correction."),
    "launch_process_not_public": _("The process is not public then. Publish it first, or choose a later time."),
}
