"""What a browser would send from a page: the fields of its main form with the values that they show."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[list[tuple[str, str]]] = []
        self._select: tuple[str, list[tuple[str, bool]]] | None = None
        self._area: tuple[str, list[str]] | None = None
        self._in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._in_form = (given.get("method") or "get").lower() == "post"
            if self._in_form:
                self.forms.append([])
        elif not self._in_form:
            return
        elif tag == "select" and given.get("name"):
            self._select = (given["name"] or "", [])
        elif tag == "option" and self._select:
            self._select[1].append((given.get("value") or "", "selected" in given))
        elif tag == "textarea" and given.get("name"):
            self._area = (given["name"] or "", [])
        elif tag == "input" and given.get("name"):
            self._input(given)

    def _input(self, given: dict[str, str | None]) -> None:
        kind = given.get("type") or "text"
        if kind in {"submit", "file", "button"} or (kind in {"checkbox", "radio"} and "checked" not in given):
            return
        self.forms[-1].append((given["name"] or "", given.get("value") or ("on" if kind == "checkbox" else "")))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._area[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False
        elif tag == "textarea" and self._area:
            self.forms[-1].append((self._area[0], "".join(self._area[1]).removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            name, options = self._select
            chosen = [value for value, is_chosen in options if is_chosen] or [value for value, _ in options[:1]]
            self.forms[-1].extend((name, value) for value in chosen)
            self._select = None


def main_form(html: str) -> dict[str, list[str]]:
    """The biggest posting form of the page."""
    reader = _Reader()
    reader.feed(html)
    fields: dict[str, list[str]] = {}
    for name, value in max(reader.forms, key=len):
        fields.setdefault(name, []).append(value)
    return fields
