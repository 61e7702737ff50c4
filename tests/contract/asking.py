"""Ask an address as a kind of person and tell what came of it."""

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

SIGN_IN = ("/account/login/", "/account/second-factor/", "/account/2fa/authenticate/", "/account/reauthenticate/")


def ask(client: Client, method: str, path: str, **data: str) -> HttpResponseBase:
    """One request; whatever it changed is taken back."""
    cookies = client.cookies.output()
    kept = {name: morsel.value for name, morsel in client.cookies.items()}
    cache.clear()
    client.raise_request_exception = False
    with transaction.atomic():
        response = client.generic(method, path) if method != "POST" else client.post(path, data)
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.clear()
        for name, value in kept.items():
            client.cookies[name] = value
    return response


def verdict(response: HttpResponseBase) -> str:
    """in: the page was reached; out: refused; wrong_method; broken: ours to mend."""
    code = response.status_code
    if code >= 500:
        return f"broken {code}"
    if code == 405:
        return "wrong_method"
    if code in {401, 403, 404}:
        return "out"
    if 300 <= code < 400 and response["Location"].startswith(SIGN_IN):
        return "out"
    return "in"
