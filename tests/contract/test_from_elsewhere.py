"""W3: a change is taken with a token of ours and from a page of ours only."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from tests.contract.addresses import Address, addresses
from tests.contract.kinds import World
from tests.contract.observing import changed, writes
from tests.contract.permission_table import TABLE
from tests.contract.rendering import each_page_rendered_once

pytestmark = pytest.mark.django_db

#: Where everybody may send: there the token is tried from our own origin too.
FROM_OURS = {"comment_rounds:comment_form", "follows:follow", "moderation:report"}
#: Where a mail program sends the change itself (RFC 8058): the secret is in the address.
WITHOUT_TOKEN = {"follows:unsubscribe"}


def test_w3_no_change_without_the_token(world: World) -> None:
    let_in = []
    for kind in ("operator", "receipt_holder"):
        client = world.client(kind)
        client.handler.enforce_csrf_checks = True
        with each_page_rendered_once():  # the page that refuses
            let_in += [f"{kind} {one}" for one in _taken_without_token(client, world)]
    assert let_in == []


def _taken_without_token(client: Client, world: World) -> Iterator[str]:
    for one in addresses():
        if TABLE[one.label][1] is None or one.label in WITHOUT_TOKEN:
            continue
        for extra in ({}, {"HTTP_HX_REQUEST": "true", "HTTP_ORIGIN": "https://evil.example"}):
            with transaction.atomic():
                response = client.post(one.path(world.things), {"csrfmiddlewaretoken": "x" * 64}, **extra)
                transaction.set_rollback(True)
            if response.status_code != 403:
                yield f"{one.label}: {response.status_code}"


def test_w3_no_change_from_another_origin_though_the_token_is_right(world: World) -> None:
    """Somebody else's page that has got hold of a token; from a page of ours the same token is taken.

    Of two addresses beside each other one is asked as a page asks, one as htmx does.
    """
    clients = cycle([(_with_token(world.client("operator")), {}), (_with_token(world.client("receipt_holder")), _HTMX)])

    def code(one: Address, origin: str) -> int:
        client, extra = next(clients)
        with transaction.atomic():
            sent = client.post(one.path(world.things), _TOKEN, secure=True, HTTP_ORIGIN=origin, **extra)
            transaction.set_rollback(True)
        return sent.status_code

    asked = [one for one in addresses() if TABLE[one.label][1] is not None and one.label not in WITHOUT_TOKEN]
    before = writes()
    with each_page_rendered_once():
        codes = {one.label: code(one, "https://evil.example") for one in asked}
    assert {label: told for label, told in codes.items() if told != 403} == {}
    assert len(codes) > 150
    assert changed("from elsewhere", before) == []
    ours = [code(one, "https://testserver") for one in asked if one.name in FROM_OURS for _way in range(2)]
    assert ours == [422] * 2 * len(FROM_OURS)


_HTMX = {"HTTP_HX_REQUEST": "true"}
_TOKEN = {"csrfmiddlewaretoken": "t" * 32}


def _with_token(client: Client) -> Client:
    client.handler.enforce_csrf_checks = True
    client.cookies[settings.CSRF_COOKIE_NAME] = _TOKEN["csrfmiddlewaretoken"]
    return client


def test_w3_few_pages_are_without_the_token() -> None:
    found = {
        f"{pattern.callback.__module__}.{pattern.callback.__name__}"
        for pattern in _patterns(get_resolver())
        if getattr(pattern.callback, "csrf_exempt", False)
    }
    assert found <= {"yhdyspinta.processes.follow_views.unsubscribe"}


def _patterns(resolver):
    for entry in resolver.url_patterns:
        yield from _patterns(entry) if hasattr(entry, "url_patterns") else [entry]
