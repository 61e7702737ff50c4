"""The conversation with an OpenID provider: where to send the browser, and what to believe of what comes back.

Only the configured issuer and the hosts named beside it are called, whatever its description says. Keys are read anew
at each sign-in, so a key that the provider has withdrawn is refused at once. State, nonce and the proof key live in the session and work once.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from http.client import HTTPException
from typing import Any, Final
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from yhdyspinta.people.identification import patience
from yhdyspinta.people.identification.deadline import Asking, Deadline, Http, Https
from yhdyspinta.people.identification.providers import ALGORITHMS, Provider
from yhdyspinta.wording.refusals import Refusal

_LONGEST: Final = 10  # seconds that all that is asked for one page of ours may take together
_MOST_BYTES: Final = 200_000
_LEEWAY: Final = 30
_ENDPOINTS: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_LONGEST_AGE: Final = 600


class _StayHere(HTTPRedirectHandler):
    """A provider's own endpoints do not send us elsewhere."""

    def redirect_request(self, *parts: Any, **more: Any) -> None:
        return None


_OPENER: Final = build_opener(_StayHere, Http, Https)


def _call(url: str, provider: Provider, deadline: Deadline, data: Mapping[str, str] | None = None) -> dict[str, Any]:
    if not _is_configured(url, provider):
        raise Refusal("identification_failed")
    headers = {"Accept": "application/json"}
    if data is not None:
        secret = f"{provider.client_id}:{provider.client_secret}".encode()
        headers["Authorization"] = "Basic " + base64.b64encode(secret).decode()
    request = Asking(url, deadline, urlencode(data).encode() if data is not None else None, headers)
    try:
        with patience.asking(provider.issuer, deadline), _OPENER.open(request) as answer:
            found = json.loads(answer.read(_MOST_BYTES))
    except TimeoutError:
        patience.leave_alone(provider.issuer)
        raise Refusal("identification_away", status=503) from None
    except URLError as problem:
        if isinstance(problem.reason, TimeoutError):
            patience.leave_alone(provider.issuer)
        refused = getattr(problem, "code", 0) in range(400, 500)
        raise Refusal("identification_failed" if refused else "identification_away", status=503) from None
    except (OSError, ValueError, HTTPException):
        raise Refusal("identification_away", status=503) from None
    if not isinstance(found, dict):
        raise Refusal("identification_failed")
    return found


def _is_configured(url: str, provider: Provider) -> bool:
    """Whether the address is on the issuer's own host and port, or on one that the settings name."""
    asked, issuer = urlsplit(url), urlsplit(provider.issuer)
    local = issuer.hostname in {"127.0.0.1", "localhost"}
    schemes = {"https", "http"} if local else {"https"}
    return asked.scheme in schemes and asked.netloc.lower() in {issuer.netloc.lower(), *provider.hosts}


def discover(provider: Provider, deadline: Deadline) -> dict[str, Any]:
    """The provider's own description, of the last few minutes; its issuer must be the configured one."""
    patience.require_awake(provider.issuer)
    found = patience.remembered(provider.issuer)
    if found is None:
        found = _call(provider.issuer.rstrip("/") + "/.well-known/openid-configuration", provider, deadline)
        if found.get("issuer") != provider.issuer or not all(isinstance(found.get(one), str) for one in _ENDPOINTS):
            raise Refusal("identification_failed")
        patience.remember(provider.issuer, found)
    return found


def begin(provider: Provider, session: Any, *, back_to: str, then: str, language: str, at: datetime) -> str:
    """The address to send the browser to; what must come back is kept in the session."""
    description = discover(provider, Deadline(_LONGEST))
    verifier = secrets.token_urlsafe(48)
    kept = {"state": secrets.token_urlsafe(24), "nonce": secrets.token_urlsafe(24), "verifier": verifier, "then": then,
            "at": at.timestamp()}  # fmt: skip
    session[_slot(provider)] = kept
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    question = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back_to,
        "scope": provider.scope,
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "ui_locales": language,
    }
    return f"{description['authorization_endpoint']}?{urlencode(question)}"


def finish(
    provider: Provider, session: Any, answer: Mapping[str, str], *, back_to: str, at: datetime
) -> tuple[dict[str, Any], str]:
    """What the provider vouches for, and the page to go on to.

    Raises Refusal: identification_expired for an unknown, old or repeated state; identification_failed for anything
    that does not fit; identification_away when the provider cannot be reached.
    """
    kept = session.pop(_slot(provider), None)
    state = answer.get("state", "")
    if not kept or not _is_same(kept["state"], state) or at.timestamp() - kept["at"] > _LONGEST_AGE:
        raise Refusal("identification_expired", status=400)
    if answer.get("error") or not answer.get("code"):
        raise Refusal("identification_failed", status=400)
    if answer.get("iss", provider.issuer) != provider.issuer:
        raise Refusal("identification_failed", status=400)
    deadline = Deadline(_LONGEST)
    description = discover(provider, deadline)
    tokens = _call(
        description["token_endpoint"],
        provider,
        deadline,
        {"grant_type": "authorization_code", "code": answer["code"], "redirect_uri": back_to,
         "client_id": provider.client_id, "code_verifier": kept["verifier"]},
    )  # fmt: skip
    keys = _call(description["jwks_uri"], provider, deadline)
    claims = believed(provider, str(tokens.get("id_token", "")), keys, nonce=kept["nonce"], at=at)
    return claims, kept["then"]


def believed(provider: Provider, token: str, keys: dict[str, Any], *, nonce: str, at: datetime) -> dict[str, Any]:
    """The claims of an identity token whose signature, issuer, audience, times and nonce all fit."""
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    try:
        decoded = jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(ALGORITHMS))  # type: ignore[arg-type]
    except (JoseError, ValueError, KeyError, TypeError):
        raise Refusal("identification_failed", status=400) from None
    claims = dict(decoded.claims)
    now = at.timestamp()
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    fits = (
        claims.get("iss") == provider.issuer
        and provider.client_id in audiences
        and (len(audiences) == 1 or claims.get("azp") == provider.client_id)
        and _is_same(str(claims.get("nonce", "")), nonce)
        and isinstance(claims.get("exp"), int | float)
        and claims["exp"] > now - _LEEWAY
        and isinstance(claims.get("iat"), int | float)
        and now - _LONGEST_AGE < claims["iat"] < now + _LEEWAY
    )
    if not fits:
        raise Refusal("identification_failed", status=400)
    return claims


def _is_same(kept: str, given: str) -> bool:
    """Compared as bytes: what is given may hold any sign."""
    return secrets.compare_digest(kept.encode(), given.encode("utf-8", "surrogatepass"))


def _slot(provider: Provider) -> str:
    return f"identification_{provider.key}"
