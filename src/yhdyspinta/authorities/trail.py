"""What the trail says of authorities."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "authorities.switched_on": _("switched the authority on"),
    "authorities.switched_off": _("switched the authority off"),
    "authorities.names_edited": _("changed the authority’s names"),
    "authorities.languages_edited": _("changed the authority’s languages"),
    "authorities.look_edited": _("changed the authority’s look"),
    "authorities.logo_removed": _("removed the authority’s logo"),
    "authorities.contact_edited": _("changed the authority’s contact details"),
    "authorities.rules_edited": _("changed the authority’s local rules"),
    "authorities.regime_edited": _("changed the authority’s legal regime"),
}
