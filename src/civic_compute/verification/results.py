"""Read results and verify each by its kind."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, Verification, finding
from civic_compute.verification.problems import VerificationProblem

#: The field that tells a result's kind, and what its inputs are.
_KINDS: Final = {
    "winners": ("count", "ballots"),
    "lottery": ("draw", "pool and quotas"),
    "group_consensus": ("map", "votes, or votes and comments"),
    "themes": ("themes", "a table of texts"),
}
_DEEPEST: Final = 100


def read_results(source: Source) -> list[Any]:
    """The results of a file: one, or one on each line. Raises ReadingProblem, VerificationProblem("not_json")."""
    text = source.text()
    try:
        found = [_parsed(text)]
    except ValueError:
        try:
            found = [_parsed(line) for line in text.split("\n") if line.strip()]
        except ValueError:
            raise VerificationProblem("not_json", file=source.name) from None
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refused)
    except RecursionError:
        raise ValueError from None


def _refused(word: str) -> Any:
    raise ValueError(word)


def verify(
    result: Any, inputs: Sequence[Source], *, file: str = "", progress: Callable[[str], None] = lambda _words: None
) -> Verification:
    """Verify one result against its inputs, given in any order.

    Raises VerificationProblem where the result is damaged or of no known kind, and the inputs' own problems.
    """
    kind, needs = next((_KINDS[field] for field in _KINDS if isinstance(result, dict) and field in result), ("", ""))
    if not kind:
        raise VerificationProblem("not_a_result", file=file)
    claims = Claims(result, file=file)
    hashes = (
        claims.texts("input_sha256") if isinstance(result.get("input_sha256"), list) else (claims.text("input_sha256"),)
    )
    found = {source.sha256: source for source in inputs}
    wrong = [f"no input has the SHA-256 {sha256}" for sha256 in hashes if sha256 not in found]
    wrong += [f"{each.name} has the SHA-256 {each.sha256}" for each in inputs if wrong and each.sha256 not in hashes]
    first = finding(
        "input", "The input is what the result names, by its SHA-256.", "The input is another.", tuple(wrong)
    )
    if wrong:
        return Verification(kind, file, (first,))
    mine = [found[sha256] for sha256 in hashes]
    if kind == "count" and len(mine) != 1:
        raise VerificationProblem("inputs_number", file=file, kind=kind, expected=needs, given=len(mine))
    return Verification(kind, file, (first, *_findings(kind, claims, mine, progress)))


def _findings(
    kind: str, claims: Claims, inputs: Sequence[Source], progress: Callable[[str], None]
) -> Iterator[Finding]:
    if kind == "count":
        from civic_compute.verification.counts import verify_count

        yield from verify_count(claims, inputs[0], progress)
    else:
        raise VerificationProblem("not_a_result", file=claims.file)
