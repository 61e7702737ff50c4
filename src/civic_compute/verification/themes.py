"""Verify themes: found again in the same texts, everything told of them is the same."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from civic_compute.reading import Source
from civic_compute.texts.data import ThemeOptions, themes_data
from civic_compute.texts.duplicates import search_duplicates
from civic_compute.texts.model import Text
from civic_compute.texts.reading import read_texts
from civic_compute.texts.themes import find_themes
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding, without_names

#: Gives the stem of a word for texts in a language ("": their own); the package itself holds no stemmer.
Stemmer = Callable[[tuple[Text, ...], str], Callable[[str], str]]


def verify_themes(
    claims: Claims, table: Source, stemmer: Stemmer, progress: Callable[[str], None]
) -> Iterator[Finding]:
    """The findings about themes. Raises VerificationProblem, ReadingProblem and TextProblem."""
    options = ThemeOptions(
        claims.text("column"),
        claims.text("id_column") if "id_column" in claims else "",
        claims.text("language") if "language" in claims else "",
        claims.whole("number") if "number" in claims else None,
    )
    again = _again(table, options, stemmer, progress)
    yield finding(
        "repeat",
        f"Found again in the column and language that it names, all of its {len(again)} fields are the same:"
        f" {', '.join(again)}.",
        "Found again, it gives something else.",
        differences_of(without_names(claims.fields), again),
    )


def _again(table: Source, options: ThemeOptions, stemmer: Stemmer, progress: Callable[[str], None]) -> dict[str, Any]:
    texts = read_texts(table, options.column, id_column=options.id_column)
    duplicates = search_duplicates(texts, progress=progress)
    stem, language = stemmer(texts, options.language), options.language
    themes = find_themes(texts, number=options.number, stem=stem, language=language, progress=progress)
    data = themes_data(texts, duplicates, themes, options, file="", sha256=table.sha256)
    found: dict[str, Any] = json.loads(json.dumps(data))
    return without_names(found)
