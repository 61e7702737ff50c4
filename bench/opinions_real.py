"""Each open conversation: all of section 2 but the bootstrap, beside red-dwarf 0.4.0 on the same votes.

Both begin with the votes in memory as they were cast. Ours also draws the next statement, places one person, factorises
the votes (bridging) and puts the map in words, tables and a record, none of which red-dwarf does; a line of its own
compares only what both do.
"""

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from bench.lines import faster, median_seconds, within
from civic_compute.opinions.bridging import bridging_of
from civic_compute.opinions.building import Moderation, conversation_of
from civic_compute.opinions.mapping import map_conversation
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.model import Conversation
from civic_compute.opinions.person import standing_of
from civic_compute.opinions.priorities import next_statements
from civic_compute.opinions.reading import read_conversation
from civic_compute.opinions.record import record_of
from civic_compute.opinions.tables import tables_of
from civic_compute.opinions.words import sentences_about, sentences_of
from civic_compute.reading import read_source
from tests.open_data import ROOT

LIMIT, TIMES = 0.3, 10


def everything(conversation: Conversation) -> dict[str, Any]:
    """All of section 2 but the bootstrap."""
    opinions = map_conversation(conversation)
    bridging = bridging_of(matrix_of(conversation), opinions.components)
    first = slice(conversation.starts[0], conversation.starts[1])
    names = [conversation.statements[place] for place in conversation.columns[first]]
    own = dict(zip(names, conversation.votes[first].tolist(), strict=True))
    next_statements(conversation, opinions.priority, own, [1 << 63])
    sentences_about(standing_of(opinions, own))
    sentences_of(opinions)
    tables_of(opinions)
    return record_of(opinions, bridging=bridging)


def compare(folder: Path) -> None:
    from reddwarf.implementations.polis import run_pipeline

    read = read_conversation(read_source(folder / "participants-votes.csv.gz"), read_source(folder / "comments.csv.gz"))
    rows = np.repeat(np.arange(len(read.participants)), np.diff(read.starts))
    moderation = Moderation({s: -1 for s, out in zip(read.statements, read.moderated_out, strict=True) if out})
    cast = [
        {
            "participant_id": int(read.participants[i]),
            "statement_id": int(read.statements[j]),
            "vote": int(v),
            "modified": 0,
        }
        for i, j, v in zip(rows, read.columns, read.votes, strict=True)
    ]

    def built() -> Conversation:
        people = {person: place for place, person in enumerate({vote["participant_id"] for vote in cast})}
        topics = {topic: place for place, topic in enumerate({vote["statement_id"] for vote in cast})}
        votes = (
            np.fromiter((people[vote["participant_id"]] for vote in cast), np.int64, len(cast)),
            np.fromiter((topics[vote["statement_id"]] for vote in cast), np.int64, len(cast)),
            np.fromiter((vote["vote"] for vote in cast), np.int8, len(cast)),
        )
        return conversation_of([*map(str, people)], [*map(str, topics)], *votes, moderation=moderation)

    def theirs() -> None:
        run_pipeline(votes=cast, mod_out_statement_ids=[int(name) for name in moderation.decisions], random_state=0)

    def from_files() -> None:
        votes, comments = (read_source(folder / f"{name}.csv.gz") for name in ("participants-votes", "comments"))
        map_conversation(read_conversation(votes, comments))

    seconds = median_seconds(lambda: everything(built()))
    within(f"opinions: {folder.name}: all but bootstrap", seconds, LIMIT).show()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peer = median_seconds(theirs, 3)
    faster(f"opinions: {folder.name}: beside red-dwarf", seconds, peer, TIMES).show()
    same = median_seconds(lambda: map_conversation(built()))
    faster(f"opinions: {folder.name}: beside red-dwarf, what both do", same, peer, TIMES).show()
    within(f"opinions: {folder.name}: from its files to the map", median_seconds(from_files), LIMIT).show()


def main() -> None:
    for folder in sorted((ROOT / "opinions").iterdir()):
        if (folder / "participants-votes.csv.gz").exists():
            compare(folder)


if __name__ == "__main__":
    main()
