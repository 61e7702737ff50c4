"""What a Word file says once for its whole text: styles, which lists are numbered, outward links."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_LEVELS = frozenset("012345678")  # of a list, as many as there can be
_LONGEST_LINK = 2_000


def styles_of(document: Any) -> dict[str, tuple[str, str | None, Any]]:
    """Each style's name, the style it is based on, and its element, by its identifier."""
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        name, base = style.find(qn("w:name")), style.find(qn("w:basedOn"))
        found[style.get(qn("w:styleId"), "")] = (
            name.get(qn("w:val"), "") if name is not None else "",
            base.get(qn("w:val")) if base is not None else None,
            style,
        )
    return found


def ordered_levels(document: Any) -> dict[tuple[str, int], bool]:
    """Which levels of which lists are numbered."""
    part = next(
        (
            rel.target_part
            for rel in document.part.rels.values()
            if rel.reltype == RELATIONSHIP_TYPE.NUMBERING and not rel.is_external
        ),
        None,
    )
    if part is None:
        return {}
    element = part.element
    formats: dict[str, dict[int, bool]] = {}
    for abstract in element.iter(qn("w:abstractNum")):
        formats[abstract.get(qn("w:abstractNumId"))] = {
            int(level.get(qn("w:ilvl"))): (
                level.find(qn("w:numFmt")) is not None
                and level.find(qn("w:numFmt")).get(qn("w:val")) not in {"bullet", "none"}
            )
            for level in abstract.iter(qn("w:lvl"))
            if level.get(qn("w:ilvl")) in _LEVELS
        }
    return {
        (num.get(qn("w:numId")), depth): is_ordered
        for num in element.iter(qn("w:num"))
        for reference in [num.find(qn("w:abstractNumId"))]
        if reference is not None
        for depth, is_ordered in formats.get(reference.get(qn("w:val")), {}).items()
    }


def links_of(document: Any) -> dict[str, str]:
    """Outward links that stay: https only."""
    return {
        key: rel.target_ref
        for key, rel in document.part.rels.items()
        if rel.is_external
        and rel.reltype == RELATIONSHIP_TYPE.HYPERLINK
        and rel.target_ref.startswith("https://")
        and len(rel.target_ref) <= _LONGEST_LINK
    }
