"""Value lists of answers: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

HANDLINGS: Final = {
    "accepted": _("Taken into account"),
    "partly_accepted": _("Partly taken into account"),
    "not_accepted": _("Not taken into account"),
    "passed_on": _("Passed on"),
    "off_topic": _("Does not concern this matter"),
}

#: An answer of the authority's own tells where it sent the matter on; a comment that another authority answers is `PASSED_ON`.
SENT_ON: Final = "passed_on"

#: Handlings that owe a reason.
NEEDS_REASON: Final = frozenset({"not_accepted", "partly_accepted"})

REASONS: Final = {
    "law": _("The law prevents it"),
    "not_in_power": _("Not in our power"),
    "cost": _("Cost"),
    "other_needs": _("Conflicts with other needs"),
    "already_done": _("Already done"),
    "looked_into": _("Looked into further"),
}

#: The reason of a comment that another authority answers: only passing it on gives it (app `transfers`).
PASSED_ON: Final = "passed_on"
OFF_TOPIC: Final = "off_topic"

#: Why a comment needs no answer.
CLOSURE_REASONS: Final = {
    "thanks": _("Thanks or support without a proposal"),
    "repeats": _("Repeats the sender's other comment"),
    "unclear": _("Cannot be understood"),
    "conversation": _("A reply to another resident"),
    PASSED_ON: _("Passed on to another authority"),
}

#: Those that staff choose from.
CLOSURE_CHOICES: Final = {key: words for key, words in CLOSURE_REASONS.items() if key != PASSED_ON}
