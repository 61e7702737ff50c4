"""Pages one after another, and what must hold on each: axe, one heading, a title, the language, no sideways scroll."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, resolve

from tests.browser import axe, beyond_the_edge
from tests.contract.addresses import Address, addresses
from yhdyspinta.demo.cast import COUNTY, PARTS
from yhdyspinta.demo.examples import examples, pages
from yhdyspinta.people.models import Person

#: Whose pages are looked for, in this order: the first who is shown a page visits it.
WHO = ("", "resident", "coordinator", "county_admin", "registrar", "data_protection_officer", "operator")


def client_of(part: str) -> Client:
    """A browser without a screen, signed in as the part, for finding out what is shown to whom."""
    client = Client()
    if part:
        client.force_login(Person.objects.get(email=PARTS[part].email))
        session = client.session
        session["second_factor"] = True
        session.save()
    return client


@cache
def every_page() -> dict[str, list[str]]:
    """The path in Finnish of every page that somebody of the cast is shown, by who they are.

    Looked for once: the demo world is the same in each test of a run.
    """
    things = examples()
    clients = {part: client_of(part) for part in WHO}
    found: dict[str, list[str]] = {part: [] for part in WHO}
    paths = [*pages().values(), *(_path(one, things) for one in addresses())]
    for path in dict.fromkeys(paths):
        could = WHO[2:] if "/desk/" in path else WHO
        who = next((part for part in could if path and _is_shown(clients[part], path)), None)
        if who is not None:
            found[who].append(path)
    return found


def _path(one: Address, things: dict[str, str]) -> str:
    if one.name in things:
        return things[one.name]
    values = dict(things)
    if one.name.startswith("documents:"):  # the draft that is being prepared has more pages than the published one
        values |= resolve(things["documents:section"]).kwargs | {"authority": COUNTY, "language": "fi"}
    try:
        return one.path(values) if set(one.pieces) <= set(values) else ""
    except NoReverseMatch:
        return ""


def _is_shown(client: Client, path: str) -> bool:
    try:
        response = client.get(path, headers={"host": "localhost"})
    except ValueError:
        return False
    return response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")


def in_language(path: str, language: str) -> str:
    """The same page in another language."""
    for start in (f"/{COUNTY}", "/installation"):
        if path.startswith(f"{start}/fi/"):
            return f"{start}/{language}/{path.removeprefix(f'{start}/fi/')}"
    return path


def problems_of(walker: Any, paths: Iterable[str], language: str) -> list[str]:
    """Visit each page, and tell everything that is wrong."""
    found: list[str] = []
    page = walker.page
    for path in paths:
        own = in_language(path, language)
        walker.go(own)
        found += axe(page)
        found += [f"{own}: {one} beyond the edge" for one in beyond_the_edge(page)]
        if page.locator("h1").count() != 1 and "/gallery/" not in own:  # the gallery shows headings as components
            found.append(f"{own}: {page.locator('h1').count()} first headings")
        if len(page.title().split(" – ")[0].strip()) < 3:
            found.append(f"{own}: title {page.title()!r}")
        if own != path and walker.language != language:
            found.append(f"{own}: lang {walker.language}")
    return found
