"""What a browser would send from a page: the forms that post, each field with the value that it shows."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """A form that posts: where to, and what it sends as it stands."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)  # every field's and button's type, by its name
    choices: dict[str, list[str]] = field(default_factory=dict)  # what may be chosen, and what a button sends

    @property
    def sent(self) -> dict[str, list[str]]:
        """Each field with its values."""
        found: dict[str, list[str]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(value)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._select: tuple[str, list[tuple[str, bool]]] | None = None
        self._area: tuple[str, list[str]] | None = None
        self._in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in_form = given.get("method", "get").lower() == "post"
            if self._in_form:
                self.forms.append(PageForm(given.get("action", "")))
        elif not self._in_form:
            return
        elif tag == "option" and self._select:
            self._select[1].append((given.get("value", ""), "selected" in given))
        elif given.get("name"):
            self._named(tag, given)

    def _named(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        self.forms[-1].kinds[given["name"]] = kind
        if tag == "select":
            self._select = (given["name"], [])
        elif tag == "textarea":
            self._area = (given["name"], [])
        elif tag in {"input", "button"}:
            self._input(kind, given)

    def _input(self, kind: str, given: dict[str, str]) -> None:
        form, value = self.forms[-1], given.get("value", "on" if kind == "checkbox" else "")
        if kind in {"checkbox", "radio", "submit", "button"}:
            form.choices.setdefault(given["name"], []).append(value)
        is_sent = "checked" in given if kind in {"checkbox", "radio"} else kind not in {"submit", "file", "button"}
        if is_sent:
            form.fields.append((given["name"], value))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._area[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False
        elif tag == "textarea" and self._area:
            self.forms[-1].fields.append((self._area[0], "".join(self._area[1]).removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            name, options = self._select
            chosen = [value for value, is_chosen in options if is_chosen] or [value for value, _ in options[:1]]
            self.forms[-1].choices[name] = [value for value, _ in options]
            self.forms[-1].fields.extend((name, value) for value in chosen)
            self._select = None


def forms_of(html: str) -> list[PageForm]:
    """Every posting form of the page."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def main_form(html: str) -> dict[str, list[str]]:
    """What the biggest posting form of the page sends."""
    return max(forms_of(html), key=lambda form: len(form.fields)).sent
