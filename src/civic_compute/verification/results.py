"""Read results and verify each by its kind."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, Verification, finding, shown
from civic_compute.verification.problems import VerificationProblem
from civic_compute.version import VERSION

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
    """The results of a file: one, or one on each line.

    Raises ReadingProblem, VerificationProblem("not_json", "key_twice").
    """
    text = source.text()
    try:
        try:
            return [_parsed(text)]
        except ValueError:
            return [_parsed(line) for line in text.split("\n") if line.strip()]
    except ValueError:
        raise VerificationProblem("not_json", file=source.name) from None
    except VerificationProblem as problem:
        problem.file = source.name
        raise


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refused, object_pairs_hook=_once)
    except RecursionError:
        raise ValueError from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different: of two values one would be read by some, the other by others."""
    found = dict(pairs)
    if len(found) != len(pairs):
        name, _times = Counter(name for name, _value in pairs).most_common(1)[0]
        raise VerificationProblem("key_twice", key=shown(name))
    return found


def _refused(word: str) -> Any:
    raise ValueError(word)


def verify(
    result: Any,
    inputs: Sequence[Source],
    *,
    file: str = "",
    stemmer: "Stemmer | None" = None,
    commitment: str = "",
    progress: Callable[[str], None] = lambda _words: None,
) -> Verification:
    """Verify one result against its inputs, given in any order.

    `stemmer` is that of the themes; `commitment` the one that was published before a draw's seed existed.

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
    found_too = _findings(kind, claims, [*mine, *others], _Asked(stemmer, commitment, progress))
    return Verification(kind, file, (first, _version(claims), *found_too))


def _version(claims: Claims) -> Finding:
    told = claims.text("version")
    return finding(
        "version",
        f"It was calculated by version {VERSION}, which is this one.",
        "It was calculated by another version.",
        () if told == VERSION else (f"the result names version {shown(told)}, this is {VERSION}: verify it with that",),
    )


@dataclass(frozen=True)
class _Asked:
    """How a result is verified."""

    stemmer: "Stemmer | None"
    commitment: str
    progress: Callable[[str], None]


def _findings(kind: str, claims: Claims, inputs: Sequence[Source], asked: _Asked) -> Iterator[Finding]:
    if kind == "count":
        from civic_compute.verification.counts import verify_count

        yield from verify_count(claims, inputs[0], asked.progress)
    elif kind == "draw":
        from civic_compute.verification.draws import verify_draw

        yield from verify_draw(claims, inputs, asked.commitment, asked.progress)
    elif kind == "map":
        from civic_compute.verification.maps import verify_map

        yield from verify_map(claims, inputs, asked.progress)
    else:
        from civic_compute.verification.themes import verify_themes

        yield from verify_themes(claims, inputs[0], asked.stemmer or _no_stems, asked.progress)


def _no_stems(_texts: "tuple[Text, ...]", _language: str) -> Callable[[str], str]:
    return lambda word: word
