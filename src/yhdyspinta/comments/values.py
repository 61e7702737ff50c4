"""Value lists of comments: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.languages import ANOTHER_LANGUAGE, EASY_FINNISH, EASY_SWEDISH

STATES: Final = {
    "waiting": _("Waiting to be checked"),
    "visible": _("Visible"),
    "hidden": _("Hidden"),
    "withdrawn": _("Withdrawn"),
}

CHANNELS: Final = {
    "online": _("Online"),
    "paper": _("Paper"),
    "phone": _("Phone"),
    "event": _("Event"),
    "email": _("E-mail"),
    "supported": _("Supported answer"),
    "elsewhere": _("Another service"),
}

#: Those by which staff type in what came off line, one by one or in the template's file: as their forms say it.
TYPED_CHANNELS: Final = {
    "phone": _("By phone"),
    "paper": _("On paper"),
    "email": _("By e-mail"),
    "event": _("At an event"),
    "supported": _("With support, such as at a library, by a social worker or a volunteer"),
}

#: Languages that comments are written in, in the words of the reader: for tables and codebooks.
LANGUAGES: Final = {
    "fi": _("Finnish"),
    "sv": _("Swedish"),
    "en": _("English"),
    "se": _("Northern Sámi"),
    "smn": _("Inari Sámi"),
    "sms": _("Skolt Sámi"),
    EASY_FINNISH: _("Easy Finnish"),
    EASY_SWEDISH: _("Easy Swedish"),
    ANOTHER_LANGUAGE: _("Another language"),
}

NAMINGS: Final = {
    "named": _("Name is shown"),
    "pseudonym": _("A pseudonym is shown"),
    "not_shown": _("Name is not shown"),
}

#: A comment may have so many letters; a draft keeps more, so that nothing typed is lost before it is shortened.
MOST_LETTERS: Final = 10_000
MOST_KEPT: Final = 100_000
