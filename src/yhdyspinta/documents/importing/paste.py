"""Pasted plain text: numbered headings, lists and paragraphs."""

import re
from dataclasses import dataclass

from yhdyspinta.documents.importing.mends import unbroken, with_mends
from yhdyspinta.documents.importing.parts import Part, clean, escaped, without_number

_BULLET = re.compile(r"^\s*[•·▪◦●‣\-–—*]\s+(?=\S)")
_COUNTED = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+[^\W\d_].{0,140}$")
_PAGE_NUMBER = re.compile(r"^\s*(?:[-–—]?\s*\d{1,4}\s*[-–—]?|\d{1,4}\s*[(/]\s*\d{1,4}\s*\)?)\s*$")
_LONGEST_HEADING = 90


@dataclass(frozen=True)
class Line:
    """A paragraph of plain text, or a heading with its level."""

    text: str
    level: int = 0  # 0 is not a heading


def parts_of_paste(text: str) -> list[Part]:
    """Sections from the numbered headings of a pasted text; without any, from short lines that stand alone."""
    whole, broken = unbroken(clean(text))
    chunks = [chunk.strip("\n") for chunk in re.split(r"\n[ ]*\n+", whole)]
    lines = [line for chunk in chunks for line in _lines_of(chunk)]
    return with_mends(gathered(with_guessed_headings(lines)), broken)


def _lines_of(chunk: str) -> list[Line]:
    """A chunk between empty lines: a heading alone or with text below it, list items, or one paragraph."""
    rows = [row for row in chunk.split("\n") if row.strip() and not _PAGE_NUMBER.match(row)]
    counted = sum(1 for row in rows if _COUNTED.match(row))
    found: list[Line] = []
    while counted < 2 and len(found) < len(rows) and is_numbered_heading(rows[len(found)]):
        row = rows[len(found)]
        words, level = without_number(row)
        found.append(Line(words, level or 1))
        counted -= _COUNTED.match(row) is not None
    return [*found, *(Line(item) for item in _items(rows[len(found) :]))]


def is_numbered_heading(row: str) -> bool:
    """Such as "2.1 Asukas suunnittelukumppanina"; not "1. Ensin sovitaan." nor "5 euroa päivässä"."""
    text = row.strip()
    if not _NUMBERED_HEADING.match(text) or text[-1] in ".;,:!":
        return False
    words, _level = without_number(text)
    return words[0].isupper()


def _items(rows: list[str]) -> list[str]:
    """Rows drawn together into paragraphs and Markdown lists."""
    found: list[list[str]] = []
    in_list = False
    for row in rows:
        bullet, counted = _BULLET.match(row), _COUNTED.match(row)
        if bullet or counted:
            mark = "- " if bullet else f"{counted[0].strip()[:-1]}. " if counted else ""
            item = mark + escaped(row[(bullet or counted).end() :].strip())  # type: ignore[union-attr]
            if in_list:
                found[-1] += ["\n", item]
            else:
                found.append([item])
            in_list = True
        elif found:
            found[-1] += [" ", _continued(row.strip())]
        else:
            found.append([escaped(row.strip())])
    return ["".join(pieces) for pieces in found]


def _continued(row: str) -> str:
    """A row inside a paragraph: marks that mean something only at a line's start are left as they are."""
    return escaped(f"x{row}")[1:]


def with_guessed_headings(lines: list[Line]) -> list[Line]:
    """Where nothing is marked as a heading, short lines without a full stop before a paragraph are taken as such."""
    if any(line.level for line in lines):
        return lines
    found = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        short = len(line.text) <= _LONGEST_HEADING and line.text[-1:] not in ".;,:!?" and "\n" not in line.text
        longer = following is not None and len(following.text) > len(line.text)
        starts_large = line.text[:1].isupper()
        found.append(Line(line.text, 1) if short and longer and starts_large else line)
    return found


def gathered(lines: list[Line]) -> list[Part]:
    """Headings and the text below each as parts; text before the first heading gets a part without one."""
    found: list[tuple[str, int, list[str]]] = []
    for line in lines:
        if line.level:
            found.append((line.text, line.level, []))
        elif found:
            found[-1][2].append(line.text)
        else:
            found.append(("", 1, [line.text]))
    return with_levels([Part(heading, level, "\n\n".join(body).strip("\n")) for heading, level, body in found])


def with_levels(parts: list[Part]) -> list[Part]:
    """Levels that begin at one and never jump by more than one."""
    found: list[Part] = []
    least = min((part.level for part in parts if part.heading), default=1)
    before = 0
    for part in parts:
        level = max(1, min(part.level - least + 1, before + 1, 4))
        before = level
        found.append(Part(part.heading, level, part.body, part.mends))
    return found
