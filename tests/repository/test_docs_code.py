"""What the pages for developers show as code, and every file and name in them, is the product's own."""

import re

from tests.repository.sources import PRODUCT, ROOT


def test_the_action_that_is_shown_stands_in_the_file_that_is_named() -> None:
    page = (ROOT / "docs" / "developer.md").read_text(encoding="utf-8")
    shown = re.findall(r"^From `([^`]+)`:\n\n```python\n(.*?)```", page, re.DOTALL | re.MULTILINE)
    assert len(shown) == page.count("```python") > 0
    for name, code in shown:
        assert code in (PRODUCT / name).read_text(encoding="utf-8"), f"docs/developer.md shows another {name}"


def _written() -> set[str]:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    return {code for page in pages for code in re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))}


def test_every_file_that_the_pages_name_exists() -> None:
    files = [file for top in ("src", "tests", "docs", "tools", "deploy", "bench") for file in (ROOT / top).rglob("*.*")]
    known = [f"/{file.relative_to(ROOT)}" for file in [*files, *ROOT.glob("*.*")]]
    named = {code for code in _written() if re.fullmatch(r"[\w/-]+\.(py|md|html|toml|example|service)", code)}
    assert len(named) > 40
    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in known)] == []


def test_every_function_and_class_that_the_pages_name_stands_in_its_module() -> None:
    missing = []
    for code in _written():
        dotted = re.fullmatch(r"(?:yhdyspinta\.)?([a-z_]+(?:\.[a-z_]+)+)\.(\w+)(?:\(.*\))?", code)
        file = PRODUCT / f"{dotted[1].replace('.', '/')}.py" if dotted else None
        if dotted and file and file.exists():
            missing += [code] if not re.search(rf"\b{dotted[2]}\b", file.read_text(encoding="utf-8")) else []
    assert missing == []
