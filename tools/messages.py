"""Message catalogues, one for each app and language, without GNU gettext.

    tools/messages.py collect [APP ...]   bring the catalogues up to date with code and templates
    tools/messages.py check               list what is missing or wrong; exit code 1 if anything is
    tools/messages.py compile             make the binary catalogues that Django reads

An APP is a folder name such as `comments` or `comment_rounds`. The source language
is English. Catalogues carry no dates and no line numbers, so that merging is calm.
"""

from __future__ import annotations

import argparse
import ast
import io
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

LANGUAGES = ("fi", "sv")
KEYWORDS: dict[str, tuple[str | int, ...]] = {
    "_": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ("c", 1),
    "pgettext_lazy": ("c", 1),
    "npgettext": ("c", 1, 2),
    "npgettext_lazy": ("c", 1, 2),
}
TEMPLATE_ENDINGS = {".html", ".txt", ".xml", ".ics", ".svg"}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|%[sd]|\{\w*\}")

Key = tuple[str | None, str]  # context and text


@dataclass
class Found:
    """A text found in the sources."""

    text: str
    plural: str | None
    context: str | None
    places: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class App:
    """A package with texts."""

    name: str
    folder: Path

    def catalogue(self, language: str) -> Path:
        return self.folder / "locale" / language / "LC_MESSAGES" / "django.po"


def apps_below(product: Path) -> list[App]:
    """The apps of the product: its packages, and those of `methods`."""
    folders = [folder for folder in sorted(product.iterdir()) if folder.is_dir() and folder.name != "methods"]
    if (product / "methods").is_dir():
        folders += sorted(folder for folder in (product / "methods").iterdir() if folder.is_dir())
    return [App(folder.name, folder) for folder in folders if (folder / "__init__.py").exists()]


def sources(app: App, product: Path) -> Iterator[Path]:
    """Code and templates of the app; the product's own top-level files belong to `site`."""
    for path in sorted(app.folder.rglob("*")):
        parts = path.relative_to(app.folder).parts
        if "tests" in parts or "migrations" in parts or "static" in parts or "locale" in parts:
            continue
        is_template = path.suffix in TEMPLATE_ENDINGS and ("templates" in parts or "components" in parts)
        if path.suffix == ".py" or is_template:
            yield path
    if app.name == "site":
        yield from sorted(product.glob("*.py"))


def texts_of(path: Path) -> Iterator[Found]:
    """All texts of one file; a template is first turned into lines of calls."""
    content = path.read_text(encoding="utf-8")
    keywords = dict(KEYWORDS)
    if path.suffix == ".py":
        keywords |= other_names(content)
    else:
        as_calls = templatize(content, origin=str(path))
        content = "\n".join(line.lstrip() for line in as_calls.splitlines())
    source = io.BytesIO(content.encode())
    for _line, function, arguments, _comments in extract_python(source, list(keywords), [], {"encoding": "utf-8"}):
        found = _from_call(keywords[function], arguments)
        if found:
            yield found


def other_names(code: str) -> dict[str, tuple[str | int, ...]]:
    """The names under which a file imports the functions of translation, as in `gettext_lazy as lazy`."""
    return {
        name.asname: KEYWORDS[name.name]
        for line in ast.walk(ast.parse(code))
        if isinstance(line, ast.ImportFrom) and line.module == "django.utils.translation"
        for name in line.names
        if name.asname and name.name in KEYWORDS
    }


def _from_call(wanted: tuple[str | int, ...], arguments: str | tuple[str | None, ...]) -> Found | None:
    given = arguments if isinstance(arguments, tuple) else (arguments,)
    context = given[0] if wanted[0] == "c" else None
    texts = given[1:] if wanted[0] == "c" else given
    if not texts or not texts[0]:
        return None
    plural = texts[1] if len(wanted) - (wanted[0] == "c") > 1 and len(texts) > 1 else None
    return Found(texts[0], plural, context)


def collect_texts(app: App, product: Path) -> tuple[dict[Key, Found], list[str]]:
    """The app's texts by context and text, and what is wrong in the sources."""
    found: dict[Key, Found] = {}
    problems = []
    for path in sources(app, product):
        for text in texts_of(path):
            known = found.setdefault((text.context, text.text), text)
            known.places.add(str(path))
            if text.plural and known.plural and text.plural != known.plural:
                problems.append(f"{path}: {text.text!r} has another plural form elsewhere: {known.plural!r}")
            known.plural = known.plural or text.plural
    return found, problems


