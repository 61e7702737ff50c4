"""`yhdyspinta themes`: texts that are alike, and what they are about."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, many, shown, source_of

if TYPE_CHECKING:
    from civic_compute.texts.model import Duplicates, Text, Themes

HELP: Final = "find texts that are alike, and themes among them"
DESCRIPTION: Final = "Find texts that are alike, and themes among them. A suggestion: nothing is merged."
_LANGUAGES: Final = ("fi", "sv", "en")  # those whose words have stems (wording/stems.py)
_SHOWN: Final = 20  # pairs in the report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="CSV with a text in each row, also .gz; - reads it in")
    parser.add_argument("--column", required=True, help="the column of the texts")
    parser.add_argument("--id", default="", help="the column of ids (default: id, comment-id, else the row's number)")
    parser.add_argument("--language", choices=_LANGUAGES, help="the texts' language (default: guessed for each)")
    parser.add_argument("--themes", type=int, default=None, metavar="N", help="how many themes (default: by the texts)")


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    for name in given.files:
        yield partial(_themes, given, name)


def _themes(given: argparse.Namespace, name: str, progress: Progress) -> Result:
    from civic_compute.texts.data import ThemeOptions, themes_data
    from civic_compute.texts.duplicates import search_duplicates
    from civic_compute.texts.reading import read_texts
    from civic_compute.texts.themes import find_themes

    source = source_of(name)
    texts = read_texts(source, given.column, id_column=given.id)
    duplicates = search_duplicates(texts, progress=progress)
    language = given.language or language_of(texts)
    themes = find_themes(
        texts, number=given.themes, stem=stemmer_of(texts, language), language=language, progress=progress
    )
    options = ThemeOptions(given.column, given.id, language, given.themes)
    data = themes_data(texts, duplicates, themes, options, file=name, sha256=source.sha256)
    return Result(data, "" if given.json else _report(name, texts, duplicates, themes, data))


def language_of(texts: "tuple[Text, ...]") -> str:
    """The language of most texts that tell theirs; "" where none does."""
    from civic_compute.texts.languages import guess_language

    guesses = [guess_language(text.words).language for text in texts[:500]]
    known = max(_LANGUAGES, key=guesses.count)
    return known if known in guesses else ""


def stemmer_of(texts: "tuple[Text, ...]", language: str) -> Callable[[str], str]:
    """The stemmer of a language, or of the language of most texts where none is told; without one words stay whole."""
    from yhdyspinta.wording import stems

    known = language if language in stems.STEMMED else language_of(texts)
    return stems.stemmer_of(known) if known in stems.STEMMED else str


def _report(
    name: str, texts: "tuple[Text, ...]", duplicates: "Duplicates", themes: "Themes", data: dict[str, Any]
) -> str:
    words = {text.id: shown(" ".join(text.words[:1000].split()), longest=90) for text in texts}
    lines = [f"{shown(name)}: {many(len(texts), 'text')}, language {data['language'] or 'not known'}", ""]
    lines += [*_alike(duplicates, words), "", f"Themes: {len(themes.themes)}"]
    for theme in themes.themes:
        lines.append(f"  {', '.join(map(shown, theme.label))} ({many(len(theme.members), 'text')})")
        lines += [f"      {shown(text)}: {words[text]}" for text in theme.central]
    if themes.without:
        lines.append(f"  in no theme: {many(len(themes.without), 'text')}")
    lines += ["", f"SHA-256 of the input {data['input_sha256']}", f"Found by version {data['version']}"]
    return "\n".join(lines)


def _alike(duplicates: "Duplicates", words: dict[str, str]) -> Iterator[str]:
    yield f"Alike: {many(len(duplicates.pairs), 'pair')}"
    if duplicates.in_blocks:
        yield "  Only texts in a common block were compared: a few pairs may be missing."
    for pair in duplicates.pairs[:_SHOWN]:
        how = "the same" if pair.exact else f"{pair.score:.2f}"
        yield f"  {how:>8}  {shown(pair.first)}: {words[pair.first]}"
        yield f"            {shown(pair.second)}: {words[pair.second]}"
    if len(duplicates.pairs) > _SHOWN:
        yield f"  and {len(duplicates.pairs) - _SHOWN:,} more: --json lists all"
