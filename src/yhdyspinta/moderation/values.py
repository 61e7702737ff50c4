"""Value lists of moderation: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

#: Why a comment is hidden or a passage masked; shown on the public page with the count.
REASONS: Final = {
    "health_data": _("Health or other sensitive information about a person"),
    "personal_data": _("Personal information about somebody else"),
    "identity_code": _("A personal identity code"),
    "insult": _("Insulting or threatening"),
    "unlawful": _("Against the law"),
    "spam": _("Advertising or spam"),
    "off_topic": _("Does not concern this matter"),
    "duplicate": _("The same comment was sent several times"),
}

#: What the automatic checks warn of.
WARNINGS: Final = {
    "identity_code": _("Possible personal identity code"),
    "phone": _("Possible phone number"),
    "email": _("Possible e-mail address"),
    "health": _("Possible health information"),
    "insult": _("Possible insult"),
    "link": _("Contains links"),
    "too_fast": _("Sent unusually fast"),
    "many": _("Many comments from one sender"),
}

REPORT_REASONS: Final = {
    "insult": _("Insulting or threatening"),
    "personal_data": _("Tells of somebody's private matters"),
    "spam": _("Advertising or spam"),
    "off_topic": _("Does not concern this matter"),
    "other": _("Another reason"),
}
