"""I2, I9, I12, W8: what somebody may send instead of what a page asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unittest.mock import patch
from urllib.parse import quote, urlencode

import pytest
from django.http import QueryDict
from django.test import Client

from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.kinds import World
from tests.contract.permission_table import TABLE

pytestmark = pytest.mark.django_db

HOSTILE = [
    quote(text, safe="")
    for text in (
        "<script>y7()</script>", '"><img src=x onerror=y7>', "' onfocus='y7", "javascript:y7", "<!--<y7", "</title><y7>",
        "{{7*7}}", "{% debug %}", "%s%n%x", "${y7}", "' OR '1'='1", "1; DROP TABLE people_person--", "\\", "'", '"',
        "\x00", "a\x00b", "\r\nX-Y7: 1", "../../../etc/passwd", "//evil.example", "/\\evil.example", "https:evil.example",
        "-1", "0", "1.5", "1e309", "NaN", "99999999999999999999", "²", "٣", "0x10", "null", "[]", "{}", "__class__",
        "author__email", "-pk", "\u202etxt", "ä" * 3000, "\ud7ff\U0001f9ea", "2026-13-45", "9999-12-31", "0001-01-01",
    )
] + ["%ff%fe", "%c0%af", "%ED%A0%80"]  # fmt: skip
#: What reaches no view, and the highest status that may come back.
BROKEN = (("%00", 404), ("a%00b", 404), ("%ED%A0%80", 499))
RAW_MUST_NOT_SHOW = ("<script>y7", "<img src=x onerror=y7", "' onfocus='y7", "<!--<y7", "</title><y7")


def pages() -> Iterator[tuple[str, str]]:
    """Each address that answers GET, with the kind of person who gets in."""
    for address in addresses():
        who = TABLE[address.label][0]
        if who:
            yield (
                address.label,
                next(
                    kind
                    for kind in ("operator", "receipt_holder", "strongly_identified", "organisation")
                    if kind in who
                ),
            )


class _Reading(QueryDict):
    """Notes which names a page reads."""

    names: set[str]

    def get(self, key, default=None):
        self.names.add(key)
        return super().get(key, default)

    def __getitem__(self, key):
        self.names.add(key)
        return super().__getitem__(key)

    def __contains__(self, key):
        self.names.add(key)
        return super().__contains__(key)

    def getlist(self, key, default=None):
        self.names.add(key)
        return super().getlist(key, default)


def names_read(client: Client, path: str) -> set[str]:
    """The query parameters that the page looks at, also where a first one leads to a second."""
    names: set[str] = set()

    class Reading(_Reading):
        pass

    Reading.names = names
    with patch("django.core.handlers.wsgi.QueryDict", Reading):
        ask(client, "GET", path)
        for value in ("1", "fi", "all") if names else ():
            ask(client, "GET", with_query(path, dict.fromkeys(sorted(names), value)))
    return {name for name in names if isinstance(name, str)} - {"csrfmiddlewaretoken"}


@dataclass
class Page:
    """A page that answers GET, whoever gets in to it, and the query parameters that it looks at."""

    label: str
    path: str
    names: set[str]
    client: Client


@pytest.fixture(scope="module")
def reading(world: World) -> list[Page]:
    """Every page, each asked once for what it reads."""
    clients: dict[str, Client] = {}
    paths = {one.label: one.path(world.things) for one in addresses()}
    found = []
    for label, kind in pages():
        client = clients.setdefault(kind, world.client(kind))
        found.append(Page(label, paths[label], names_read(client, paths[label]), client))
    return found


def with_query(path: str, values: dict[str, str]) -> str:
    base = path.split("?", maxsplit=1)[0]
    return f"{base}?{'&'.join(f'{name}={value}' for name, value in values.items())}"


@pytest.mark.parametrize("turns", [5, pytest.param(1, marks=pytest.mark.long)], ids=["by turns", "all"])
def test_i2_i9_no_parameter_of_any_page_breaks_it_or_comes_back_as_it_was(reading: list[Page], turns: int) -> None:
    """Each string at every fifth page; the long run gives every page all of them."""
    broken, echoed, asked = [], [], 0
    for place, page in enumerate(reading):
        for text in HOSTILE[place % turns :: turns] if page.names else HOSTILE[:1]:
            asked_for = with_query(page.path, dict.fromkeys(sorted(page.names) or ["page"], text))
            response = ask(page.client, "GET", asked_for)
            asked += 1
            if response.status_code >= 500:
                broken.append(f"{page.label} {sorted(page.names)} {text[:60]}")
            if is_html(response) and any(raw in response.content.decode() for raw in RAW_MUST_NOT_SHOW):
                echoed.append(f"{page.label} {text[:60]}")
            if 300 <= response.status_code < 400:
                assert not re.match(r"(https?:)?[/\\]{2}(?!testserver|localhost)|https:evil", response["Location"]), (
                    page.label
                )
    assert broken == []
    assert echoed == []
    assert asked > 500


@pytest.mark.parametrize("turns", [5, pytest.param(1, marks=pytest.mark.long)], ids=["by turns", "all"])
def test_i2_i3_a_nul_or_half_a_character_in_any_one_parameter_breaks_no_page(reading: list[Page], turns: int) -> None:
    """Each parameter of each page gets one of the three; in the long run all."""
    wrong = []
    for start, page in enumerate(reading):
        for place, name in enumerate(sorted(page.names | {"document", "section"}), start=start):
            for text, most in BROKEN[place % turns :: turns]:
                status = ask(page.client, "GET", with_query(page.path, {name: text})).status_code
                if status > most or (most == 404 and status < 400):
                    wrong.append(f"{page.label} {name} {text}: {status}")
    assert wrong == []


def is_html(response) -> bool:
    return response.get("Content-Type", "").startswith("text/html") and not response.streaming


def test_i12_names_of_hosts_in_headers_change_no_link(world: World) -> None:
    client = world.client("operator")
    evil = "evil.example"
    for one in addresses():
        if not TABLE[one.label][0] or one.name.startswith(("account", "mfa")):
            continue
        response = client.get(
            one.path(world.things), HTTP_X_FORWARDED_HOST=evil, HTTP_X_FORWARDED_FOR="6.6.6.6", HTTP_X_FORWARDED_PORT="66",
            HTTP_X_FORWARDED_SERVER=evil, HTTP_FORWARDED=f"host={evil}", HTTP_REFERER=f"https://{evil}/",
        )  # fmt: skip
        body = b"".join(response) if response.streaming else response.content
        assert evil.encode() not in body, one.label
        assert evil not in response.get("Location", ""), one.label


def test_i12_another_host_gets_no_page(world: World) -> None:
    client = Client(raise_request_exception=False)
    for one in addresses():
        if one.name in {"health", "ready"}:
            continue
        response = client.get(one.path(world.things), HTTP_HOST="evil.example")
        assert response.status_code == 400, one.label
        assert b"evil.example" not in response.content


def _same(content: bytes, path: str) -> str:
    """Without what differs in any two pages: the address itself, tokens, nonces."""
    text = content.decode().replace(path, "HERE").replace(quote(path, safe=""), "HERE").replace(quote(path), "HERE")
    for language in ("fi", "sv", "en"):
        text = text.replace(re.sub(r"^(/[^/]+/)(fi|sv|en)/", rf"\1{language}/", path), "HERE")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"', "TOKEN", text)


#: Addresses of what only some may know of, and a piece of each that names nothing.
SECRETS: Final = {
    "statements:draft": {"statement": 999999},
    "statements:part": {"statement": 999999},
    "statements:download": {"statement": 999999},
    "transfers:received": {"transfer": 999999},
    "intake:mend_note": {"note": 999999},
    "intake:table_sheets": {"batch": 999999},
    "intake:upload_mistakes": {"upload": 999999},
    "material:comment": {"number": 999999},
    "launch:staff_picture": {"activity": "eiole"},
    "translating:returned": {"returned": 999999},
}


@pytest.mark.parametrize("kind", ["visitor", "email_confirmed", "coordinator_of_another_authority"])
def test_w8_what_is_secret_looks_like_what_is_not_there(world: World, kind: str) -> None:
    county, process = world.county.slug, world.process.slug
    client = world.client(kind)
    pairs = (
        (f"/{county}/fi/desk/processes/{process}/", f"/{county}/fi/desk/processes/eiole/"),
        (f"/{county}/fi/desk/processes/{process}/edit/", f"/{county}/fi/desk/processes/eiole/edit/"),
        (
            f"/{county}/fi/processes/{process}/comment-round/{world.activity.slug}/receipt/{world.comment.receipt_id}/",
            f"/{county}/fi/processes/{process}/comment-round/{world.activity.slug}/receipt/999999/",
        ),
        (f"/{county}/fi/appeals/{world.things['decision']}/", f"/{county}/fi/appeals/999999/"),
        *(
            (address.path(world.things), address.path({**world.things, piece: none, f"{address.name}.{piece}": none}))
            for address in addresses()
            for piece, none in SECRETS.get(address.name, {}).items()
        ),
        ("/installation/fi/", "/installation/fi/eiole/"),
    )
    assert len(pairs) == 5 + len(SECRETS)
    for secret, none in pairs:
        one, other = client.get(secret), client.get(none)
        if kind == "visitor" and "/desk/" in secret:
            assert one.status_code == other.status_code == 302
            assert one.url == f"/account/login/?{urlencode({'next': secret})}"
            assert other.url == f"/account/login/?{urlencode({'next': none})}"
            continue
        assert one.status_code == other.status_code == 404, secret
        assert _same(one.content, secret) == _same(other.content, none), secret
