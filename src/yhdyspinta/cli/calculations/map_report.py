"""A map as a report to read: sentences, then tables whose rows have the words of their headings."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from yhdyspinta.cli.calculations.frame import shown

if TYPE_CHECKING:
    from civic_compute.opinions.tables import Table
    from civic_compute.opinions.whole import Whole
    from civic_compute.opinions.words import Sentence


def report(name: str, found: "Whole", bodies: Mapping[str, str]) -> str:
    """All of it, in lines; a statement's text stands below the first sentence that names it, and in its row."""
    from civic_compute.opinions.tables import tables_of
    from civic_compute.opinions.words import sentences_of

    least, tells = found.options.least, found.stability.tells
    lines = [shown(name), ""]
    lines += _said(sentences_of(found.opinions, found.stability, found.bridging, least=least), bodies)
    if tells:
        lines += ["", "Groups are numbered from 1 here, and from 0 in the result of --json."]
    for table in tables_of(found.opinions, tell_groups=tells, least=least):
        lines += ["", *_table(table, bodies, least)]
    lines += ["", *(f"SHA-256 of the input {sha256}" for sha256 in found.opinions.conversation.sha256)]
    return "\n".join([*lines, f"Mapped by version {found.opinions.version}"])


def _said(sentences: "tuple[Sentence, ...]", bodies: Mapping[str, str]) -> Iterator[str]:
    told: set[str] = set()
    for sentence in sentences:
        yield shown(sentence.english, longest=1000)
        statement = str(sentence.values.get("statement", ""))
        if statement in bodies and statement not in told:
            told.add(statement)
            yield f"    {shown(statement)}: {shown(bodies[statement], longest=300)}"


def _table(table: "Table", bodies: Mapping[str, str], least: int) -> Iterator[str]:
    """Each row with the words of its headings, so that it reads well aloud too."""
    from civic_compute.opinions.tables import ENGLISH, FEW

    yield f"{ENGLISH[table.title]}:"
    for row in table.rows:
        words = [f"fewer than {least}" if cell == FEW else shown(str(cell)) for cell in row[1:]]
        cells = [f"{heading.english} {word}" for heading, word in zip(table.headings[1:], words, strict=True)]
        yield f"  {table.headings[0].english} {shown(str(row[0]))}: {', '.join(cells)}"
        if table.title == "statements" and str(row[0]) in bodies:
            yield f"    {shown(bodies[str(row[0])])}"
