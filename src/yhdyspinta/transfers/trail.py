"""What the trail says."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "transfers.passed_on": _("passed a comment on to another authority"),
    "transfers.reason_reworded": _("wrote anew why a comment was passed on"),
    "transfers.taken_back": _("took a comment back from another authority"),
    "transfers.joined": _("put a passed-on comment under one answer with others"),
    "transfers.taken_out": _("let a passed-on comment be answered by itself again"),
    "transfers.saved": _("wrote a draft of an answer to a passed-on comment"),
    "transfers.to_mend": _("gave an answer to a passed-on comment back to its writer"),
    "transfers.correction_dropped": _("removed a correction of an answer to a passed-on comment"),
    "transfers.ready": _("wrote an answer to a passed-on comment for approval"),
    "transfers.answered": _("answered a comment that another authority passed on"),
    "transfers.corrected": _("corrected the answer to a passed-on comment"),
    "transfers.correction_ready": _("wrote a correction of the answer to a passed-on comment for approval"),
    "transfers.due_kept": _("wrote down by when an authority outside the service should answer"),
    "transfers.answer_recorded": _("wrote down the answer of an authority outside the service"),
    "transfers.record_corrected": _("corrected what was written down of an answer from outside the service"),
    "transfers.record_taken_back": _("took back what was written down of an answer from outside the service"),
    "transfers.returned": _("gave a passed-on comment back"),
}
