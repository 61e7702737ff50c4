"""Every shape of the API by its name."""

from collections.abc import Mapping
from typing import Final

from yhdyspinta.open_data.api import matters, reports, texts
from yhdyspinta.open_data.api.fields import Shape

_ALL: Final = (
    matters.AUTHORITY, matters.PROCESS, matters.PHASE, matters.ACTIVITY, texts.DOCUMENT, texts.VERSION, texts.SECTION,
    texts.COMMENT, texts.TRANSLATION, texts.QUOTE, texts.ANSWER, matters.DECISION, matters.MEASURE,
    matters.UPDATE, matters.FORMER_PROMISE, reports.REPORT, reports.COUNT, reports.THEME,
)  # fmt: skip


def all_shapes() -> Mapping[str, Shape]:
    """Every shape by its name."""
    return {shape.name: shape for shape in _ALL}
