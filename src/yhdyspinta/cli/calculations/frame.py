"""What every calculating command does alike: results to standard output, problems and progress to standard error."""

import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from civic_compute.reading import Source

DONE: Final = 0
NOT_SO: Final = 1  # done, and what was asked does not hold
BAD_INPUT: Final = 2
_QUIET_FOR: Final = 2.0  # seconds
_LONGEST: Final = 80  # characters of a name in a report


@dataclass(frozen=True)
class Result:
    """What a calculation gave: the object that `--json` prints, and a report to read."""

    data: dict[str, Any]
    report: str
    code: int = DONE


@dataclass
class Progress:
    """Tells on standard error what is going on, once the work has taken over two seconds; then once a second."""

    began: float = field(default_factory=time.monotonic)
    told: float = 0.0

    def __call__(self, words: str) -> None:
        now = time.monotonic()
        if now - self.began > _QUIET_FOR and now - self.told > 1:
            self.told = now
            print(f"{now - self.began:.0f} s: {words}", file=sys.stderr, flush=True)


Task = Callable[[Progress], Result]


def run_tasks(tasks: Iterable[Task], *, as_json: bool) -> int:
    """Do each task and print its result; a problem with one input leaves the others to be done."""
    from civic_compute.problems import CalculationProblem

    _write_utf8()
    code = DONE
    for task in tasks:
        try:
            result = task(Progress())
        except CalculationProblem as problem:
            print(problem, file=sys.stderr, flush=True)
            code = BAD_INPUT
            continue
        except KeyboardInterrupt:
            return 130
        code = max(code, result.code)
        try:
            print(json.dumps(result.data, ensure_ascii=False) if as_json else result.report, flush=True)
        except OSError as error:
            return _not_written(error, code)
    return code


def _write_utf8() -> None:
    """Results are UTF-8 whatever the machine's language; what no encoding holds is written as a code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _not_written(error: OSError, code: int) -> int:
    """Who reads has had enough, or there is no room: what is left to write goes nowhere."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (the interpreter closes it)
    if isinstance(error, BrokenPipeError):
        return code
    print(f"the result cannot be written: {error.strerror}", file=sys.stderr, flush=True)
    return BAD_INPUT


def shown(text: str, *, longest: int = _LONGEST) -> str:
    """A name or value from a file, in a report: short, and printable whatever it holds."""
    from civic_compute.printable import printable

    return printable(text, longest=longest)


def many(number: int, one: str, more: str = "") -> str:
    """A number with its word: 1 text, 2 texts."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def source_of(name: str) -> "Source":
    """The input that was named; `-` reads standard input."""
    from civic_compute.reading import read_source, read_stream

    if name == "-":
        return read_stream(sys.stdin.buffer, name="standard input")
    return read_source(Path(name), name=name)
