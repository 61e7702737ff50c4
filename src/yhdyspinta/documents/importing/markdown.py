"""Markdown: its headings divide it, its lists, tables and footnotes stay."""

import re

from yhdyspinta.documents.importing.mends import unbroken, with_mends
from yhdyspinta.documents.importing.parts import Part, clean, without_number
from yhdyspinta.documents.importing.paste import with_levels
from yhdyspinta.ui.markdown import block_parser

_PARSER = block_parser().disable("reference")
_FOOTNOTE = re.compile(r"^\[\^(?P<mark>[^\]\s]{1,20})\]:[ ]*(?P<text>.*(?:\n(?:[ ]{2,}|\t).*\S.*)*)", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]{1,20})\]")


def parts_of_markdown(text: str) -> list[Part]:
    """Sections from headings written with # or underlined; a footnote stands at the end of the section that uses it."""
    whole, broken = unbroken(clean(text))
    whole, notes = _without_notes(whole)
    lines = whole.split("\n")
    found: list[Part] = []
    start = 0
    tokens = _PARSER.parse(whole)
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or not token.map:
            continue
        _add_body(found, lines[start : token.map[0]])
        words, number_level = without_number(tokens[index + 1].content.replace("\n", " "))
        found.append(Part(words, number_level or int(token.tag[1]), ""))
        start = token.map[1]
    _add_body(found, lines[start:])
    return with_mends(with_levels(_with_notes(found, notes)), broken)


def _add_body(found: list[Part], lines: list[str]) -> None:
    body = "\n".join(lines).strip("\n")
    if not body.strip():
        return
    if found and not found[-1].body:
        found[-1] = Part(found[-1].heading, found[-1].level, body)
    else:
        found.append(Part("", 1, body))


def _without_notes(text: str) -> tuple[str, dict[str, str]]:
    notes: dict[str, str] = {}

    def taken(match: re.Match[str]) -> str:
        words = " ".join(match["text"].split())
        notes[match["mark"]] = f"{notes[match['mark']]} {words}" if match["mark"] in notes else words
        return ""

    return _FOOTNOTE.sub(taken, text), notes


def _with_notes(parts: list[Part], notes: dict[str, str]) -> list[Part]:
    """Each note at the end of the first part that refers to it; those that nobody refers to at the very end."""
    waiting = dict(notes)
    found = []
    for part in parts:
        used = [mark for mark in _MARK.findall(f"{part.heading}\n{part.body}") if mark in waiting]
        texts = [f"[{mark}] {waiting.pop(mark)}" for mark in dict.fromkeys(used)]
        found.append(_extended(part, texts))
    if waiting:
        texts = [f"[{mark}] {text}" for mark, text in waiting.items()]
        found = [*found[:-1], _extended(found[-1], texts)] if found else [_extended(Part("", 1, ""), texts)]
    return found


def _extended(part: Part, texts: list[str]) -> Part:
    body = "\n\n".join(piece for piece in [_MARK.sub(r"[\1]", part.body), *texts] if piece)
    return Part(_MARK.sub(r"[\1]", part.heading), part.level, body)
