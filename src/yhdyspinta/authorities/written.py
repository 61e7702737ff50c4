"""What an authority says of itself in several languages, and how long each text may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

NAMES: Final = {
    "name": TextPart(_("Name"), 120),
    "name_inflected": TextPart(_("Name in the genitive"), 120),
    "tagline": TextPart(_("Tagline"), 120),
}
LOOK: Final = {"logo_description": TextPart(_("What the logo shows"), 120)}
CONTACT: Final = {
    "contact_unit": TextPart(_("Unit that answers"), 150),
    "phone_hours": TextPart(_("When the phone is answered"), 150),
    "postal_address": TextPart(_("Postal address"), 300, is_long=True),
    "paper_way": TextPart(_("Paper form"), 1_000, is_long=True),
    "privacy_contact": TextPart(_("Contact in matters of data protection"), 500, is_long=True),
}
