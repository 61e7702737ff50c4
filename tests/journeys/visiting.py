"""Pages one after another, and what must hold on each: axe, one heading, a title, the language, no sideways scroll."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.test import Client

from tests import factories
from tests.browser import axe, axe_on_every_page, beyond_the_edge
from yhdyspinta.cli.addresses import all_addresses
from yhdyspinta.demo.cast import COUNTY, PARTS
from yhdyspinta.demo.examples import pages
from yhdyspinta.people.models import Person

#: Whose pages are looked for, in this order: the first who is shown a page visits it.
WHO = (
    "",
    "resident",
    "coordinator",
    "county_admin",
    "registrar",
    "data_protection_officer",
    "operator",
    "organisation",
)


#: How many first headings a page has, its title and its language, asked at once.
HEAD: Final = "() => [document.querySelectorAll('h1').length, document.title, document.documentElement.lang]"


def client_of(part: str) -> Client:
    """A browser without a screen, signed in as the part, for finding out what is shown to whom."""
    return factories.signed_in(Person.objects.get(email=PARTS[part].email)) if part else Client()


@dataclass(frozen=True)
class Seen:
    """What the product's addresses show in the demo world."""

    pages: dict[str, list[str]]  # paths in Finnish of the pages that somebody of the cast is shown, by who they are
    refused: list[str]  # names of addresses that are refused to, or not found by, everybody


@cache
def every_page() -> Seen:
    """Ask each address as one part after another until one is shown it, or it turns out to be no page.

    Looked for once: the demo world is the same in each test of a run.
    """
    clients = {part: client_of(part) for part in WHO}
    seen = Seen({part: [] for part in WHO}, [])
    listed = dict.fromkeys(pages().values(), "pages worth seeing")
    listed = {one.example: one.name for one in all_addresses() if one.example} | listed
    for path, name in listed.items():
        answers = set()
        for part in WHO[2:-1] if "/desk/" in path else WHO:
            answers.add(answer := _ask(clients[part], path))
            if answer == "page":
                seen.pages[part].append(path)
            if answer in {"page", "no page"}:
                break
        if answers == {"refused"}:
            seen.refused.append(name)
    return seen


def _ask(client: Client, path: str) -> str:
    """ "page"; "no page" to anybody: a file, or an address that only takes what is sent; "elsewhere"; or "refused"."""
    response = client.get(path, headers={"host": "localhost"})
    if 300 <= response.status_code < 400:
        return "elsewhere"
    if response.status_code >= 400 and response.status_code != 405:
        return "refused"
    is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
    return "page" if is_page else "no page"


def in_language(path: str, language: str) -> str:
    """The same page in another language."""
    for start in (f"/{COUNTY}", "/installation"):
        if path.startswith(f"{start}/fi/"):
            return f"{start}/{language}/{path.removeprefix(f'{start}/fi/')}"
    if path.startswith(("/account/", "/demo/")):  # addresses without a language: it is chosen with a parameter
        return f"{path}{'&' if '?' in path else '?'}language={language}"
    return path


def problems_of(walker: Any, paths: Iterable[str], language: str, *, also_narrow: bool = False) -> list[str]:
    """Visit each page, and tell everything that is wrong; also what scrolls sideways once its window is narrow."""
    found: list[str] = []
    page = walker.page
    axe_on_every_page(page)
    for path in paths:
        own = in_language(path, language)
        walker.go(own)
        found += axe(page)
        found += [f"{own}: {one} beyond the edge" for one in beyond_the_edge(page)]
        if also_narrow:
            with narrow(page):
                found += [f"{own}: {one} beyond the narrow edge" for one in beyond_the_edge(page)]
        headings, title, lang = page.evaluate(HEAD)
        if headings != 1 and "/gallery/" not in own:  # the gallery shows headings as components
            found.append(f"{own}: {headings} first headings")
        if len(title.split(" – ")[0].strip()) < 3:
            found.append(f"{own}: title {title!r}")
        if own != path and lang != language and not own.endswith("/letter/"):  # it speaks its receiver's
            found.append(f"{own}: lang {lang}")
    return found


@contextmanager
def narrow(page: Any) -> Iterator[None]:
    """The window of a phone for a while, without asking for the page again."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": size["height"]})
    yield
    page.set_viewport_size(size)


EVERY: Final = slice(None)
#: Each page wide in Finnish, then in a narrow window; every sixth in Swedish narrow without scripts, another sixth in
#: English narrow with them; each walk in a file of its own so that both cores have one. The long run takes every page
#: in every way.
SOME = {"fi": ("fi", 1280, True), "sv": ("sv", 320, False), "en": ("en", 320, True)}


def problems_everywhere(walker: Any, language: str, *, width: int, scripts: bool, turn: slice = EVERY,
                        also_narrow: bool = False) -> list[str]:  # fmt: skip
    """What is wrong on any page that anybody can open; with a `turn`, on those pages only."""
    found = every_page().pages
    assert len(found[""]) > 30
    assert len(found["coordinator"]) > 30
    problems: list[str] = []
    for part, paths in found.items():
        if paths:
            one = walker(part, language=language, width=width, scripts=scripts)
            problems += problems_of(one, paths[turn], language, also_narrow=also_narrow)
    return problems
