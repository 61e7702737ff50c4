"""What the demo's invented residents say: read from content/comments, one file for each story, document and language.

A heading of two marks begins a comment: its section, in what capacity its writer speaks, and after a bar their
organisation; "x5" is a text that five people send. A heading of three marks is a reply to the comment before it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "content" / "comments"
_HEADING: Final = re.compile(r"^(##|###) (.+)\n", re.MULTILINE)
_TIMES: Final = re.compile(r"x(\d+)")


@dataclass(frozen=True)
class Remark:
    """A comment as its writer would send it, with the replies of others."""

    section: str
    text: str
    language: str = "fi"
    capacities: tuple[str, ...] = ("resident",)
    organisation: str = ""
    times: int = 1
    replies: tuple["Remark", ...] = ()

    @property
    def words(self) -> int:
        return len(self.text.split())


def remarks_of(story: str, document: str) -> list[Remark]:
    """Everything that is said of a document in a story, Finnish before Swedish."""
    found: list[Remark] = []
    for language in ("fi", "sv"):
        path = _FOLDER / f"{story}.{document}.{language}.md"
        found += _read(path, language) if path.exists() else []
    return found


def statement(name: str) -> list[Remark]:
    """A statement of many sections that one organisation gives."""
    return _read(_FOLDER / f"{name}.fi.md", "fi")


def _read(path: Path, language: str) -> list[Remark]:
    parts = _HEADING.split(path.read_text(encoding="utf-8"))[1:]
    found: list[Remark] = []
    for mark, heading, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if mark == "##":
            section, _, rest = heading.partition(" ")
            found.append(_remark(section, rest, body, language))
        else:
            parent = found[-1]
            reply = _remark(parent.section, heading, body, language)
            found[-1] = Remark(**{**vars(parent), "replies": (*parent.replies, reply)})
    return found


def _remark(section: str, heading: str, body: str, language: str) -> Remark:
    who, _, organisation = heading.partition("|")
    times = _TIMES.search(who)
    capacities = tuple(word for word in who.split() if not _TIMES.fullmatch(word))
    return Remark(
        section=section,
        text=body.strip(),
        language=language,
        capacities=capacities or ("resident",),
        organisation=organisation.strip(),
        times=int(times[1]) if times else 1,
    )
