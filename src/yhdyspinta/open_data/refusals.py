"""The words of this app's refusals, by their codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise | str] = {
    "statements_none": _("There are no requests for statements in the file."),
    "statements_too_many": _("The file holds more than %(most)s requests. Bring them in as smaller files."),
    "statements_too_many_questions": _(
        "The file holds more than %(most)s questions. Bring the requests in as smaller files."
    ),
    "statements_wrong": _("The file was not brought in: something in it is not right. It is told below."),
    "statements_language": _("The authority does not use this language."),
}
