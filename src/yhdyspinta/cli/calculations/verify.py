"""`yhdyspinta verify`: whether a published result holds."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import DONE, NOT_SO, Progress, Result, Task, source_of

if TYPE_CHECKING:
    from civic_compute.problems import CalculationProblem
    from civic_compute.verification.findings import Verification

HELP: Final = "check a published result against its input"
DESCRIPTION: Final = (
    "Check a result that count, map, draw or themes printed with --json: the input is the same, the certificate adds up,"
    " and calculating again gives the same. Leaves with 0 when all holds, 1 when something does not, 2 on bad input."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("result", metavar="RESULT.json", help="one result, or one on each line; - reads standard input")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="the files that it was made from, in any order")
    parser.add_argument(
        "--commitment", default="", metavar="HEX", help="of a draw: what was published before the seed existed"
    )


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    from civic_compute.problems import CalculationProblem
    from civic_compute.verification.results import read_results

    try:
        results = read_results(source_of(given.result))
    except CalculationProblem as problem:
        yield partial(_refuse, problem)
        return
    for result in results:
        yield partial(_verify, given, result)


def _refuse(problem: "CalculationProblem", _progress: Progress) -> Result:
    raise problem


def _verify(given: argparse.Namespace, result: Any, progress: Progress) -> Result:
    from civic_compute.verification.results import verify
    from civic_compute.version import VERSION
    from yhdyspinta.cli.calculations.themes import stemmer_of

    inputs = [source_of(name) for name in given.inputs]
    found = verify(
        result, inputs, file=given.result, stemmer=stemmer_of, commitment=given.commitment, progress=progress
    )
    data = {
        "file": given.result,
        "kind": found.kind,
        "of": _name(result),
        "holds": found.holds,
        "findings": [
            {
                "check": each.check,
                "holds": each.holds,
                "sentence": each.sentence,
                "differences": list(each.differences),
            }
            for each in found.findings
        ],
        "version": VERSION,
    }
    return Result(data, _report(_name(result), found), code=DONE if found.holds else NOT_SO)


def _name(result: Any) -> str:
    from civic_compute.verification.findings import shown

    return shown(result.get("file") or "")


def _report(name: str, found: "Verification") -> str:
    lines = [f"{found.file}: a result of {found.kind}" + (f", made from {name} by its own account" if name else "")]
    for each in found.findings:
        lines.append(f"  {'yes' if each.holds else 'NO '}  {each.sentence}")
        lines += [f"         {words}" for words in each.differences]
    return "\n".join([*lines, "All of it holds." if found.holds else "It does NOT hold."])
