"""Verify themes: found again in the same texts, duplicates and themes are the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from civic_compute.reading import Source, read_table
from civic_compute.texts.duplicates import find_duplicates
from civic_compute.texts.model import Text
from civic_compute.texts.problems import TextProblem
from civic_compute.texts.reading import read_texts
from civic_compute.texts.themes import find_themes
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding

_TRIED: Final = 3
#: Gives the stem of a word for texts in a language ("": their own); the package itself holds no stemmer.
Stemmer = Callable[[tuple[Text, ...], str], Callable[[str], str]]


@dataclass(frozen=True)
class _Options:
    """How the themes were found, as far as the result tells."""

    id_column: str
    language: str
    number: int | None


def verify_themes(
    claims: Claims, table: Source, stemmer: Stemmer, progress: Callable[[str], None]
) -> Iterator[Finding]:
    """The findings about themes; where the result names no column, the fullest are tried.

    Raises VerificationProblem, ReadingProblem and TextProblem.
    """
    said = {name: claims.fields.get(name) for name in ("texts", "duplicates", "themes", "without")}
    claims.objects("themes")
    columns = (claims.text("column"),) if "column" in claims else _longest(table)
    options = _Options(
        claims.text("id_column") if claims.fields.get("id_column") else "",
        claims.text("language") if claims.fields.get("language") else "",
        claims.whole("number") if claims.fields.get("number") else None,
    )
    fewest: tuple[str, ...] | None = None
    for column in columns:
        progress(f"finding themes in the column {column}")
        wrong = tuple(_differences(said, table, column, stemmer, options, may_fail=len(columns) > 1))
        if fewest is None or len(wrong) < len(fewest):
            fewest = wrong
        if not wrong:
            break
    yield finding(
        "repeat",
        "Found again, duplicates and themes are the same.",
        "Found again, duplicates or themes are others.",
        fewest or (),
    )


def _longest(table: Source) -> tuple[str, ...]:
    """The three columns that hold most letters, the fullest first."""
    columns, rows = read_table(table)
    letters = dict.fromkeys(columns, 0)
    for row in rows:
        for column, cell in row.cells.items():
            letters[column] += len(cell)
    return tuple(sorted(columns, key=lambda column: -letters[column])[:_TRIED])


def _differences(
    said: dict[str, Any], table: Source, column: str, stemmer: Stemmer, options: _Options, *, may_fail: bool
) -> Iterator[str]:
    try:
        texts = read_texts(table, column, id_column=options.id_column)
        duplicates = [[pair.first, pair.second, pair.score] for pair in find_duplicates(texts)]
        stem = stemmer(texts, options.language)
        found = find_themes(texts, stem=stem, number=options.number)
        if isinstance(said["themes"], list) and 0 < len(said["themes"]) != len(found.themes):
            found = find_themes(texts, stem=stem, number=min(len(said["themes"]), 40))
    except TextProblem as problem:
        if not may_fail:
            raise
        yield str(problem)
        return
    themes = [
        {"label": list(theme.label), "members": list(theme.members), "central": list(theme.central)}
        for theme in found.themes
    ]
    again = {"texts": len(texts), "duplicates": duplicates, "themes": themes, "without": list(found.without)}
    yield from differences_of(said, again)
