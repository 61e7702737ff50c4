"""What the trail says."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "open_data.files_ordered": _("asked for the files of a round"),
    "open_data.requests_brought": _("brought in requests from the statement service"),
}
