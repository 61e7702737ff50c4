"""What changed between two versions: sections added, removed, moved, renamed, split or joined, word by word."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.values import CHANGES
from yhdyspinta.wording.reader import best_tag

#: Beyond these a rewritten text is shown as removed and added, so that no page takes long.
MOST_PAIRS = 2_500
MOST_WORD_PAIRS = 1_000_000
_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """Some words: in both versions (`same`), only in the newer (`added`) or only in the older (`removed`)."""

    kind: str
    text: str


@dataclass(frozen=True)
class LineChange:
    """A heading, paragraph, list item or table row, older and newer together."""

    is_heading: bool
    pieces: tuple[Piece, ...]

    @property
    def older(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "added")

    @property
    def newer(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "removed")

    @property
    def changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)


@dataclass(frozen=True)
class SectionName:
    """How a section is called in its version."""

    pk: int
    number: str
    heading: str
    anchor: str
    language: str


@dataclass(frozen=True)
class SectionChange:
    """Sections that belong together: one and one, or several where something was split or joined."""

    kinds: tuple[str, ...]  # same, changed, added, removed, moved, renamed, split, joined
    older: tuple[SectionName, ...]
    newer: tuple[SectionName, ...]
    lines: tuple[LineChange, ...]

    @property
    def is_same(self) -> bool:
        return self.kinds == ("same",)

    @property
    def kind_words(self) -> list[str]:
        """What happened to the section, in the reader's language."""
        return [str(CHANGES[kind]) for kind in self.kinds]

    @property
    def newest(self) -> SectionName:
        """The name to show: the newer one where there is one."""
        return (self.newer or self.older)[0]


@dataclass(frozen=True)
class _Side:
    name: SectionName
    position: int
    level: int
    lines: tuple[tuple[bool, str], ...]


def comparison(older: DocumentVersion, newer: DocumentVersion, language: str) -> list[SectionChange]:
    """The changes from one version to a later one, in the newer one's order; three queries whatever their length."""
    sides = _sides([older, newer], language)
    before, after = sides[older.pk], sides[newer.pk]
    groups = list(_groups(before, after, _ancestors(newer, set(before))))
    moved = _moved(groups)
    return [_change(old, new, moved=index in moved) for index, (old, new) in enumerate(groups)]


def _sides(versions: Sequence[DocumentVersion], language: str) -> dict[int, dict[int, _Side]]:
    found: dict[int, dict[int, _Side]] = {version.pk: {} for version in versions}
    for section in Section.objects.filter(version__in=versions).prefetch_related("texts"):
        found[section.version_id][section.pk] = _side(section, language)
    return found


def _side(section: Section, language: str) -> _Side:
    text = best_text(section.texts.all(), language)
    heading, body, tag = (text.heading, text.body, text.language) if text else ("", "", language)
    name = SectionName(section.pk, section.number, heading, section.anchor, tag)
    lines = [(True, heading), *((False, line) for line in plain_lines(body))]
    return _Side(name, section.position, section.level, tuple(line for line in lines if line[1]))


def best_text(texts: Iterable[SectionText], language: str) -> SectionText | None:
    """The text that a reader of the language gets: their own, or the nearest that exists."""
    by_language = {text.language: text for text in texts if text.heading.strip() or text.body.strip()}
    tag = best_tag(by_language, language)
    return by_language[tag] if tag is not None else next(iter(by_language.values()), None)


def _ancestors(newer: DocumentVersion, wanted: set[int]) -> dict[int, set[int]]:
    """For each section of the newer version those of the older that it came from, through the versions between."""
    through = Section.predecessors.through
    rows = through.objects.filter(from_section__version__document_id=newer.document_id)
    parents: dict[int, set[int]] = {}
    for child, parent in rows.values_list("from_section_id", "to_section_id"):
        parents.setdefault(child, set()).add(parent)

    def climb(pk: int, seen: set[int]) -> set[int]:
        found: set[int] = set()
        for parent in parents.get(pk, set()) - seen:
            seen.add(parent)
            found |= {parent} if parent in wanted else climb(parent, seen)
        return found

    return {pk: climb(pk, set()) for pk in parents}


Group = tuple[list[_Side], list[_Side]]


def _groups(before: dict[int, _Side], after: dict[int, _Side], ancestors: dict[int, set[int]]) -> Iterator[Group]:
    """Sections joined by descent, in the newer order; removed ones stand where their neighbour before them stands."""
    components = _components(before, after, ancestors)
    place_of = {side.name.pk: new[0].position for old, new in components if new for side in old}
    order: list[tuple[float, int, Group]] = [(float(new[0].position), 0, (old, new)) for old, new in components if new]
    gone = {old[0].name.pk for old, new in components if not new}
    last = 0.0
    for side in sorted(before.values(), key=lambda item: item.position):
        last = place_of.get(side.name.pk, last)
        if side.name.pk in gone:
            order.append((last, side.position + 1, ([side], [])))
    for _place, _count, group in sorted(order, key=lambda item: item[:2]):
        yield group


