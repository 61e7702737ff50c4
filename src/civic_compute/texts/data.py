"""Texts that are alike and themes as plain data, as `--json` prints them, with what is needed to repeat them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from civic_compute.texts.blocks import MEASURED
from civic_compute.texts.duplicates import OFFERED
from civic_compute.texts.model import Duplicates, Text, Themes
from civic_compute.version import VERSION


@dataclass(frozen=True)
class ThemeOptions:
    """What was asked for: the columns of texts and ids, the language of the stems, and how many themes."""

    column: str
    id_column: str = ""  # empty for the usual one
    language: str = ""
    number: int | None = None


def themes_data(
    texts: Sequence[Text], duplicates: Duplicates, themes: Themes, options: ThemeOptions, *,
    file: str, sha256: str,
) -> dict[str, Any]:  # fmt: skip
    """Everything that is published of the texts of a table."""
    return {
        "file": file,
        "column": options.column,
        "id_column": options.id_column or None,
        "language": options.language or None,
        "number": options.number,
        "texts": len(texts),
        "duplicates": [[pair.first, pair.second, pair.score] for pair in duplicates.pairs],
        "compared": compared_data(duplicates),
        "themes": [
            {"label": list(theme.label), "members": list(theme.members), "central": list(theme.central)}
            for theme in themes.themes
        ],
        "without": list(themes.without),
        "input_sha256": sha256,
        "version": VERSION,
    }


def compared_data(duplicates: Duplicates) -> dict[str, Any]:
    """How pairs were looked for: from which likeness on, and what part of them was found where blocks were used."""
    if duplicates.in_blocks:
        return {"method": "blocks", "least": OFFERED, "measured_recall": MEASURED}
    return {"method": "each with each", "least": OFFERED, "measured_recall": None}
