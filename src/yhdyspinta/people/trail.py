"""What the trail says of people."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "people.made_operator": _("made somebody an operator of the installation"),
    "people.role_ended": _("ended a role"),
    "people.blocked": _("blocked somebody from taking part"),
    "people.block_lifted": _("lifted a block"),
    "people.guest_claimed": _("signed in and kept what they wrote as a guest"),
    "people.email_confirmed": _("confirmed an e-mail address"),
    "people.identified": _("identified themselves strongly"),
    "people.renamed": _("changed their name"),
    "people.settings_saved": _("changed their settings"),
    "people.signed_out_elsewhere": _("signed out on other devices"),
    "people.organisation_added": _("added an organisation"),
    "people.organisation_mended": _("mended the name of an organisation that was typed wrong"),
    "people.organisation_removed": _("removed an organisation that nobody had used"),
    "people.organisation_verified": _("verified an organisation"),
    "people.organisation_unverified": _("took back an organisation's verification"),
    "people.represent_together": _("named an organisation as represented by senders of a file"),
    "people.represents": _("said that they represent an organisation"),
    "people.representation_confirmed": _("confirmed a representative"),
    "people.representation_ended": _("ended a representation"),
    "people.speaker_invited": _("asked somebody to speak for an organisation"),
    "people.speaker_revoked": _("took back an invitation to speak for an organisation"),
    "people.speaker_accepted": _("took an invitation to speak for an organisation"),
    "people.erased": _("erased their data"),
}
