"""The product's own sources, read once as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PRODUCT: Final = ROOT / "src" / "yhdyspinta"


@cache
def trees() -> dict[str, ast.Module]:
    """Each module of the product by its path below src/yhdyspinta; its tests are left out."""
    return {
        str(file.relative_to(PRODUCT)): ast.parse(file.read_text())
        for file in sorted(PRODUCT.rglob("*.py"))
        if "tests" not in file.relative_to(PRODUCT).parts
    }


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last piece of what it calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield name_of(node.func), node


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def first_text(call: ast.Call) -> str | None:
    """The first argument, where it is a plain text."""
    if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        return call.args[0].value
    return None


def is_action_module(path: str) -> bool:
    parts = Path(path).parts
    return parts[-1] == "actions.py" or "actions" in parts[:-1]