def read_catalogue(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages_of(catalogue: Catalog) -> dict[Key, Message]:
    return {(message.context, _text(message)): message for message in catalogue if message.id}


def _text(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def _strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def merged(found: dict[Key, Found], old: dict[Key, Message], others: dict[Key, Message], language: str) -> Catalog:
    """A catalogue of exactly the texts found; what is translated here, or else in another app, stays so."""
    new = Catalog(locale=language)
    for key, text in sorted(found.items(), key=lambda pair: (pair[0][1], pair[0][0] or "")):
        known = old.get(key)
        if known is None or not any(_strings(known)):
            known = others.get(key, known)
        strings = [string or "" for string in _strings(known)] if known else []
        if text.plural:
            strings = (strings + ["", ""])[:2] if len(strings) > 1 else ["", ""]
            new.add((text.text, text.plural), strings, context=text.context, flags=_flags(known))
        else:
            new.add(text.text, strings[0] if strings else "", context=text.context, flags=_flags(known))
    return new


def _flags(message: Message | None) -> set[str]:
    return {"fuzzy"} if message is not None and message.fuzzy else set()


def write_catalogue(path: Path, catalogue: Catalog, language: str) -> bool:
    """Write if changed; tells whether it was."""
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, no_location=True, sort_output=True)
    content = HEADER.format(language=language).encode() + body.getvalue().strip(b"\n") + b"\n"
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def collect(product: Path, names: Iterable[str]) -> list[str]:
    """Bring catalogues up to date; gives what is wrong in the sources."""
    apps = apps_below(product)
    wanted = set(names) or {app.name for app in apps}
    problems = [f"there is no app {name}" for name in sorted(wanted - {app.name for app in apps})]
    for app in (app for app in apps if app.name in wanted):
        found, wrong = collect_texts(app, product)
        problems += wrong
        for language in LANGUAGES:
            path = app.catalogue(language)
            if not found and not path.exists():
                continue
            old = messages_of(read_catalogue(path, language))
            catalogue = merged(found, old, _translated_elsewhere(apps, app, language), language)
            if write_catalogue(path, catalogue, language):
                print(f"{path}: {len(catalogue)} texts, {_count_empty(catalogue)} without translation")
    return problems


def _translated_elsewhere(apps: list[App], app: App, language: str) -> dict[Key, Message]:
    known: dict[Key, Message] = {}
    for other in apps:
        if other != app:
            for key, message in messages_of(read_catalogue(other.catalogue(language), language)).items():
                if all(_strings(message)):
                    known.setdefault(key, message)
    return known


def _count_empty(catalogue: Catalog) -> int:
    return sum(1 for message in catalogue if message.id and not all(_strings(message)))


def check(product: Path) -> list[str]:
    """Everything wrong in the catalogues, a line each."""
    problems: list[str] = []
    seen: dict[tuple[str, Key], dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    for app in apps_below(product):
        found, wrong = collect_texts(app, product)
        problems += wrong
        for language in LANGUAGES:
            path = app.catalogue(language)
            have = messages_of(read_catalogue(path, language))
            problems += [f"{path}: missing: {key[1]!r} ({min(found[key].places)})" for key in found if key not in have]
            problems += [f"{path}: not used any more: {key[1]!r}" for key in have if key not in found]
            for key in found.keys() & have.keys():
                problems += [f"{path}: {problem}: {key[1]!r}" for problem in faults(found[key], have[key])]
                seen[language, key][tuple(_strings(have[key]))].append(str(path))
    for (_language, key), versions in seen.items():
        full = {strings: paths for strings, paths in versions.items() if all(strings)}
        if len(full) > 1:
            listed = "; ".join(f"{' / '.join(strings)!r} in {', '.join(paths)}" for strings, paths in full.items())
            problems.append(f"translated in different ways: {key[1]!r}: {listed}")
    return sorted(problems)


def faults(found: Found, message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    strings = _strings(message)
    if message.fuzzy:
        yield "fuzzy"
    if not all(strings):
        yield "empty"
        return
    if bool(found.plural) != message.pluralizable or len(strings) != (2 if found.plural else 1):
        yield "the wrong number of plural forms"
        return
    originals = [found.text, found.plural] if found.plural else [found.text]
    for original, string in zip(originals, strings, strict=True):
        wanted = set(PLACEHOLDER.findall(found.plural or original))
        given = set(PLACEHOLDER.findall(string))
        if given != wanted and (original is found.plural or not found.plural or not given <= wanted):
            yield f"other placeholders, {_listed(wanted)} has become {_listed(given)}"
        if original[:1] == "\n" != string[:1] or (original[-1:] == "\n") != (string[-1:] == "\n"):
            yield "line break at the beginning or end differs"


def _listed(placeholders: set[str]) -> str:
    return " ".join(sorted(placeholders)) or "none"


def compile_all(product: Path) -> None:
    """Make binary catalogues where the text is newer."""
    for app in apps_below(product):
        for language in LANGUAGES:
            path = app.catalogue(language)
            target = path.with_suffix(".mo")
            if not path.exists() or (target.exists() and target.stat().st_mtime >= path.stat().st_mtime):
                continue
            partial = target.with_suffix(f".{os.getpid()}")
            with partial.open("wb") as file:
                write_mo(file, read_catalogue(path, language))
            partial.replace(target)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["collect", "check", "compile"])
    parser.add_argument("apps", nargs="*", help="only these apps (collect)")
    parser.add_argument("--product", type=Path, default=Path("src/yhdyspinta"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    problems: list[str] = []
    if given.do == "collect":
        problems = collect(given.product, given.apps)
    elif given.do == "check":
        problems = check(given.product)
    else:
        compile_all(given.product)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"messages: {len(problems)} to mend (make messages collects new texts)", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