def _components(before: dict[int, _Side], after: dict[int, _Side], ancestors: dict[int, set[int]]) -> list[Group]:
    group_of: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for key in [*(("old", pk) for pk in before), *(("new", pk) for pk in after)]:
        group_of[key] = {key}
    for child in after:
        for parent in ancestors.get(child, ()):
            joined = group_of[("new", child)] | group_of[("old", parent)]
            for member in joined:
                group_of[member] = joined
    found: list[Group] = []
    seen: set[int] = set()
    for group in group_of.values():
        if id(group) in seen:
            continue
        seen.add(id(group))
        old = sorted((before[pk] for kind, pk in group if kind == "old"), key=lambda item: item.position)
        new = sorted((after[pk] for kind, pk in group if kind == "new"), key=lambda item: item.position)
        found.append((old, new))
    return found


def _moved(groups: Sequence[Group]) -> set[int]:
    """Those out of the longest run that kept its order."""
    kept = [(index, old[0].position) for index, (old, new) in enumerate(groups) if old and new]
    tails: list[int] = []
    tail_at: list[int] = []
    previous: dict[int, int | None] = {}
    for at, (_index, position) in enumerate(kept):
        place = bisect_left(tails, position)
        previous[at] = tail_at[place - 1] if place else None
        tails[place : place + 1] = [position]
        tail_at[place : place + 1] = [at]
    standing: set[int] = set()
    step = tail_at[-1] if tail_at else None
    while step is not None:
        standing.add(kept[step][0])
        step = previous[step]
    return {index for index, _position in kept} - standing


def _change(old: list[_Side], new: list[_Side], *, moved: bool) -> SectionChange:
    lines = tuple(_line_changes(_lines(old), _lines(new)))
    return SectionChange(
        tuple(_kinds(old, new, lines, moved=moved)),
        tuple(side.name for side in old),
        tuple(side.name for side in new),
        lines,
    )


def _lines(sides: Iterable[_Side]) -> list[tuple[bool, str]]:
    return [line for side in sides for line in side.lines]


def _kinds(old: list[_Side], new: list[_Side], lines: Sequence[LineChange], *, moved: bool) -> list[str]:
    if not old:
        return ["added"]
    if not new:
        return ["removed"]
    kinds = []
    if len(new) > 1:
        kinds.append("split")
    if len(old) > 1:
        kinds.append("joined")
    if moved or (len(old) == len(new) == 1 and old[0].level != new[0].level):
        kinds.append("moved")
    if len(old) == len(new) == 1 and old[0].name.heading != new[0].name.heading:
        kinds.append("renamed")
    if any(line.changed and not line.is_heading for line in lines):
        kinds.append("changed")
    return kinds or ["same"]


def _line_changes(old: list[tuple[bool, str]], new: list[tuple[bool, str]]) -> Iterator[LineChange]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for is_heading, text in new[j1:j2]:
                yield LineChange(is_heading, (Piece("same", text),))
        else:
            yield from _replaced(old[i1:i2], new[j1:j2])


def _replaced(old: list[tuple[bool, str]], new: list[tuple[bool, str]]) -> Iterator[LineChange]:
    """Lines that speak of the same thing are compared word by word, the others stand as removed and added."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from (LineChange(is_heading, (Piece("removed", text),)) for is_heading, text in old)
        yield from (LineChange(is_heading, (Piece("added", text),)) for is_heading, text in new)
        return
    rest = list(old)
    for place, (is_heading, text) in enumerate(new):
        twin = next((index for index, line in enumerate(rest) if _alike(line, (is_heading, text))), None)
        if twin is None:
            while rest and not any(_alike(rest[0], later) for later in new[place + 1 :]):
                gone_heading, gone = rest.pop(0)
                yield LineChange(gone_heading, (Piece("removed", gone),))
            yield LineChange(is_heading, (Piece("added", text),))
            continue
        for gone_heading, gone in rest[:twin]:
            yield LineChange(gone_heading, (Piece("removed", gone),))
        yield LineChange(is_heading, tuple(word_pieces(rest[twin][1], text)))
        del rest[: twin + 1]
    for gone_heading, gone in rest:
        yield LineChange(gone_heading, (Piece("removed", gone),))


def _alike(old: tuple[bool, str], new: tuple[bool, str]) -> bool:
    before, after = old[1].split(), new[1].split()
    if len(before) * len(after) > MOST_WORD_PAIRS:
        return False
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return old[0] == new[0] and matcher.real_quick_ratio() > 0.4 and matcher.ratio() > 0.4


def word_pieces(old: str, new: str) -> Iterator[Piece]:
    """Word by word: what stayed, what went, what came."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > 4 * MOST_WORD_PAIRS:
        before, after = [old], [new]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(after[j1:j2]))
            continue
        if i2 > i1:
            yield Piece("removed", "".join(before[i1:i2]))
        if j2 > j1:
            yield Piece("added", "".join(after[j1:j2]))


class _Lines(HTMLParser):
    """Rendered Markdown as lines: a list item and a table row are each one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "ul", "ol", "table", "tr", "blockquote", "h2", "h3", "h4", "br"} and self.lines[-1] != "• ":
            self.lines.append("")
        elif tag == "li":
            self.lines.append("• ")
        elif tag in {"td", "th"} and self.lines[-1]:
            self.lines[-1] += " | "

    def handle_data(self, data: str) -> None:
        if data.strip() or self.lines[-1]:
            self.lines[-1] += data


def plain_lines(markdown: str) -> list[str]:
    """A text without its marks, a line for each paragraph, list item and table row."""
    found: list[str] = []
    for passage in passages(markdown):
        reader = _Lines()
        reader.feed(passage.html)
        reader.close()
        found += [line for line in (" ".join(line.split()) for line in reader.lines) if line and line != "•"]
    return found
