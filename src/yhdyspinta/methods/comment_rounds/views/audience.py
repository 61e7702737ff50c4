"""Who may comment in a round, and what to do to be let in."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.identification.providers import provider
from yhdyspinta.people.models import Person
from yhdyspinta.places.naming import municipality_names
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class Audience:
    """Whom staff let comment, what it asks of a reader, and the page where that is done."""

    who: str
    how: str
    path: str = ""
    link: str = ""


def audience_of(request: HttpRequest, settings: RoundSettings) -> Audience:
    """The round's rule in words; one query when the home municipality counts."""
    homes = municipality_names(settings.municipalities, page_language())
    if settings.level < Person.Level.EMAIL:
        return Audience(_("Anyone"), _("You can take part without identifying yourself."))
    then = urlencode({"next": request.path})
    if settings.level < Person.Level.STRONG:
        how = _("Sign in with an account whose e-mail address you have confirmed with the link that we send to it.")
        return Audience(
            _("Those who have confirmed their e-mail address"), how, f"{reverse('account_login')}?{then}", _("Sign in")
        )
    who = _("Those who are strongly identified")
    if homes:
        who = _("Those who are strongly identified and live in: %(homes)s") % {"homes": homes}
    if provider("resident") is None:
        return Audience(who, _("People cannot be identified in this service, so take part by phone or on paper."))
    how = _("Identify yourself with your bank codes, mobile certificate or certificate card.")
    if homes:
        how = " ".join((how, _("The identification tells your home municipality.")))
    return Audience(who, how, f"{reverse('sign_in:identify')}?{then}", _("Identify yourself"))
