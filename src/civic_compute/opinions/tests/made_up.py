"""Small invented conversations."""

import numpy as np
from hypothesis import strategies as st

from civic_compute.opinions.building import Moderation, conversation_of
from civic_compute.opinions.model import Conversation

Cells = list[list[int | None]]


def conversation(cells: Cells, *, out: tuple[int, ...] = (), meta: tuple[int, ...] = ()) -> Conversation:
    """Row i is participant i, column j statement j; None is not seen."""
    rows, columns, votes = [], [], []
    for i, row in enumerate(cells):
        for j, vote in enumerate(row):
            if vote is not None:
                rows.append(i)
                columns.append(j)
                votes.append(vote)
    width = max((len(row) for row in cells), default=0)
    moderation = Moderation({str(j): -1 for j in out}, frozenset(map(str, meta)))
    return conversation_of(
        [str(i) for i in range(len(cells))],
        [str(j) for j in range(width)],
        np.array(rows, dtype=np.int64),
        np.array(columns, dtype=np.int64),
        np.array(votes, dtype=np.int8),
        moderation=moderation,
    )


@st.composite
def cells(draw: st.DrawFn, people: int = 12, statements: int = 8) -> Cells:
    width = draw(st.integers(1, statements))
    row = st.lists(st.sampled_from([1, 0, -1, None]), min_size=width, max_size=width)
    return draw(
        st.lists(row, min_size=1, max_size=people).filter(lambda rows: any(v is not None for r in rows for v in r))
    )


def camps(people: int, statements: int, seed: int = 1) -> Conversation:
    """Two camps that disagree, and a few who voted little."""
    chance = np.random.Generator(np.random.PCG64(seed))
    side = np.where(chance.random(people) < 0.6, 1, -1)
    lean = chance.normal(0, 1, statements)
    opinion = side[:, None] * lean + chance.normal(0, 0.7, (people, statements))
    votes = np.where(opinion > 0.3, 1, np.where(opinion < -0.3, -1, 0))
    seen = chance.random((people, statements)) < chance.uniform(0.2, 1, people)[:, None]
    table = [
        [int(v) if s else None for v, s in zip(row, shown, strict=True)] for row, shown in zip(votes, seen, strict=True)
    ]
    return conversation(table)
