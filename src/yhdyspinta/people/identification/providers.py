"""The two providers that an installation may have; absent settings mean that nothing of one is shown."""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings

#: Signatures that are accepted; never "none", never a shared secret.
ALGORITHMS: Final = ("RS256", "PS256", "ES256")


@dataclass(frozen=True)
class Provider:
    """One OpenID provider and what its answers are called."""

    key: str  # resident | staff
    issuer: str
    client_id: str
    client_secret: str
    scope: str
    identity_claim: str = ""
    municipality_claim: str = ""
    strong_values: tuple[str, ...] = ()  # acr or amr values that count as a second factor
    hosts: tuple[str, ...] = ()  # beside the issuer's own: where its endpoints may be

    @property
    def origin(self) -> str:
        """Where the browser goes, for the content security policy of the page with the button."""
        return "/".join(self.issuer.split("/")[:3])


def provider(key: str) -> Provider | None:
    """The provider for residents or staff; None when the installation has none."""
    found: dict[str, Any] | None = settings.IDENTIFICATION.get(key)
    return Provider(key=key, **found) if found else None
