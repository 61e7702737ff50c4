"""The private preview link of a process that is not public yet."""

import secrets

from django.core import signing
from django.http import HttpRequest

from yhdyspinta.processes.models import Process

_SALT = "processes.preview"
PARAMETER = "preview"


def new_nonce() -> str:
    return secrets.token_urlsafe(16)[:22]


def preview_token(process: Process) -> str:
    """The token of the current preview link; a new nonce on the process revokes it."""
    return signing.Signer(salt=_SALT).sign_object({"process": process.pk, "nonce": process.preview_nonce})


def may_preview(request: HttpRequest, process: Process) -> bool:
    """Whether the request carries the process's preview link, now or earlier in the session."""
    token = request.GET.get(PARAMETER) or request.session.get(f"preview:{process.pk}")
    if not token:
        return False
    try:
        named = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return False
    return bool(named == {"process": process.pk, "nonce": process.preview_nonce})
