"""A conversation: who voted what on which statement, and which statements were moderated out."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]
Votes = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Conversation:
    """Votes as compressed rows, one row a participant; the last vote on a statement counts.

    Participant i voted `votes[starts[i]:starts[i + 1]]` on the statements `columns[...]` (indexes, ascending).
    Participants and statements are sorted by id (numbers by value, before texts by code point), so the same votes in
    any order give the same arrays.
    """

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    starts: Ints  # (participants + 1,)
    columns: Places  # (votes,)
    votes: Votes  # (votes,) 1 agree, 0 pass, -1 disagree
    moderated_out: Flags  # (statements,) rejected, and meta; in strict mode all that is not accepted
    meta: Flags  # (statements,) about the conversation itself
    sha256: tuple[str, ...] = ()  # of the files it was read from
