"""The votes as a matrix that is never built: sums over votes, by participant and by statement, in a fixed order.

Each vote is a code, 3 * statement + vote + 1, so a participant is a short row of codes. With a value for each code, a
row's sum is one product of a matrix of ones with a vector, whatever the values mean. Products go block by block in the
participants' order; several threads may work on blocks, but these are added up in their order, so the number of
threads changes no bit of a result.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from civic_compute.opinions.model import Conversation, Floats, Ints, Places

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

    Ones = tuple[csr_array[Any, Any], csc_array[Any, Any]]

_BLOCK: Final = 1 << 18  # votes: a block's codes and sums stay in the processor's memory
_PARALLEL: Final = 1 << 21  # votes: below this, threads cost more than they give
Block = tuple[slice, slice]  # participants, and their votes
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Matrix:
    """A conversation's votes as codes, ready for sums; `weights` counts a participant several times or not at all."""

    conversation: Conversation
    codes: Places  # (votes,) 3 * statement + vote + 1
    weights: Floats | None = None  # (participants,)
    threads: int = 2
    _blocks: list[Block] = field(default_factory=list)
    _ones: list[Floats] = field(default_factory=list)
    _built: "dict[int, Ones]" = field(default_factory=dict)  # a small conversation's blocks

    @property
    def people(self) -> int:
        """How many participants there are."""
        return len(self.conversation.participants)

    @property
    def statements(self) -> int:
        """How many statements there are, those moderated out too."""
        return len(self.conversation.statements)

    def row_sums(self, values: Floats) -> Floats:
        """For each participant the sum of `values` (one or several a code) over their votes."""
        sums = np.zeros((self.people, *values.shape[1:]))

        def work(block: Block) -> None:
            sums[block[0]] = self._ones_at(block)[0] @ values

        self._each(work)
        return sums

    def code_sums(self, amounts: Floats) -> Floats:
        """For each code the sum of `amounts` (one or several a participant) over those who voted so, without weights."""
        total: Floats = self._total(lambda block: self._ones_at(block)[1] @ amounts[block[0]])
        return total

    def squared(self, values: Floats) -> Floats:
        """`code_sums(weights * row_sums(values))` in one pass over the votes."""
        weights = self.weights

        def work(block: Block) -> Floats:
            ones, turned = self._ones_at(block)
            sums = ones @ values
            return turned @ (sums if weights is None else sums * weights[block[0]])  # type: ignore[no-any-return]

        total: Floats = self._total(work)
        return total

    def counts(self) -> Ints | Floats:
        """How many said what: (statements, 3) in the order disagree, pass, agree; by weight where there are weights."""
        if self.weights is None:
            total: Ints = self._total(lambda block: np.bincount(self.codes[block[1]], minlength=3 * self.statements))
            return total.astype(np.int64).reshape(-1, 3)
        return self.code_sums(self.weights).reshape(-1, 3)

    def counts_by(self, labels: Ints, groups: int) -> Ints:
        """How many of each group said what: (groups, statements, 3); a participant of label -1 is in no group."""
        width = 3 * self.statements
        lengths = np.diff(self.conversation.starts)

        def work(block: Block) -> Ints:
            group = np.repeat(labels[block[0]], lengths[block[0]])
            inside = group >= 0
            cells = group[inside] * width + self.codes[block[1]][inside]
            return np.bincount(cells, minlength=groups * width)

        total: Ints = self._total(work)
        return total.astype(np.int64).reshape(groups, -1, 3)

    def blocks(self) -> list[Block]:
        """Runs of whole participants of about as many votes each."""
        if not self._blocks and self.people:
            self._blocks.extend(_blocks_of(self.conversation.starts))
        return self._blocks

    def _ones_at(self, block: Block) -> "Ones":
        """The block as a matrix of ones, a row a participant and a column a code, and the same turned."""
        from scipy.sparse import csr_array

        people, votes = block
        if people.start in self._built:
            return self._built[people.start]
        size = votes.stop - votes.start
        if not self._ones or len(self._ones[0]) < size:
            self._ones[:] = [np.ones(max(size, min(_BLOCK, len(self.codes))))]
        rows = (self.conversation.starts[people.start : people.stop + 1] - votes.start).astype(np.int32)
        shape = (people.stop - people.start, 3 * self.statements)
        ones = csr_array((self._ones[0][:size], self.codes[votes], rows), shape=shape)
        built = ones, ones.T
        if len(self.codes) < _PARALLEL:
            self._built[people.start] = built
        return built

    def _total(self, work: Callable[[Block], Any]) -> Any:
        total: Any = None
        for part in self._map(work):
            total = part if total is None else total + part
        return np.zeros(3 * self.statements) if total is None else total

    def _each(self, work: Callable[[Block], None]) -> None:
        for _done in self._map(work):
            pass

    def _map(self, work: Callable[[Block], T]) -> Iterator[T]:
        if len(self.codes) < _PARALLEL or self.threads < 2:
            yield from map(work, self.blocks())
            return
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(work, self.blocks())


def _blocks_of(starts: Ints) -> Iterator[Block]:
    people, first = len(starts) - 1, 0
    while first < people:
        after = int(np.searchsorted(starts, starts[first] + _BLOCK, side="right")) - 1
        after = min(max(after, first + 1), people)
        yield slice(first, after), slice(int(starts[first]), int(starts[after]))
        first = after


def matrix_of(conversation: Conversation, *, weights: Floats | None = None, threads: int = 2) -> Matrix:
    """The conversation's votes as codes."""
    codes = conversation.columns * np.int32(3)
    codes += conversation.votes
    codes += np.int32(1)
    return Matrix(conversation, codes, weights, threads)


def means(matrix: Matrix) -> Floats:
    """Mean vote on each statement over those who saw it; 0 where nobody did, and where it is moderated out."""
    counts = matrix.counts().astype(np.float64)
    seen = counts.sum(axis=1)
    centre = (counts[:, 2] - counts[:, 0]) / np.where(seen > 0, seen, 1.0)
    centre[matrix.conversation.moderated_out] = 0.0
    return centre


def centred(matrix: Matrix, centre: Floats) -> Floats:
    """(statements, 3) the centred value of each code: vote - mean, and 0 where the statement is moderated out."""
    values = np.array([-1.0, 0.0, 1.0]) - centre[:, None]
    values[matrix.conversation.moderated_out] = 0.0
    return values
