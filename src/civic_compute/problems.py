"""What could not be calculated: a code, its values, and the place in the input."""

from collections.abc import Mapping
from typing import Any, ClassVar

from civic_compute.printable import printable


class CalculationProblem(Exception):
    """Bad input or an impossible task; never a crash.

    Each family has a subclass whose `SENTENCES` give every code an English sentence with its values by name. The
    interface has its own words for the codes; the command line uses these.
    """

    SENTENCES: ClassVar[Mapping[str, str]] = {}

    def __init__(self, code: str, *, file: str = "", line: int | None = None, **values: Any) -> None:
        if code not in self.SENTENCES:
            raise KeyError(code)
        super().__init__(code)
        self.code = code
        self.file = file
        self.line = line
        self.values = values

    @property
    def sentence(self) -> str:
        """What is wrong, in English, without the place; values from the input are short and printable."""
        values = {name: printable(value) if isinstance(value, str) else value for name, value in self.values.items()}
        return self.SENTENCES[self.code].format(**values)

    def __str__(self) -> str:
        place = ":".join(part for part in (printable(self.file, longest=1000), str(self.line or "")) if part)
        return f"{place}: {self.sentence}" if place else self.sentence
