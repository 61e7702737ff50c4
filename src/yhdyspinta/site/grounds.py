"""On what ground personal data are handled: by the law that binds whoever is responsible."""

from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority


def ground_of(authority: Authority) -> str:
    """An authority has its task in the public interest, an association its legitimate interest."""
    if authority.regime == Authority.Regime.ASSOCIATION:
        return _("The controller’s legitimate interest: GDPR article 6(1)(f).")
    return _("A task in the public interest: GDPR article 6(1)(e) and section 4 of the Data Protection Act 1050/2018.")
