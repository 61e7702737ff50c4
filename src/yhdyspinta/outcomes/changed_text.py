"""How one section changed: its words before and now, word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.line_changes import Piece, plain_lines, word_pieces
from yhdyspinta.documents.models import Section, SectionText

_MOST_LINES = 6


@dataclass(frozen=True)
class ChangedText:
    """The lines of a section that changed, each in pieces: same, added, removed."""

    number: str
    heading: str
    language: str
    lines: tuple[tuple[Piece, ...], ...]
    is_cut: bool  # more lines changed than are shown


def changed_text(section: Section, language: str) -> ChangedText | None:
    """What changed in a section since its predecessors; one query. None when its words did not change."""
    texts = SectionText.objects.filter(Q(section=section) | Q(section__successors=section)).select_related("section")
    rows = sorted(texts, key=lambda text: text.section.position)
    now = best_text((text for text in rows if text.section_id == section.pk), language)
    if now is None:
        return None
    before = [text for text in rows if text.section_id != section.pk and text.language == now.language]
    lines = _changed_lines(before, plain_lines(now.body))
    if not lines:
        return None
    return ChangedText(section.number, now.heading, now.language, tuple(lines[:_MOST_LINES]), len(lines) > _MOST_LINES)


def _changed_lines(before: Iterable[SectionText], after: Sequence[str]) -> list[tuple[Piece, ...]]:
    old = "\n".join(line for text in before for line in plain_lines(text.body))
    found = _in_lines(word_pieces(old, "\n".join(after)))
    return [line for line in found if any(piece.kind != "same" for piece in line)]


def _in_lines(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(Piece(piece.kind, part))
    return [tuple(line) for line in lines if any(piece.text.strip() for piece in line)]
