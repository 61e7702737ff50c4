"""What changed between two versions: sections added, removed, moved, renamed, split or joined."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yhdyspinta.documents.line_changes import LineChange, line_changes, plain_lines
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.values import CHANGES
from yhdyspinta.wording.reader import best_tag


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
    lines = tuple(line_changes(_lines(old), _lines(new)))
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
