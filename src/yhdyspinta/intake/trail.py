"""What the trail says of comments that staff typed."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "intake.entered": _("typed a comment that came by phone, on paper, by e-mail or at an event"),
    "intake.added": _("typed more comments of a sender under the code that they had"),
    "intake.receipt_opened": _("opened a receipt with the sender's code"),
    "intake.edited_for_sender": _("changed a comment at its sender's request"),
    "intake.withdrawn_for_sender": _("withdrew a comment at its sender's request"),
    "intake.answer_told": _("told the answer by letter or phone"),
}
