"""What a page consists of, as a parser of HTML or XML reads it: to see whether words became elements."""

import re
from collections import Counter
from html.parser import HTMLParser

#: Attributes whose value makes a browser do something.
ACTIVE = ("on", "hx-", "style", "srcdoc", "is", "formaction", "http-equiv")
FETCHING = ("src", "href", "action", "data", "poster")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.words: list[str] = []
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, tuple(sorted(name for name, _value in attrs))] += 1
        for name, value in attrs:
            self.words.append(value or "")
            if name in FETCHING and re.match(
                r"\s*(javascript:|data:text|(https?:)?//evil)", value or "", re.IGNORECASE
            ):
                self.active.append(f"{tag} {name}={value}")
            if "y7" in (value or "") and name.startswith(ACTIVE):
                self.active.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found["#comment", ()] += 1

    def handle_decl(self, decl: str) -> None:
        self.found["#declaration", ()] += 1

    def unknown_decl(self, data: str) -> None:
        self.found["#declaration", ()] += 1

    def handle_pi(self, data: str) -> None:
        self.found["#instruction", ()] += 1


def read(page: str) -> tuple[Counter[tuple[str, tuple[str, ...]]], str, list[str]]:
    """The page's elements with the names of their attributes, its words, and what would act."""
    reader = _Elements()
    reader.feed(page)
    reader.close()
    return reader.found, "\x1f".join(reader.words), reader.active


def added(page: str, harmless: str) -> dict[tuple[str, tuple[str, ...]], int]:
    """Elements that the page has and its harmless twin has not."""
    return dict(read(page)[0] - read(harmless)[0])


def harmless(text: str) -> str:
    """As long, with the same lines and words, and nothing that could mean anything."""
    return re.sub(r"\S", "a", text)
