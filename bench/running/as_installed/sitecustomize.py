"""A program sees the packages that an installation has, not those that only the tests brought: `rich` alone is 3 MB."""

import sys
from collections.abc import Sequence
from types import ModuleType

ONLY_OF_TESTS = frozenset({"greenlet", "pygments", "rich"})


class Hidden:
    """Finds none of them, as where requirements/run.txt alone was installed."""

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> None:
        if name.partition(".")[0] in ONLY_OF_TESTS:
            raise ModuleNotFoundError(name)


sys.meta_path.insert(0, Hidden())  # type: ignore[arg-type]
