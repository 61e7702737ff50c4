"""The published answers of a round, in words: they stand once in the files, and each comment tells its answer's number."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from yhdyspinta.answers.models import Answer
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

_WORDS: Final = ("title", "body", "reason_words", "passed_to")
_PLACE: Final = ("changed_document", "changed_version", "changed_section")
HEADS: Final = (
    "number", "handling", "reason", "is_final", *(f"{name}_{tag}" for name in _WORDS for tag in INTERFACE_LANGUAGES), *_PLACE,
)  # fmt: skip


@dataclass(frozen=True)
class AnswerTold:
    """An answer as anybody may read it; where the text was changed because of it, the section by its names in addresses."""

    number: int
    handling: str
    reason: str
    is_final: bool
    title: dict[str, str]
    body: dict[str, str]
    reason_words: dict[str, str]
    passed_to: dict[str, str]
    changed_document: str
    changed_version: int | None
    changed_section: str

    @property
    def told(self) -> dict[str, Any]:
        """As the JSON file has it."""
        return asdict(self)

    @property
    def cells(self) -> list[Any]:
        """As a row of the workbook, under `HEADS`."""
        words = [getattr(self, name).get(tag, "") for name in _WORDS for tag in INTERFACE_LANGUAGES]
        is_final = "yes" if self.is_final else "no"
        return [self.number, self.handling, self.reason, is_final, *words, *(getattr(self, name) for name in _PLACE)]


def answers_of(activity: Activity) -> list[AnswerTold]:
    """In the order of their numbers; one query."""
    found = Answer.objects.filter(activity=activity, published_at__isnull=False).order_by("number")
    return [_told(one) for one in found.select_related("changed_section__version__document")]


def _told(answer: Answer) -> AnswerTold:
    section = answer.changed_section
    version = section.version if section is not None else None
    return AnswerTold(
        number=answer.number, handling=answer.handling, reason=answer.reason, is_final=answer.is_final,
        **{name: dict(getattr(answer, name)) for name in _WORDS},
        changed_document=version.document.slug if version is not None else "",
        changed_version=version.number if version is not None else None,
        changed_section=section.anchor if section is not None else "",
    )  # fmt: skip
