"""What the developer's page shows as code is code of the product, word for word."""

import re

from tests.repository.sources import PRODUCT, ROOT


def test_the_action_that_is_shown_stands_in_the_file_that_is_named() -> None:
    page = (ROOT / "docs" / "developer.md").read_text(encoding="utf-8")
    shown = re.findall(r"^From `([^`]+)`:\n\n```python\n(.*?)```", page, re.DOTALL | re.MULTILINE)
    assert len(shown) == page.count("```python") > 0
    for name, code in shown:
        assert code in (PRODUCT / name).read_text(encoding="utf-8"), f"docs/developer.md shows another {name}"
