"""Read results and verify each by its kind."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, Verification, finding
from civic_compute.verification.problems import VerificationProblem

if TYPE_CHECKING:
    from civic_compute.texts.model import Text
    from civic_compute.verification.themes import Stemmer

#: The field that tells a result's kind, and what its inputs are.
_KINDS: Final = {
    "winners": ("count", "ballots"),
    "lottery": ("draw", "pool and quotas"),
    "group_consensus": ("map", "votes, or votes and comments"),
    "themes": ("themes", "a table of texts"),
}
_NUMBERS: Final = {"count": (1,), "draw": (2,), "map": (1, 2), "themes": (1,)}  # of inputs that the result names


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
    result: Any,
    inputs: Sequence[Source],
    *,
    file: str = "",
    stemmer: "Stemmer | None" = None,
    progress: Callable[[str], None] = lambda _words: None,
) -> Verification:
    """Verify one result against its inputs, given in any order; `stemmer` is that of the themes.

    Raises VerificationProblem where the result is damaged or of no known kind, and the inputs' own problems.
    """
    kind, needs = next((_KINDS[field] for field in _KINDS if isinstance(result, dict) and field in result), ("", ""))
    if not kind:
        raise VerificationProblem("not_a_result", file=file)
    try:
        json.dumps(result, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        raise VerificationProblem("broken_character", file=file) from None
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
    if len(mine) not in _NUMBERS[kind]:
        raise VerificationProblem("inputs_number", file=file, kind=kind, expected=needs, given=len(mine))
    others = [each for each in inputs if each.sha256 not in hashes]
    return Verification(kind, file, (first, *_findings(kind, claims, [*mine, *others], stemmer, progress)))


def _findings(
    kind: str,
    claims: Claims,
    inputs: Sequence[Source],
    stemmer: "Stemmer | None",
    progress: Callable[[str], None],
) -> Iterator[Finding]:
    if kind == "count":
        from civic_compute.verification.counts import verify_count

        yield from verify_count(claims, inputs[0], progress)
    elif kind == "draw":
        from civic_compute.verification.draws import verify_draw

        yield from verify_draw(claims, inputs, progress)
    elif kind == "map":
        from civic_compute.verification.maps import verify_map

        yield from verify_map(claims, inputs, progress)
    else:
        from civic_compute.verification.themes import verify_themes

        yield from verify_themes(claims, inputs[0], stemmer or _no_stems, progress)


def _no_stems(_texts: "tuple[Text, ...]", _language: str) -> Callable[[str], str]:
    return lambda word: word
