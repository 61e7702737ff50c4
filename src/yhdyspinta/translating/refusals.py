"""The words of this app's refusals, by their codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise | str] = {
    "languages_are_the_same": _("Choose two different languages."),
    "table_row_not_taken": _(
        "Row %(row)s of the table (%(where)s): %(words)s Nothing of the file was taken. Leave the row out, or mend it in "
        "the file and bring the file in again."
    ),
    "row_not_taken": _(
        "Row %(row)s, column %(column)s (%(where)s): %(words)s Nothing of the file was taken. Leave the row out, or mend "
        "it in the file and bring the file in again."
    ),
    "everything_left_out": _("Every text is left out, so there is nothing to take."),
    "file_has_no_texts": _(
        "The file holds none of the texts of this page. Send back the file that was downloaded here, with the "
        "translations in its last column."
    ),
    "file_is_of_process": _(
        "The file holds texts of another process, “%(title)s”, and none of this page. Bring it in on the page of that "
        "process."
    ),
    "file_is_of_authority": _(
        "The file holds the authority’s own texts (%(name)s), and none of this page. Bring it in on the page of those."
    ),
    "file_is_of_another": _(
        "The file holds texts of another process, and none of this page. Bring it in on the page where it was "
        "downloaded."
    ),
    "file_kind_unknown": _("Send back the Excel or Word file that was downloaded here."),
}
