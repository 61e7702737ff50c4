"""`yhdyspinta themes`: texts that are alike, and what they are about."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

if TYPE_CHECKING:
    from civic_compute.texts.model import Duplicate, Text, Themes

HELP: Final = "find texts that are alike, and themes among them"
DESCRIPTION: Final = "Find texts that are alike, and themes among them. A suggestion: nothing is merged."
_STEMMERS: Final = {"fi": "finnish", "sv": "swedish", "en": "english"}
_SHOWN: Final = 20  # pairs in the report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="CSV with a text in each row, also .gz; - reads it in")
    parser.add_argument("--column", required=True, help="the column of the texts")
    parser.add_argument("--id", default="", help="the column of ids (default: id, comment-id, else the row's number)")
    parser.add_argument("--language", choices=[*_STEMMERS], help="the texts' language (default: guessed for each)")
    parser.add_argument("--themes", type=int, default=None, metavar="N", help="how many themes (default: by the texts)")


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    for name in given.files:
        yield partial(_themes, given, name)


def _themes(given: argparse.Namespace, name: str, progress: Progress) -> Result:
    from civic_compute.texts.data import ThemeOptions, themes_data
    from civic_compute.texts.duplicates import find_duplicates
    from civic_compute.texts.reading import read_texts
    from civic_compute.texts.themes import find_themes

    source = source_of(name)
    texts = read_texts(source, given.column, id_column=given.id)
    duplicates = find_duplicates(texts, progress=progress)
    language = given.language or language_of(texts)
    themes = find_themes(texts, number=given.themes, stem=stemmer_of(texts, language), progress=progress)
    options = ThemeOptions(given.column, given.id, language, given.themes)
    data = themes_data(texts, duplicates, themes, options, file=name, sha256=source.sha256)
    return Result(data, _report(name, texts, duplicates, themes))


def language_of(texts: "tuple[Text, ...]") -> str:
    """The language of most texts."""
    from civic_compute.texts.languages import guess_language

    guesses = [guess_language(text.words).language for text in texts[:500]]
    return max(_STEMMERS, key=guesses.count)


def stemmer_of(texts: "tuple[Text, ...]", language: str) -> Callable[[str], str]:
    """The stemmer of a language, or of the language of most texts where none is told."""
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(
        _STEMMERS.get(language) or _STEMMERS[language_of(texts)]
    ).stemWord
    return stem


def _report(name: str, texts: "tuple[Text, ...]", duplicates: "tuple[Duplicate, ...]", themes: "Themes") -> str:
    words = {text.id: " ".join(text.words.split())[:90] for text in texts}
    lines = [f"{name}: {len(texts)} texts", "", f"Alike: {len(duplicates)} pairs"]
    for pair in duplicates[:_SHOWN]:
        how = "the same" if pair.exact else f"{pair.score:.2f}"
        lines += [f"  {how:>8}  {pair.first}: {words[pair.first]}", f"            {pair.second}: {words[pair.second]}"]
    if len(duplicates) > _SHOWN:
        lines.append(f"  and {len(duplicates) - _SHOWN} more: --json lists all")
    lines += ["", f"Themes: {len(themes.themes)}"]
    for theme in themes.themes:
        lines.append(f"  {', '.join(theme.label)} ({len(theme.members)} texts)")
        lines += [f"      {text}: {words[text]}" for text in theme.central]
    if themes.without:
        lines.append(f"  in no theme: {len(themes.without)} texts")
    return "\n".join(lines)
