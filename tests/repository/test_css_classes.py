"""What templates promise of looks, read from the sources."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "src" / "yhdyspinta"
OURS = re.compile(r"(?<![\w-])y-[a-z][a-z0-9_-]*")
#: A class is written in full or ends where the template puts in a word: `y-tag--{{ colour }}`.
OPEN_ENDED = re.compile(r"(?<![\w-])(y-[a-z][a-z0-9_-]*-)\{")


def templates():
    """Those of pages; only mail has styles of its own."""
    return [
        path for path in PRODUCT.rglob("*.html") if "mail" not in path.parts and not path.name.endswith("mail.html")
    ]


def test_every_class_of_ours_has_a_rule():
    styles = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "scss").glob("*.scss"))
    known = set(OURS.findall(re.sub(r"--y-[a-z-]+", "", styles)))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "js").glob("*.js"))
    missing = {}
    for path in templates():
        text = path.read_text(encoding="utf-8")
        for attribute in re.findall(r'class="([^"]*(?:"[^"]*"[^"]*%\}[^"]*)*)"', text):
            open_ended = {found.rstrip("-") for found in OPEN_ENDED.findall(attribute)}
            for name in OURS.findall(attribute):
                if name not in known and name.rstrip("-") not in open_ended and f".{name}" not in scripts:
                    missing.setdefault(name, path.relative_to(ROOT).as_posix())
    assert not missing, f"No rule in assets/scss for: {missing}"


def test_no_inline_script_or_style():
    bad = re.compile(r"<style|<script(?![^>]*\ssrc=)|\sstyle=\"|\son[a-z]+=\"|javascript:", re.IGNORECASE)
    found = {}
    for path in templates():
        text = path.read_text(encoding="utf-8")
        if match := bad.search(text):
            found[path.relative_to(ROOT).as_posix()] = match.group()
    assert not found
