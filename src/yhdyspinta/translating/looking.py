"""What a file would change, row by row, beside what stands there now: nothing is taken that was not looked at."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yhdyspinta.processes.language_versions import translatables
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.texts import Text, texts_of


@dataclass(frozen=True)
class Look:
    """A row of a file: its words, and what stands there now."""

    key: str
    where: str
    source: str
    mark: str  # of the original as it is now; empty when the text is gone
    before: str
    text: str
    original_changed: bool = False
    written_meanwhile: bool = False
    is_left: bool = False  # left out: of a file not taken yet, to begin with
    why_not: str = ""  # the code of why it cannot be taken
    same_as: tuple[str, ...] = ()  # originals of what would have the same name
    row: int = 0  # of the file, where it is known
    column: str = "D"  # empty in Word, whose tables name no columns

    @property
    def stored(self) -> dict[str, Any]:
        """As the file keeps what was taken; a sender's words are kept in no other place."""
        source = "" if _is_of_sender(self.key) else self.source
        return {
            "key": self.key, "where": self.where, "source": source, "mark": self.mark, "before": self.before,
            "text": self.text, "note": "original_changed" if self.original_changed else "", "left": self.is_left,
            "row": self.row, "column": self.column,
        }  # fmt: skip


def standing_now(file: ReturnedFile) -> dict[str, Text]:
    """The texts that a file is about, as they are now and called in the reader's language; two queries."""
    return {text.key: text for text in texts_of(file.of, file.source, file.target)}


def looks_of(file: ReturnedFile, now: Mapping[str, Text]) -> list[Look]:
    """The rows of a file: as they were taken, or beside what stands there now."""
    if file.taken_at is not None:
        return [_taken(row, now.get(row["key"])) for row in file.rows]
    alike = _names_after(file.rows, now.values())
    return [_look(row, now.get(row["key"]), alike) for row in file.rows]


def seen_of(stood: Iterable[Sequence[str]]) -> str:
    """What a page showed, in short: of each row its key, what stood there, and the mark of its original."""
    return hashlib.sha256(json.dumps([list(row) for row in stood]).encode()).hexdigest()[:32]


def seen_on(looks: Iterable[Look]) -> str:
    """The same of looks."""
    return seen_of((look.key, look.before, look.mark) for look in looks)


def _look(row: Mapping[str, Any], text: Text | None, alike: Mapping[str, Sequence[str]]) -> Look:
    where = text.where if text else row["where"]
    shared = {"key": row["key"], "where": where, "before": text.target if text else ""}
    if text is None or (_is_of_sender(row["key"]) and text.mark != row["mark"]):
        why = "unknown" if text is None and not _is_of_sender(row["key"]) else "sender_changed"
        words = "" if _is_of_sender(row["key"]) else row["text"]
        return Look(**shared | {"before": ""}, source="", mark="", text=words, is_left=True, why_not=why)
    same = text.target == row["text"]
    written = not same and text.target != row["before"]
    changed = bool(row["note"]) or text.mark != row.get("mark", text.mark)
    return Look(
        **shared, source=text.source, mark=text.mark, text=row["text"], original_changed=changed,
        written_meanwhile=written, is_left=same or written or changed, why_not="same" if same else "",
        same_as=tuple(alike.get(row["key"], ())), row=row.get("row", 0), column=row.get("column", "D"),
    )  # fmt: skip


def _taken(row: Mapping[str, Any], text: Text | None) -> Look:
    """A row of a file that was taken; of a sender's words only what is still shown as it was."""
    look = Look(
        row["key"], text.where if text else row["where"], row["source"], row.get("mark", ""), row["before"], row["text"],
        original_changed=bool(row["note"]), is_left=bool(row.get("left")),
    )  # fmt: skip
    if not _is_of_sender(look.key):
        return look
    if text is not None and text.mark == look.mark:
        return Look(**{**vars(look), "source": text.source})
    return Look(**{**vars(look), "before": "", "text": ""})


def _names_after(rows: Sequence[Mapping[str, Any]], texts: Collection[Text]) -> dict[str, list[str]]:
    """For each row that would give the same name to two of a kind: the originals of the others."""
    given = {row["key"]: row["text"] for row in rows}
    named: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in texts:
        words = given.get(text.key, text.target).strip().casefold()
        if text.among and words:
            named[text.among, words].append(text)
    return {
        text.key: [other.source for other in found if other is not text]
        for found in named.values()
        for text in found
        if len(found) > 1 and text.key in given
    }


def _is_of_sender(key: str) -> bool:
    kind = translatables().get(key.split("/", maxsplit=1)[0])
    return kind is None or kind.is_of_sender
