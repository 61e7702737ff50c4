"""HTML compared by what it means: tags, attributes in any order, texts without extra space."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[object] = []
        self.text = ""

    def flush(self) -> None:
        words = "".join(self.text.split())
        if words:
            self.parts.append(words)
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.flush()
        pairs = {
            key: " ".join(sorted((value or "").split())) if key == "class" else (value or "") for key, value in attrs
        }
        self.parts.append((tag, tuple(sorted(pairs.items()))))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in {"input", "br", "img"}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.flush()
        self.parts.append(f"/{tag}")

    def handle_data(self, data):
        self.text += data


def meaning(html: str) -> list[object]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.parts
