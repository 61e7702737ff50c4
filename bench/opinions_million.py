"""A map of 1,000,000 participants and 2,000 statements with 50 million votes, made up here, within 10 s and 1 GB.

The votes are made in one process and mapped in another, whose peak of memory is told. From the votes in memory (not
their files) to groups, counts, representative statements and priorities; without bootstrap and factorisation.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.lines import within

PEOPLE, STATEMENTS, VOTES = 1_000_000, 2_000, 50_000_000
CAMPS = 3
CHUNK = 4_000


def make(folder: Path) -> None:
    """Three camps with leanings of their own; some people vote much, some statements are seen by many."""
    chance = np.random.Generator(np.random.PCG64(20261122))
    often = chance.gamma(2.0, 1.0, PEOPLE).astype(np.float32)
    shown = chance.gamma(4.0, 1.0, STATEMENTS).astype(np.float32)
    camp = chance.choice(CAMPS, PEOPLE, p=[0.5, 0.3, 0.2])
    lean = chance.normal(0.0, 0.8, (CAMPS, STATEMENTS)).astype(np.float32) + chance.normal(0.3, 0.7, STATEMENTS)
    scale = VOTES / (float(often.sum(dtype=np.float64)) * float(shown.sum(dtype=np.float64)))
    starts, columns, votes = [0], [], []
    for first in range(0, PEOPLE, CHUNK):
        rows = slice(first, first + CHUNK)
        seen = chance.random((CHUNK, STATEMENTS), dtype=np.float32) < often[rows, None] * shown * np.float32(
            1.012 * scale
        )
        person, statement = np.nonzero(seen)
        opinion = lean[camp[rows][person], statement] + chance.normal(0.0, 1.0, len(person))
        columns.append(statement.astype(np.int32))
        votes.append(np.where(opinion > 0.4, 1, np.where(opinion < -0.4, -1, 0)).astype(np.int8))
        starts.extend((starts[-1] + np.cumsum(seen.sum(axis=1))).tolist())
    np.save(folder / "starts.npy", np.array(starts, dtype=np.int64))
    np.save(folder / "columns.npy", np.concatenate(columns))
    np.save(folder / "votes.npy", np.concatenate(votes))


def measure(folder: Path) -> None:
    began = time.perf_counter()
    from civic_compute.opinions.mapping import map_conversation
    from civic_compute.opinions.model import Conversation

    loading = time.perf_counter()
    starts, columns, votes = (np.load(folder / f"{name}.npy") for name in ("starts", "columns", "votes"))
    none = np.zeros(STATEMENTS, dtype=np.bool_)
    people = tuple(map(str, range(len(starts) - 1)))
    conversation = Conversation(people, tuple(map(str, range(STATEMENTS))), starts, columns, votes, none, none)
    loaded = time.perf_counter()
    told: list[tuple[str, float]] = []
    opinions = map_conversation(conversation, progress=lambda words: told.append((words, time.perf_counter() - loaded)))
    seconds = time.perf_counter() - loaded + (loading - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{len(votes)} votes, k {opinions.groups.k}, sizes {opinions.groups.sizes.tolist()}", file=sys.stderr)
    print("; ".join(f"{at:.2f} s {words}" for words, at in told), file=sys.stderr)
    within("opinions: 1,000,000 x 2,000, 50 million votes: map", seconds, 10.0).show()
    within("opinions: 1,000,000 x 2,000, 50 million votes: peak memory", peak, 1.0, "GB").show()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for part in ("make", "measure"):
            subprocess.run([sys.executable, "-m", "bench.opinions_million", part, folder], check=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        {"make": make, "measure": measure}[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
