"""Verify a map of opinions: mapped again with the same options, it is the same."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from civic_compute.opinions.whole import map_files, options_of
from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding

_MOST_RUNS: Final = 10_000
_ASIDE: Final = ("file", "version")


def verify_map(claims: Claims, inputs: Sequence[Source], progress: Callable[[str], None]) -> Iterator[Finding]:
    """The findings about a map. Raises VerificationProblem, ReadingProblem and OpinionProblem."""
    options = options_of(claims.fields)
    if max(options.runs, options.starts) > _MOST_RUNS:
        raise claims.wrong("options")
    comments = inputs[1] if len(inputs) > 1 else None
    record = map_files(inputs[0], comments, options, progress=progress).record()
    again = {key: value for key, value in json.loads(json.dumps(record)).items() if key not in _ASIDE}
    said = {key: value for key, value in claims.fields.items() if key not in _ASIDE}
    yield finding(
        "repeat",
        "Mapped again, it gives the same positions, groups and statements.",
        "Mapped again, it gives something else.",
        differences_of(said, again),
    )
