"""The words of refusals about authorities."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "aland_has_its_own_law": _("Åland has its own law on this, so it cannot be switched on."),
    "already_on": _("This authority is on already."),
    "already_off": _("This authority is off already."),
    "unknown_regime": _("Choose whether the organisation is an authority or an association."),
    "authority_name_missing": _("The name is missing in: %(languages)s."),
    "slug_not_usable": _("Use small letters a–z, digits and single hyphens, at most 60. Some words are reserved."),
    "slug_taken": _("Another authority has this address already."),
    "duty_language_not_in_use": _("A language that the law requires must be among the languages in use."),
    "finnish_or_swedish_needed": _("Choose Finnish or Swedish, or both, as required languages."),
    "bilingual_owes_both": _("The authority is bilingual: it owes its texts in both Finnish and Swedish."),
    "colour_not_readable": _(
        "White text cannot be read on this colour (%(ratio)s:1, 4.5:1 is needed). Try %(nearest)s."
    ),
    "accent_not_readable": _(
        "Dark text cannot be read on this colour (%(ratio)s:1, 4.5:1 is needed). Try %(nearest)s."
    ),
    "colour_unknown": _("Write the colour like #0d4d47."),
    "logo_too_big": _("The picture is too big: at most 2 MB and 4,000 pixels to a side."),
    "logo_not_a_picture": _("Choose a PNG, JPEG or WebP picture. SVG is not taken."),
    "logo_description_missing": _("Describe the logo in words in: %(languages)s."),
    "answer_days_out_of_range": _("The answer time is from 1 to 365 days."),
    "moderation_hours_out_of_range": _("The time for checking comments is from 1 to 168 hours."),
    "small_group_out_of_range": _("The smallest group shown is from 5 to 50 people."),
}
