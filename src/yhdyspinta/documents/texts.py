"""Joining and splitting a section's Markdown: one undoes the other."""

import re
from dataclasses import dataclass

from yhdyspinta.documents.passages import blocks
from yhdyspinta.wording.refusals import Refusal

_HEADING = re.compile(r"^#{1,6}[ ]+(.+)$")


@dataclass(frozen=True)
class SplitText:
    """A text in two, and the heading of the latter part."""

    before: str
    heading: str
    after: str


def joined_body(body: str, heading: str, more: str) -> str:
    """A body followed by another section's; the other's heading stays in the text."""
    title = " ".join(heading.split())
    pieces = [body.strip("\n"), f"#### {title}" if title else "", more.strip("\n")]
    return "\n\n".join(piece for piece in pieces if piece.strip())


def split_text(body: str, passage: int, heading: str = "") -> SplitText:
    """A body split before a passage. A heading in the text there becomes the latter part's own when none is given."""
    pieces = blocks(body)
    if not 2 <= passage <= len(pieces):
        raise Refusal("split_nowhere", field="passages", status=422)
    before, after = pieces[: passage - 1], pieces[passage - 1 :]
    own = _HEADING.match(after[0])
    if own and not heading.strip():
        after, heading = after[1:], own[1]
    return SplitText("\n\n".join(before), heading.strip(), "\n\n".join(after))
