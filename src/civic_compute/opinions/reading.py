"""Votes and moderation from the files that opinion-mapping services publish."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from civic_compute.opinions.building import Moderation, conversation_of, flags_of
from civic_compute.opinions.model import Conversation, Ints
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.reading import Row, Source, column_named, read_cells, read_table

_ABOUT: Final = frozenset({"participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"})
_CODES: Final = {"1": 1, "0": 0, "-1": 2, "": 3}  # as bytes; 3 is not seen
_VOTES: Final = np.array([0, 1, -1], dtype=np.int8)
Rows = Iterator[tuple[int, list[str]]]
_FLAGS: Final = {"true": True, "1": True, "false": False, "0": False, "": False}


def read_conversation(
    votes: Source, comments: Source | None = None, *, strict: bool = False, meta: bool = False
) -> Conversation:
    """Read votes in either form, and moderation where it is given; `meta` reads the column is-meta too.

    The matrix form has a row for each participant and a column for each statement; the event form has a row for
    each vote, with the columns comment-id, voter-id and vote, and the last by timestamp counts (without a timestamp,
    the last row). Raises ReadingProblem and OpinionProblem with file and line.
    """
    columns, rows = read_cells(votes)
    names = {name.casefold() for name in columns}
    conversation = (_read_matrix if "participant" in names else _read_events)(votes, columns, rows)
    if not len(conversation.votes):
        raise OpinionProblem("no_votes", file=votes.name)
    hashes = (votes.sha256,) if comments is None else (votes.sha256, comments.sha256)
    moderation = Moderation(strict=strict) if comments is None else read_moderation(comments, strict=strict, meta=meta)
    out, about = flags_of(conversation.statements, moderation)
    return replace(conversation, moderated_out=out, meta=about, sha256=hashes)


def read_moderation(comments: Source, *, strict: bool = False, meta: bool = False) -> Moderation:
    """Read what was decided on each statement: columns comment-id and moderated, with `meta` also is-meta.

    Published conversations counted statements with is-meta like any other, hence not by default. Raises ReadingProblem, OpinionProblem("no_id", "statement_twice", "moderated", "meta").
    """
    columns, rows = read_table(comments)
    name = column_named(columns, "comment-id", "statement-id", file=comments.name)
    decided = column_named(columns, "moderated", file=comments.name)
    about = column_named(columns, "is-meta", "is_meta", file=comments.name) if meta else None
    decisions: dict[str, int] = {}
    marked = set()
    for row in rows:
        statement = _identifier(row.cells[name], name, row.line, comments.name)
        if statement in decisions:
            raise OpinionProblem("statement_twice", file=comments.name, line=row.line, statement=statement)
        decisions[statement] = _decision(row, decided, comments.name)
        if about is not None and _flag(row, about, comments.name):
            marked.add(statement)
    return Moderation(decisions, frozenset(marked), strict)


def read_bodies(comments: Source) -> dict[str, str]:
    """The text of each statement, where the file has one: column comment-body, comment_body, body or text."""
    columns, rows = read_table(comments)
    known = {column.casefold(): column for column in columns}
    body = next((known[name] for name in ("comment-body", "comment_body", "body", "text") if name in known), None)
    if body is None:
        return {}
    name = column_named(columns, "comment-id", "statement-id", file=comments.name)
    return {row.cells[name].strip(): " ".join(row.cells[body].split()) for row in rows}


def _decision(row: Row, column: str, file: str) -> int:
    found = row.cells[column].strip()
    if found not in {"1", "0", "-1"}:
        raise OpinionProblem("moderated", file=file, line=row.line, found=found[:40])
    return int(found)


def _flag(row: Row, column: str, file: str) -> bool:
    found = row.cells[column].strip().casefold()
    if found not in _FLAGS:
        raise OpinionProblem("meta", file=file, line=row.line, found=found[:40])
    return _FLAGS[found]


def _identifier(found: str, column: str, line: int, file: str) -> str:
    found = found.strip()
    if not found:
        raise OpinionProblem("no_id", file=file, line=line, column=column)
    return found


def _read_matrix(source: Source, columns: tuple[str, ...], rows: Rows) -> Conversation:
    name = column_named(columns, "participant", file=source.name)
    person = columns.index(name)
    statements = tuple(column for column in columns if column.casefold() not in _ABOUT)
    if not statements:
        raise OpinionProblem("no_statements", file=source.name, line=1)
    if "" in statements:
        raise OpinionProblem("no_id", file=source.name, line=1, column="column name")
    places = [place for place, column in enumerate(columns) if column.casefold() not in _ABOUT]
    together = slice(places[0], places[-1] + 1) if places[-1] - places[0] == len(places) - 1 else None
    seen: dict[str, int] = {}
    codes = bytearray()
    for line, cells in rows:
        participant = _identifier(cells[person], name, line, source.name)
        if participant in seen:
            raise OpinionProblem("participant_twice", file=source.name, line=line, participant=participant[:40])
        seen[participant] = len(seen)
        codes += _codes(cells[together] if together else [cells[place] for place in places], line, source.name)
    table = np.frombuffer(bytes(codes), dtype=np.uint8).reshape(len(seen), len(statements))
    voters, topics = np.nonzero(table < 3)
    return conversation_of(tuple(seen), statements, voters, topics, _VOTES[table[voters, topics]])


def _codes(cells: list[str], line: int, file: str) -> bytes:
    try:
        return bytes(map(_CODES.__getitem__, cells))
    except KeyError:
        stripped = [cell.strip() for cell in cells]
        wrong = next((cell for cell in stripped if cell not in _CODES), None)
        if wrong is not None:
            raise OpinionProblem("vote", file=file, line=line, found=wrong[:40]) from None
        return bytes(map(_CODES.__getitem__, stripped))


@dataclass
class _Events:
    """Votes while they are read; ids numbered as they come."""

    people: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    rows: "array[int]" = field(default_factory=lambda: array("q"))
    columns: "array[int]" = field(default_factory=lambda: array("q"))
    votes: "array[int]" = field(default_factory=lambda: array("b"))
    moments: list[int] = field(default_factory=list)

    def add(self, person: str, topic: str, vote: int) -> None:
        self.rows.append(self.people.setdefault(person, len(self.people)))
        self.columns.append(self.topics.setdefault(topic, len(self.topics)))
        self.votes.append(vote)


def _read_events(source: Source, columns: tuple[str, ...], rows: Rows) -> Conversation:
    topic = column_named(columns, "comment-id", "statement-id", file=source.name)
    person = column_named(columns, "voter-id", "participant-id", file=source.name)
    vote = columns.index(column_named(columns, "vote", file=source.name))
    moment = next((place for place, column in enumerate(columns) if column.casefold() == "timestamp"), None)
    at_person, at_topic = columns.index(person), columns.index(topic)
    events = _Events()
    for line, cells in rows:
        code = _codes([cells[vote]], line, source.name)[0]
        if code == 3:
            raise OpinionProblem("vote", file=source.name, line=line, found="")
        who = _identifier(cells[at_person], person, line, source.name)
        events.add(who, _identifier(cells[at_topic], topic, line, source.name), -1 if code == 2 else code)
        if moment is not None:
            events.moments.append(_moment(cells[moment], line, source.name))
    order = _by_moment(events)
    return conversation_of(
        tuple(events.people),
        tuple(events.topics),
        np.array(events.rows, dtype=np.int64)[order],
        np.array(events.columns, dtype=np.int64)[order],
        np.array(events.votes, dtype=np.int8)[order],
    )


def _moment(found: str, line: int, file: str) -> int:
    found = found.strip()
    if not (found.isascii() and found.removeprefix("-").isdecimal() and len(found) < 19):
        raise OpinionProblem("timestamp", file=file, line=line, found=found[:40])
    return int(found)


def _by_moment(events: _Events) -> Ints:
    """The votes' places by time; of equal times the later row is the later vote."""
    if events.moments:
        return np.argsort(np.array(events.moments, dtype=np.int64), kind="stable")
    return np.arange(len(events.votes))
