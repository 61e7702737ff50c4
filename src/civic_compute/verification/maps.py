"""Verify a map of opinions: mapped again with the same options, it is the same."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from civic_compute.opinions.whole import map_files, options_of
from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding, shown, without_names

_MOST_RUNS: Final = 10_000


def verify_map(claims: Claims, inputs: Sequence[Source], progress: Callable[[str], None]) -> Iterator[Finding]:
    """The findings about a map. Raises VerificationProblem, ReadingProblem and OpinionProblem."""
    options = options_of(claims.fields)
    if max(options.runs, options.starts) > _MOST_RUNS:
        raise claims.wrong("options")
    comments = inputs[1] if len(inputs) > 1 else None
    record = map_files(inputs[0], comments, options, progress=progress).record()
    again = without_names(json.loads(json.dumps(record)))
    told = ", ".join(f"{name} {shown(value)}" for name, value in claims.object("options").fields.items())
    yield finding(
        "repeat",
        f"Mapped again with the options that it names ({told}), all of its {len(again)} fields are the same: {', '.join(again)}.",
        "Mapped again, it gives something else.",
        differences_of(without_names(claims.fields), again),
    )
