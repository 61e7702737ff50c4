"""What the trail says."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "open_data.files_ordered": _("asked for the files of a round"),
    "open_data.received_list_taken": _("took what a round had received as a list of the statement service"),
    "open_data.requests_brought": _("brought in requests from the statement service"),
}
